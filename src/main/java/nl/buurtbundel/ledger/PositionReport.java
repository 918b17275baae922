package nl.buurtbundel.ledger;

import java.util.List;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a year is at this moment, cut in three ways. Each cut is exact to the cent.
 *
 * @param ofOthers beside what the council adopted for task fields: what other payers gave
 */
public record PositionReport(
        FiscalYear year,
        List<OfTaskField> taskFields,
        OfOthers ofOthers,
        List<OfPlace> places,
        List<OfReference> references) {

    public PositionReport {
        taskFields = List.copyOf(taskFields);
        places = List.copyOf(places);
        references = List.copyOf(references);
    }

    /**
     * The money that the council adopted for one task field, wherever it is now. What is adopted is what is not released, what is
     * set apart, free release, free pre-financing, what was granted and what is in the reserves, together.
     *
     * @param adopted by the council
     * @param unreleased bears individual provisions as long as nothing of it comes free, or bridges what payers argue about: no
     *     grant takes it
     * @param setApart adopted for something in particular, such as initiatives: granted without a release, and not granted yet
     * @param releasedSoFar came free for certain in this year, whatever became of it
     * @param released came free and not granted
     * @param preFinancing set apart to bear what is not yet released, and not granted
     * @param reserved held for proposals, of this money: part of the three that a grant takes from
     * @param granted by decisions, paid or not
     * @param paid left the municipality: part of what was granted
     * @param carriedOver in the reserves: of this year for the next, or back from a plan that ended
     */
    public record OfTaskField(
            String taskField,
            Money adopted,
            Money unreleased,
            Money setApart,
            Money releasedSoFar,
            Money released,
            Money preFinancing,
            Money reserved,
            Money granted,
            Money paid,
            Money carriedOver) {

        /** What a grant may still take: neither granted nor held for a proposal, nor what bears individual provisions. */
        public Money left() {
            return setApart.plus(released).plus(preFinancing).minus(reserved);
        }

        public boolean addsUp() {
            return adopted.equals(unreleased
                    .plus(setApart)
                    .plus(released)
                    .plus(preFinancing)
                    .plus(granted)
                    .plus(carriedOver));
        }
    }

    /**
     * What other payers gave for plans, by agreement.
     *
     * @param given received for this year, less what went back or on to another year
     * @param there bears nothing yet
     * @param reserved held for proposals: part of what is there
     * @param granted by decisions, paid or not
     * @param paid left the municipality: part of what was granted
     */
    public record OfOthers(Money given, Money there, Money reserved, Money granted, Money paid) {

        /** Not granted and not held for a proposal. */
        public Money left() {
            return there.minus(reserved);
        }

        public boolean isNothing() {
            return given.isZero() && there.isZero() && granted.isZero();
        }

        public boolean addsUp() {
            return given.equals(there.plus(granted));
        }
    }

    /**
     * The pooled budget of a neighbourhood.
     *
     * @param neighbourhood null for what belongs to no neighbourhood in particular
     * @param released came free and not granted
     * @param preFinancing set apart there and not granted
     * @param reserved held of these two for proposals
     * @param granted to plans there, paid or not
     * @param committed agreed and not yet paid: part of what was granted
     * @param paid part of what was granted
     */
    public record OfPlace(
            @Nullable NeighbourhoodCode neighbourhood,
            Money releasedSoFar,
            Money released,
            Money preFinancing,
            Money reserved,
            Money granted,
            Money committed,
            Money paid) {

        /** Granted, not agreed with anybody and not paid. */
        public Money left() {
            return granted.minus(committed).minus(paid);
        }
    }

    /**
     * The money of one plan, opaque to the ledger.
     *
     * @param reserved held for a proposal that is not decided yet
     */
    public record OfReference(
            String reference,
            @Nullable NeighbourhoodCode neighbourhood,
            Money reserved,
            Money granted,
            Money committed,
            Money paid) {

        public Money left() {
            return granted.minus(committed).minus(paid);
        }
    }

    public Money adopted() {
        return Money.sum(taskFields.stream().map(OfTaskField::adopted).toList());
    }

    /** Of the money that the council adopted and of that of others. */
    public Money granted() {
        return Money.sum(taskFields.stream().map(OfTaskField::granted).toList()).plus(ofOthers.granted());
    }

    public Money paid() {
        return Money.sum(taskFields.stream().map(OfTaskField::paid).toList()).plus(ofOthers.paid());
    }

    /** The three cuts tell the same: what was granted and paid is one amount, however it is cut. */
    public boolean addsUp() {
        return taskFields.stream().allMatch(OfTaskField::addsUp)
                && ofOthers.addsUp()
                && granted()
                        .equals(Money.sum(places.stream().map(OfPlace::granted).toList()))
                && granted()
                        .equals(Money.sum(
                                references.stream().map(OfReference::granted).toList()))
                && paid().equals(Money.sum(
                        references.stream().map(OfReference::paid).toList()));
    }
}
