package nl.buurtbundel.spending;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.ledger.PlanAgainstActual;
import nl.buurtbundel.ledger.Positions;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** Plan against actual of a whole municipality, with the reason for every difference. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class YearOfSpending {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final Positions positions;
    private final Initiatives initiatives;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected YearOfSpending() {
        this(null, null, null);
    }

    @Inject
    YearOfSpending(Access access, Positions positions, Initiatives initiatives) {
        this.access = access;
        this.positions = positions;
        this.initiatives = initiatives;
    }

    /** Each plan once for each task field that its money began in, the largest first. */
    public List<PlanOfYear> list(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        List<PlanAgainstActual> figures = positions.listPlanAgainstActual(municipality, year);
        List<InitiativeId> plans = figures.stream()
                .map(PlanAgainstActual::reference)
                .distinct()
                .flatMap(reference -> InitiativeId.find(reference).stream())
                .toList();
        Map<InitiativeId, PlanInBrief> briefs = initiatives.listInBrief(plans);
        Map<InitiativeId, List<String>> whys = whys(plans);
        return figures.stream()
                .map(one -> {
                    Optional<InitiativeId> plan = InitiativeId.find(one.reference());
                    Optional<PlanInBrief> brief = plan.map(briefs::get);
                    return new PlanOfYear(
                            one,
                            brief.map(PlanInBrief::title).orElse(one.reference()),
                            brief.map(known -> known.stage().isEnded()).orElse(false),
                            plan.map(id -> whys.getOrDefault(id, List.of())).orElse(List.of()));
                })
                .sorted((one, other) ->
                        other.figures().planned().compareTo(one.figures().planned()))
                .toList();
    }

    private Map<InitiativeId, List<String>> whys(Collection<InitiativeId> plans) {
        Map<InitiativeId, List<String>> whys = new HashMap<>();
        Parts.of(plans.stream().map(InitiativeId::value).toList()).stream()
                .flatMap(part -> entityManager
                        .createQuery(
                                "select l from BudgetLine l where l.initiative in :plans and l.whyDifferent is not null"
                                        + " order by l.initiative, l.place",
                                BudgetLine.class)
                        .setParameter("plans", part)
                        .getResultStream())
                .forEach(line -> line.why()
                        .ifPresent(why -> whys.computeIfAbsent(line.initiative(), of -> new ArrayList<>())
                                .add(why)));
        return whys;
    }
}
