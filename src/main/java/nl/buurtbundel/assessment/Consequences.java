package nl.buurtbundel.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.assessment.Consequence.Affected;
import nl.buurtbundel.assessment.Consequence.Effect;
import nl.buurtbundel.assessment.Consequence.Term;
import nl.buurtbundel.foundation.Refusal;

/**
 * The third step of the reverse test: what a plan does to the resident, the family, the surroundings and the purse, soon and
 * later. Each is looked at; none is taken for granted.
 */
public record Consequences(List<Consequence> all) {

    /** @throws Refusal if one of the eight is missing */
    public Consequences {
        all = all.stream()
                .sorted(Comparator.comparing(Consequence::affected).thenComparing(Consequence::term))
                .toList();
        for (Affected affected : Affected.values()) {
            Set<Term> terms = EnumSet.noneOf(Term.class);
            for (Consequence one : all) {
                if (one.affected() == affected && !terms.add(one.term())) {
                    throw new IllegalArgumentException("twice " + affected + " " + one.term());
                }
            }
            if (terms.size() < Term.values().length) {
                throw new Refusal("assessment.error.consequence-missing");
            }
        }
    }

    static Consequences of(Collection<Consequence> all) {
        return new Consequences(List.copyOf(all));
    }

    public Effect of(Affected affected, Term term) {
        return all.stream()
                .filter(one -> one.affected() == affected && one.term() == term)
                .findFirst()
                .orElseThrow()
                .effect();
    }
}
