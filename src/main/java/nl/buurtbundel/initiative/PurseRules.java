package nl.buurtbundel.initiative;

import java.math.BigDecimal;
import java.util.List;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.ProductTable;
import nl.buurtbundel.money.Money;

/**
 * What work may do to pay, benefit and allowances, from {@code purse/rules.csv}: a table that is brought up to date once a year.
 * The sum itself is made in the browser of who asks, so that nobody else learns what somebody lives on.
 */
public final class PurseRules {
    private static final List<PurseRule> RULES = ProductTable.read(
            "purse/rules.csv",
            line -> new PurseRule(
                    line.getField("code"),
                    new BigDecimal(line.getField("low")),
                    new BigDecimal(line.getField("high")),
                    PurseRule.Unit.valueOf(line.getField("unit")),
                    Integer.parseInt(line.getField("year")),
                    line.getField("estimate").equals("yes"),
                    line.getField("source"),
                    new Text(line.getField("nl"), line.getField("en"))));

    private PurseRules() {}

    public static List<PurseRule> list() {
        return RULES;
    }

    /** Of somebody of 21 or older, an hour. */
    public static Money minimumWage() {
        BigDecimal euros = RULES.stream()
                .filter(rule -> rule.code().equals("minimum-wage"))
                .findFirst()
                .orElseThrow()
                .low();
        return Money.parse(euros.setScale(2).toPlainString());
    }
}
