package nl.buurtbundel.opportunity;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * A need of which households and amount are published, with the numbers that stood behind these when they were: before they were
 * rounded. What is reckoned with them and told coarsely tells nothing of who came or went since.
 *
 * @param firstOfMonth of the month that is published
 * @param expected what is expected to be spent in a year
 */
public record BehindPublished(String need, LocalDate firstOfMonth, int households, Money expected) {}
