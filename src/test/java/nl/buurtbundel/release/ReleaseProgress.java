package nl.buurtbundel.release;

import nl.buurtbundel.money.Money;

/**
 * How far the release for a plan has come, as the tables have it.
 *
 * @param planned provisions that may still end
 * @param realised provisions that have ended
 * @param posted what of it is in the neighbourhood’s budget
 * @param held what has come free and is not posted yet: the plan is on trial, or the year has not begun
 */
record ReleaseProgress(int planned, int realised, Money posted, Money held) {}
