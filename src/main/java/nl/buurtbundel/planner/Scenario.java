package nl.buurtbundel.planner;

/** Which end of every estimate a plan is made for. */
public enum Scenario {
    LOW,
    LIKELY,
    HIGH
}
