package nl.buurtbundel.suggestion;

import nl.buurtbundel.catalogue.Evidence;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.money.Money;

/**
 * An assumption that is no proof, and how far the likely result moves with it.
 *
 * @param range the values between which it was moved, in words
 * @param effect the distance between the two results
 */
public record Weakness(Text name, Evidence evidence, Text range, Money lowest, Money highest, Money effect) {}
