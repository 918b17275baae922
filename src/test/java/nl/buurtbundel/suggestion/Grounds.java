package nl.buurtbundel.suggestion;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** What decisions rest on, drawn: an alternative of the catalogue with other prices, for other households. */
public final class Grounds {
    private static final List<CollectiveAlternative> ALL = StandardCatalogue.alternatives();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Instant MADE = Instant.parse("2026-11-21T10:15:30.123456Z");

    private Grounds() {}

    public static DecisionGround draw(Random random) {
        CollectiveAlternative alternative = ALL.get(random.nextInt(ALL.size()));
        for (CostLine line : List.copyOf(alternative.yearlyCosts())) {
            if (random.nextBoolean()) {
                alternative =
                        alternative.withPrice(line.id(), Money.ofCents(random.nextInt(200_000)), line.assumption());
            }
        }
        String need = alternative.needs().get(0);
        int households = 10 + random.nextInt(190);
        Basis behind = Basis.published(
                need, DAY, households, Money.ofCents(households * (long) (50_000 + random.nextInt(900_000))));
        Sum sum = Calculation.of(
                behind,
                new CatalogueItem(alternative, 1 + random.nextInt(9), MADE),
                new PlanProof(
                        random.nextBoolean(),
                        Money.ofCents(random.nextInt(9_000_000)),
                        Money.ofCents(9_000_000),
                        false));
        Suggestion suggestion =
                new Suggestion(new NeighbourhoodCode("BU99060101"), sum, random.nextInt(5) == 0 ? null : behind, MADE);
        try {
            Field id = Suggestion.class.getDeclaredField("id");
            id.setAccessible(true);
            id.set(suggestion, 77L);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return suggestion.ground();
    }
}
