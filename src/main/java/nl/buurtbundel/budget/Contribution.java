package nl.buurtbundel.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * An agreement with another payer: this much for one plan in one year. What was received, used and given back stands in the
 * ledger, on accounts of this agreement alone, so that the money of one payer never goes back to another.
 */
@Entity
@Table(name = "contribution")
class Contribution {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contribution")
    @SequenceGenerator(name = "contribution", sequenceName = "contribution_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "command_key")
    private String commandKey;

    private String reference;
    private String neighbourhood;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Enumerated(EnumType.STRING)
    @Column(name = "payer_kind")
    private ContributorKind kind;

    private String organisation;

    @Column(name = "agreement_number")
    private String agreementNumber;

    @Column(name = "agreed_cents")
    private long agreedCents;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "recorded_on")
    private LocalDate recordedOn;

    protected Contribution() {}

    /** @param reference the plan that it is for */
    Contribution(
            String key,
            String reference,
            NeighbourhoodCode neighbourhood,
            NewContribution agreement,
            UserId by,
            LocalDate today) {
        if (agreement.signedOn().isAfter(today)) {
            throw new Refusal("budget.error.contribution-not-signed");
        }
        this.commandKey = key;
        this.reference = reference;
        this.neighbourhood = neighbourhood.value();
        this.fiscalYear = agreement.year().year();
        this.kind = agreement.kind();
        this.organisation = agreement.organisation();
        this.agreementNumber = agreement.agreementNumber();
        this.agreedCents = agreement.agreed().cents();
        this.signedOn = agreement.signedOn();
        this.recordedBy = by.value();
        this.recordedOn = today;
    }

    /** The same command again gives the same answer; another one under its key is refused. */
    ContributionId answer(String reference, NewContribution again) {
        if (!this.reference.equals(reference) || !agreement().equals(again)) {
            throw new Refusal("ledger.error.key-used");
        }
        return new ContributionId(id);
    }

    private NewContribution agreement() {
        return new NewContribution(year(), kind, organisation, agreementNumber, agreed(), signedOn);
    }

    /** @throws Refusal when more was booked as received than was agreed */
    void requireAgreed(Money received, Money last) {
        if (received.compareTo(agreed()) > 0) {
            throw new Refusal(
                    "budget.error.contribution-more-than-agreed",
                    agreed().inEuros(),
                    agreed().minus(received.minus(last)).inEuros());
        }
    }

    NewTransfer receipt(String key, FiscalYear into, Money amount) {
        return move(key + ":received", payer(into), account(into), amount, Reason.CONTRIBUTION_RECEIVED, "");
    }

    /** Under which key a receipt of it is undone: once, whoever asks again. */
    String takeBack(TransferId receipt) {
        return ownReference() + ':' + receipt.value() + ":taken-back";
    }

    NewTransfer giveBack(String key, FiscalYear of, Money amount) {
        return move(key + ":returned", account(of), payer(of), amount, Reason.CONTRIBUTION_RETURNED, "");
    }

    NewTransfer moveOut(String key, FiscalYear of, Money amount) {
        return move(key + ":out", account(of), payer(of), amount, Reason.CONTRIBUTION_MOVED, agreementNumber);
    }

    NewTransfer moveIn(String key, FiscalYear of, Money amount) {
        return move(
                key + ":in", payer(of.next()), account(of.next()), amount, Reason.CONTRIBUTION_MOVED, agreementNumber);
    }

    /**
     * What the plan was granted of a year and did not use goes on to the next under the same decision: out of the grant, on by the
     * agreement, and into the grant again.
     *
     * @param granted the grant of that year
     */
    List<NewTransfer> goOn(String key, AccountKey granted, Money amount) {
        FiscalYear of = granted.year();
        return List.of(
                moveInPlan(key + ":left", granted, account(of), amount),
                moveOut(key, of, amount),
                moveIn(key, of, amount),
                bearAgain(key, of.next(), amount));
    }

    /** What a decision granted before bears the plan again, now in this year. */
    NewTransfer bearAgain(String key, FiscalYear in, Money amount) {
        return moveInPlan(key + ":bears", account(in), granted(in), amount);
    }

    private NewTransfer moveInPlan(String key, AccountKey from, AccountKey to, Money amount) {
        return new NewTransfer(
                ownReference() + ':' + key, from, to, amount, Reason.CONTRIBUTION_MOVED, reference, agreementNumber);
    }

    private NewTransfer move(String key, AccountKey from, AccountKey to, Money amount, Reason reason, String purpose) {
        return new NewTransfer(ownReference() + ':' + key, from, to, amount, reason, ownReference(), purpose);
    }

    private AccountKey granted(FiscalYear of) {
        return AccountKey.of(neighbourhood().municipality(), of, AccountKind.GRANTED)
                .withReference(reference)
                .withTaskField(PooledBudgets.INITIATIVES_TASK_FIELD)
                .withNeighbourhood(neighbourhood());
    }

    /** Whose debt is what it gave. */
    AccountKey payer(FiscalYear of) {
        return AccountKey.of(neighbourhood().municipality(), of, AccountKind.CONTRIBUTOR)
                .withReference(ownReference());
    }

    /** What the plan can be borne by in a year. */
    AccountKey account(FiscalYear of) {
        return AccountKey.of(neighbourhood().municipality(), of, AccountKind.CONTRIBUTED)
                .withReference(ownReference())
                .withTaskField(PooledBudgets.INITIATIVES_TASK_FIELD)
                .withNeighbourhood(neighbourhood());
    }

    Long id() {
        return id;
    }

    /** How the ledger knows the agreement. */
    String ownReference() {
        return new ContributionId(id).reference();
    }

    /** The plan that it is for. */
    String reference() {
        return reference;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    String agreementNumber() {
        return agreementNumber;
    }

    Money agreed() {
        return Money.ofCents(agreedCents);
    }

    ContributionSummary summary(ContributionMoney money) {
        return new ContributionSummary(
                new ContributionId(id), agreement(), money.received(), money.cameBack(), money.years());
    }
}
