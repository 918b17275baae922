package nl.buurtbundel.assessment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

@Embeddable
class ConsequencePart {
    @Enumerated(EnumType.STRING)
    private Consequence.Affected affected;

    @Enumerated(EnumType.STRING)
    private Consequence.Term term;

    @Enumerated(EnumType.STRING)
    private Consequence.Effect effect;

    protected ConsequencePart() {}

    ConsequencePart(Consequence consequence) {
        affected = consequence.affected();
        term = consequence.term();
        effect = consequence.effect();
    }

    Consequence view() {
        return new Consequence(affected, term, effect);
    }
}
