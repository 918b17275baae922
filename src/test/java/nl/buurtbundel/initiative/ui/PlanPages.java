package nl.buurtbundel.initiative.ui;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Office;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.ProposalStanding;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** The pages of a plan as its views get them, for tests. */
final class PlanPages {

    private PlanPages() {}

    static Plan plan(Money priceAMonth, LocalDate intendedStart, int trialMonths) {
        return new Plan(
                "Samen koken",
                "Elke week eten",
                "meals",
                "Een maaltijd per week",
                "Buurthuis",
                List.of(),
                Money.ofEuros(500),
                20,
                5,
                priceAMonth,
                intendedStart,
                new WayBack(5, "Het wijkteam", true),
                trialMonths,
                14);
    }

    /** Not enough have joined yet. */
    static InitiativePage open(Plan plan, LocalDate cutOff, LocalDate dueOn) {
        return page(plan, Stage.OPEN, false, cutOff, Office.INITIATOR, ProposalStanding.NONE, dueOn, null, null);
    }

    static InitiativePage at(Stage stage, Plan plan, @Nullable LocalDate startedOn, @Nullable LocalDate trialEndsOn) {
        return page(plan, stage, true, null, null, ProposalStanding.NONE, null, startedOn, trialEndsOn);
    }

    /** Advised, and a proposal to decide on it stands so. */
    static InitiativePage advised(Plan plan, ProposalStanding proposal, LocalDate dueOn) {
        return page(plan, Stage.ADVISED, true, null, Stage.ADVISED.owner(proposal), proposal, dueOn, null, null);
    }

    private static InitiativePage page(
            Plan plan,
            Stage stage,
            boolean enough,
            @Nullable LocalDate cutOff,
            @Nullable Office owner,
            ProposalStanding proposal,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate trialEndsOn) {
        return new InitiativePage(
                new InitiativeId(1),
                1,
                1,
                new NeighbourhoodCode("BU99010101"),
                null,
                plan,
                stage,
                enough,
                cutOff,
                owner,
                proposal,
                dueOn,
                null,
                false,
                false,
                null,
                startedOn,
                trialEndsOn,
                null,
                List.of(),
                List.of());
    }
}
