package nl.buurtbundel.browser;

/** The road by mouse; every view is looked at on a wide screen and on a phone. */
class RoadByMouseIT extends Road {
    RoadByMouseIT() {
        super(new Mouse(), Browser.Eye.CLOSE);
    }
}
