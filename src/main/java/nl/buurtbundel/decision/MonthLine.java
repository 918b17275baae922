package nl.buurtbundel.decision;

import java.time.YearMonth;
import nl.buurtbundel.money.Money;

/**
 * Where a plan stands with its money at the end of a month. All amounts count from the start.
 *
 * @param cost what the plan has cost by then
 * @param realised what has really come free and is set aside for it
 * @param forecast what is expected to have come free by then: shown, never counted as cover
 * @param notYetCovered what realised release does not cover yet
 * @param appropriation what other appropriated money bears of that
 * @param preFinancing what pre-financing bears of that
 * @param open what nothing bears: with this above zero there can be no grant
 */
public record MonthLine(
        YearMonth month,
        Money cost,
        Money realised,
        Money forecast,
        Money notYetCovered,
        Money appropriation,
        Money preFinancing,
        Money open) {}
