package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.BeganWith;
import org.jspecify.annotations.Nullable;

/**
 * What a council reads before it decides. The same for every reader and fit to be public: what few households released, or what
 * moves with one of them, is not in it.
 *
 * @param households how many households the plan needs, not how many joined
 * @param contributed what others bear of the total by agreement: not asked of the council
 * @param years without forecasts of what comes free, which are not the same for every reader
 */
record CouncilProposal(
        DecisionId id,
        LocalDate proposedOn,
        InitiativeDossier plan,
        String neighbourhood,
        int households,
        AskedAmount asked,
        Money total,
        Money contributed,
        List<YearAmount> amounts,
        List<Amendment> amendments,
        LeftOver leftOver,
        MandateAnswer.Why why,
        @Nullable Advice advice,
        boolean objectionOpen,
        BeganWith.@Nullable Compared compared,
        List<YearAhead> years) {

    CouncilProposal {
        amounts = List.copyOf(amounts);
        amendments = List.copyOf(amendments);
        years = List.copyOf(years);
    }

    Optional<Advice> findAdvice() {
        return Optional.ofNullable(advice);
    }
}
