package nl.buurtbundel.opportunity;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.CostedProvision;
import org.jspecify.annotations.Nullable;

/**
 * All help of one household together. Stays inside this room.
 *
 * @param known what is expected to be spent in a year, as far as that is known
 * @param complete nothing of it is unknown
 * @param needs by their codes
 */
record HelpOfHousehold(long household, Money known, boolean complete, SortedSet<String> needs) {

    HelpOfHousehold {
        needs = new TreeSet<>(needs);
    }

    static HelpOfHousehold of(long household, Collection<CostedProvision> provisions, Usage usage) {
        Money known = Money.ZERO;
        boolean complete = true;
        SortedSet<String> needs = new TreeSet<>();
        for (CostedProvision one : provisions) {
            needs.add(one.need().code());
            Money expected = expected(one, usage);
            complete &= expected != null;
            known = expected == null ? known : known.plus(expected);
        }
        return new HelpOfHousehold(household, known, complete, needs);
    }

    private static @Nullable Money expected(CostedProvision one, Usage usage) {
        if (one.form() == ContractForm.LUMP_SUM) {
            return null;
        }
        return one.declared() != null
                ? one.declared()
                : one.allocated().find().map(usage::of).orElse(null);
    }
}
