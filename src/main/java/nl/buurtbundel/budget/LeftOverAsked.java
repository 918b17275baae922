package nl.buurtbundel.budget;

import nl.buurtbundel.initiative.InitiativeId;

/** A plan or its year ends with money left: the room that decides tells by which rule it goes. */
public final class LeftOverAsked {
    private final InitiativeId plan;
    private LeftOver rule = LeftOver.NEIGHBOURHOOD;

    LeftOverAsked(InitiativeId plan) {
        this.plan = plan;
    }

    public InitiativeId plan() {
        return plan;
    }

    public void answer(LeftOver chosen) {
        rule = chosen;
    }

    /** As long as nobody answers, it goes back to what bore it. */
    LeftOver rule() {
        return rule;
    }
}
