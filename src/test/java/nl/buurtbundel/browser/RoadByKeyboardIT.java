package nl.buurtbundel.browser;

/** The road for who has no mouse: each thing is reached with keys, and it shows where the focus is. */
class RoadByKeyboardIT extends Road {
    RoadByKeyboardIT() {
        super(new Keyboard(), Browser.Eye.PASSING);
    }
}
