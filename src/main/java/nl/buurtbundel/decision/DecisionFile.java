package nl.buurtbundel.decision;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.SealedDeed;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.foundation.Sha256;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationState;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.DecisionGround;
import org.jspecify.annotations.Nullable;

/**
 * A decision in one file that can be reckoned again by a stranger, as {@code src/site/decision-file.md} says. Its members are
 * the components of these records, by name: a change of a name is another version of the format.
 *
 * @param sourcesShown false when so few households stand behind a source that sources are told together
 * @param cover what bore it when it was reserved; nothing of a refusal
 * @param transfers everything that came in for the plan or went out, up to now
 */
record DecisionFile(
        Instant takenAt,
        Subject decision,
        Asked asked,
        @Nullable DecisionGround suggestion,
        Power mandate,
        List<Year> years,
        boolean sourcesShown,
        List<Cover> cover,
        List<Hand> signatures,
        Plan plan,
        List<BudgetLinesAsked.Line> budgetLines,
        List<Reservation> reservations,
        List<Transfer> transfers,
        List<Account> accounts,
        List<SealedDeed> log) {
    static final String FORMAT = "buurtbundel-decision/1";

    DecisionFile {
        years = List.copyOf(years);
        cover = List.copyOf(cover);
        signatures = List.copyOf(signatures);
        budgetLines = List.copyOf(budgetLines);
        reservations = List.copyOf(reservations);
        transfers = List.copyOf(transfers);
        accounts = List.copyOf(accounts);
        log = List.copyOf(log);
    }

    /**
     * What was decided.
     *
     * @param total what the plan is brought to in all; after a refusal what was asked
     * @param conditions asked with a grant, and published with it
     * @param leftOver where money goes that the plan leaves unspent; null of a proposal to refuse
     * @param reasons of a no, also to a part of what was asked, and published with it
     * @param replaces the earlier decision that this one changes
     */
    record Subject(
            long id,
            String municipality,
            String neighbourhood,
            long initiative,
            int planVersion,
            DecisionState state,
            boolean proposesRefusal,
            Money total,
            Money grantedBefore,
            boolean partly,
            int households,
            @Nullable String conditions,
            @Nullable LeftOver leftOver,
            @Nullable RefusalGround ground,
            @Nullable String reasons,
            @Nullable Long replaces,
            long proposedBy,
            Instant proposedAt) {}

    /**
     * How the amount asked for is put together, as shown.
     *
     * @param yearlyLines of the plan, in its order and without its words
     */
    record Asked(
            List<Money> yearlyLines,
            Money yearly,
            Money startUp,
            Money total,
            AskedAmount.@Nullable UsualYear usualYear) {}

    /**
     * Who could decide, and by which line of the mandate table.
     *
     * @param taskFields of what bears it; none where sources are told together
     * @param rule null where no line gave the power
     */
    record Power(
            Decider decider,
            MandateAnswer.Why why,
            int years,
            List<String> taskFields,
            @Nullable Rule rule,
            @Nullable String collegeResolution) {}

    record Rule(
            long id,
            Decider office,
            Money upTo,
            boolean perHousehold,
            Money limit,
            List<String> taskFields,
            int maximumYears,
            @Nullable String neighbourhood,
            int agreeingColleagues,
            LocalDate from,
            @Nullable LocalDate until) {

        static Rule of(MandateLine line, int households) {
            MandateRule rule = line.rule();
            return new Rule(
                    line.id().value(),
                    rule.office(),
                    rule.upTo(),
                    rule.perHousehold(),
                    rule.limitFor(households),
                    rule.taskFields().stream().sorted().toList(),
                    rule.maximumYears(),
                    rule.findNeighbourhood().map(Object::toString).orElse(null),
                    rule.agreeingColleagues(),
                    rule.validity().firstDay(),
                    rule.validity().lastDay());
        }
    }

    record Year(int year, Money amount, @Nullable Long reservation) {}

    /** Task field and kind are null where sources are told together. */
    record Cover(
            int year, @Nullable String taskField, @Nullable CoverKind kind, Money amount) {}

    /** @param inPowerOf in whose power, where somebody stood in */
    record Hand(
            SignatureKind kind,
            Office office,
            long by,
            @Nullable Long inPowerOf,
            Instant at) {}

    /**
     * @param granted by all decisions on the plan
     * @param laterDecision a decision that granted more since
     */
    record Plan(Money granted, @Nullable Long laterDecision) {}

    /** An account of the ledger; kind and what follows are null where sources are told together. */
    record Side(
            int year,
            @Nullable AccountKind kind,
            @Nullable String taskField,
            @Nullable String neighbourhood,
            @Nullable String reference,
            Money amount) {

        static Side of(AccountKey key, Money amount) {
            return new Side(
                    key.year().year(),
                    key.kind(),
                    key.taskField(),
                    key.neighbourhood() == null ? "" : key.neighbourhood().value(),
                    key.reference(),
                    amount);
        }

        static Side together(FiscalYear year, Money amount) {
            return new Side(year.year(), null, null, null, null, amount);
        }
    }

    /** @param lines what was held on which account; the sum goes to the account of the plan when it is posted */
    record Reservation(long id, ReservationState state, LocalDate expiresOn, Money total, List<Side> lines) {}

    /**
     * @param numbers in the book; more than one where sources are told together
     * @param counters the transfer that it undoes
     * @param purpose the number of the council’s decision, where money was carried over
     * @param postings of both sides: together zero
     */
    record Transfer(
            List<Long> numbers,
            LocalDate bookedOn,
            Reason reason,
            @Nullable Long reservation,
            @Nullable Long counters,
            @Nullable String purpose,
            List<Side> postings) {}

    /** @param held of the balance, for what is agreed or on its way to be paid */
    record Account(Side account, Money held) {}

    /** @param sha256 of the content, in the form of RFC 8785 */
    record Written(String sha256, byte[] bytes) {}

    Written write() {
        JsonObject content =
                Json.createReader(new StringReader(RecordDocument.write(this))).readObject();
        String digest = Sha256.of(CanonicalJson.of(content));
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(Json.createObjectBuilder()
                    .add("format", FORMAT)
                    .add("content", content)
                    .add("sha256", digest)
                    .build());
        }
        return new Written(digest, (text.toString().strip() + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
