package nl.buurtbundel.budget;

import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * What was agreed with another payer for one plan.
 *
 * @param year the fiscal year that it is meant for
 * @param organisation what the payer is called; an organisation, never a person
 * @param agreementNumber under which the municipality keeps the agreement
 * @param signedOn by both
 */
public record NewContribution(
        FiscalYear year,
        ContributorKind kind,
        String organisation,
        String agreementNumber,
        Money agreed,
        LocalDate signedOn) {
    public static final int LONGEST_ORGANISATION = 100;
    public static final int LONGEST_NUMBER = 50;

    /** @throws Refusal when a name or a number is missing or too long, or nothing is agreed */
    public NewContribution {
        organisation = organisation.strip();
        agreementNumber = agreementNumber.strip();
        if (organisation.isEmpty() || organisation.length() > LONGEST_ORGANISATION) {
            throw new Refusal("budget.error.contribution-organisation", LONGEST_ORGANISATION);
        }
        if (agreementNumber.isEmpty() || agreementNumber.length() > LONGEST_NUMBER) {
            throw new Refusal("budget.error.contribution-number", LONGEST_NUMBER);
        }
        if (!agreed.isPositive()) {
            throw new Refusal("budget.error.nothing-asked");
        }
    }
}
