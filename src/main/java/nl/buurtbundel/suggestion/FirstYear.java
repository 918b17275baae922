package nl.buurtbundel.suggestion;

import nl.buurtbundel.money.Money;

/** The likely first year: money comes free late, and the start-up is paid at once. A shortage is for pre-financing. */
public record FirstYear(int monthsLate, Money replaced, Money runningCost, Money startUp, Money result) {}
