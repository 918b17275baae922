package nl.buurtbundel.decision;

import java.util.List;
import java.util.Optional;
import nl.buurtbundel.assessment.AssessmentView;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.BeganWith;
import org.jspecify.annotations.Nullable;

/**
 * Everything on one page for whoever decides.
 *
 * @param asked how what the plan asks for is put together
 * @param households how many households it was proposed for
 * @param total what the plan is brought to in all
 * @param grantedBefore what earlier decisions granted of that
 * @param mandate who may decide by the table of today; by the table of then once it was decided
 * @param cover what bears it, as reserved; empty when it is not shown, and when nothing bears it any more and the reader may
 *     not see single households
 * @param coverShown false when so few households stand behind what bears it that the reader may not see it source by source
 * @param firstYear what realised release does not yet cover, month by month, and what pre-financing bears of it
 * @param years what it does to this year and the next ones; none for a refusal
 * @param beganWith the suggestion that the plan began with; null where there was none
 * @param mayOpenAssessment the reader may open the page of the assessment itself
 * @param mayTakeFile it was decided, and the reader may take it out as a file
 * @param leftOver where money goes that the plan leaves unspent; null for a proposal to refuse
 * @param reasons of a no, also to a part of what was asked
 * @param proposedReasons what the team wrote, where whoever refused wrote something else
 * @param endedBecause why the proposal fell away
 * @param council what the council decided on it, where it was a proposal to the council
 * @param act what the reader is asked to do; null when it is somebody else’s turn
 * @param actMakesFinal what the reader is asked to do makes it final, and then everybody reads it
 * @param whyNot why the reader, whose turn it would be, may not: a message key
 * @param inPowerOf the office of whom the reader stands in for, where what is asked is done in that power
 * @param declaredInterest the reader said to have an interest in the plan
 */
public record DecisionPage(
        DecisionId id,
        int version,
        DecisionState state,
        InitiativeDossier plan,
        AskedAmount asked,
        int households,
        Money total,
        Money grantedBefore,
        boolean partly,
        boolean proposesRefusal,
        List<YearAmount> amounts,
        MandateAnswer mandate,
        List<YearCover> cover,
        boolean coverShown,
        FirstYear firstYear,
        List<YearAhead> years,
        @Nullable BeganWith beganWith,
        AssessmentView assessment,
        boolean mayOpenAssessment,
        boolean mayTakeFile,
        Readiness readiness,
        List<Signed> signatures,
        @Nullable String conditions,
        @Nullable LeftOver leftOver,
        @Nullable String collegeResolution,
        boolean legalGroundConfirmed,
        @Nullable RefusalGround ground,
        @Nullable String reasons,
        @Nullable String proposedReasons,
        @Nullable String endedBecause,
        @Nullable CouncilDecision council,
        @Nullable DecisionId replaces,
        @Nullable Act act,
        boolean actMakesFinal,
        @Nullable String whyNot,
        @Nullable Office inPowerOf,
        boolean declaredInterest) {

    public DecisionPage {
        amounts = List.copyOf(amounts);
        cover = List.copyOf(cover);
        years = List.copyOf(years);
        signatures = List.copyOf(signatures);
    }

    /** It is, or was, a proposal to the council, with a document for it. */
    public boolean isForCouncil() {
        return state == DecisionState.COUNCIL_PROPOSAL || council != null;
    }

    public Optional<Act> findAct() {
        return Optional.ofNullable(act);
    }

    /** What changes from day to day matters to it still; of what was decided it tells nothing. */
    public boolean isUndecided() {
        return state.isUndecided();
    }

    /** The reader is asked for a yes and can give it: nothing in the law, in the objections or in the own hands forbids it. */
    public boolean offersYes() {
        return act != null && act.isYes() && whyNot == null && !proposesRefusal && readiness.isReady();
    }
}
