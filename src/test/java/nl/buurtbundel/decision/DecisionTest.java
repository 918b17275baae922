package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UserId PROPOSER = new UserId(1);
    private static final UserId INITIATOR = new UserId(2);
    private static final UserId ASSESSOR = new UserId(3);
    private static final UserId PAID = new UserId(4);
    private static final UserId ALDERMAN = new UserId(5);
    private static final UserId BUDGET_HOLDER = new UserId(6);
    private static final Readiness READY = new Readiness(List.of(), false, false, true, false);
    private static final FiscalYear Y2026 = new FiscalYear(2026);
    private static final FiscalYear Y2027 = new FiscalYear(2027);
    private static final MandateLine ALDERMAN_LINE = line(10, Decider.ALDERMAN, 200_000, 0);
    private static final MandateLine TEAM_LINE = line(11, Decider.TEAM, 20_000, 2);

    @Test
    void two_signatures_of_two_people_make_it_final_and_post_every_year() {
        Decision decision = proposed();
        decide(decision, ALDERMAN);
        assertThat(decision.state()).isEqualTo(DecisionState.DECIDED);
        Map<FiscalYear, Long> posted = decision.signSecond(BUDGET_HOLDER, eyes(decision), READY, false, NOW);
        assertThat(decision.state()).isEqualTo(DecisionState.FINAL);
        assertThat(posted).containsExactly(Map.entry(Y2026, 2026L), Map.entry(Y2027, 2027L));
    }

    @Test
    void nobody_with_another_hand_in_it_signs_at_any_place() {
        for (UserId involved : List.of(PROPOSER, INITIATOR, ASSESSOR, PAID)) {
            Decision first = proposed();
            assertThatThrownBy(() -> decide(first, involved)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> refuse(first, involved)).isInstanceOf(Refusal.class);
            assertThat(first.state()).isEqualTo(DecisionState.PROPOSED);
            decide(first, ALDERMAN);
            assertThatThrownBy(() -> first.signSecond(involved, eyes(first), READY, false, NOW))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> first.declineSecond(involved, eyes(first), "Nee", NOW))
                    .isInstanceOf(Refusal.class);
            assertThat(first.state()).isEqualTo(DecisionState.DECIDED);
        }
    }

    @Test
    void the_first_signer_is_not_the_second() {
        Decision decision = proposed();
        decide(decision, ALDERMAN);
        assertThatThrownBy(() -> decision.signSecond(ALDERMAN, eyes(decision), READY, false, NOW))
                .hasMessage("decision.error.signed-already");
    }

    @Test
    void whatever_is_done_in_whatever_order_each_reservation_is_resolved_at_most_once_and_always_at_the_end() {
        Random random = new Random(2026);
        int resolved = 0;
        for (int life = 0; life < 2_000; life++) {
            Decision decision = proposed();
            Map<Long, Integer> times = new HashMap<>();
            for (int step = 0; step < 8; step++) {
                try {
                    deed(decision, random).values().forEach(group -> times.merge(group, 1, Integer::sum));
                } catch (Refusal no) {
                    // a refused deed changes nothing, which the counts below would show
                }
            }
            assertThat(times.values()).allMatch(count -> count == 1);
            assertThat(times).hasSize(decision.state().isOpen() ? 0 : 2);
            resolved += times.size();
        }
        assertThat(resolved).isGreaterThan(2_000);
    }

    private static Map<FiscalYear, Long> deed(Decision decision, Random random) {
        UserId by = List.of(PROPOSER, ASSESSOR, ALDERMAN, BUDGET_HOLDER).get(random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                decide(decision, by);
                yield Map.of();
            }
            case 2 -> decision.signSecond(by, eyes(decision), READY, false, NOW);
            case 3 ->
                switch (random.nextInt(8)) {
                    case 0, 1 -> refuse(decision, by);
                    case 2 -> sendBack(decision, by, Role.ALDERMAN, "Anders");
                    default -> Map.of();
                };
            case 4 -> decision.declineSecond(by, eyes(decision), "Geen ruimte", NOW);
            default -> random.nextInt(4) == 0 ? decision.lapse("Ingetrokken", NOW) : Map.of();
        };
    }

    @Test
    void only_the_proposer_takes_a_proposal_back_and_nobody_does_once_it_is_signed() {
        Decision unsigned = proposed();
        assertThat(unsigned.mayTakeBack(ALDERMAN)).isFalse();
        assertThatThrownBy(() -> unsigned.takeBack(ALDERMAN, "Toch niet", NOW))
                .hasMessage("decision.error.not-your-proposal");
        assertThat(unsigned.mayTakeBack(PROPOSER)).isTrue();
        assertThat(unsigned.takeBack(PROPOSER, "Toch niet", NOW)).hasSize(2);
        assertThat(unsigned.state()).isEqualTo(DecisionState.VOIDED);
        assertThatThrownBy(() -> unsigned.takeBack(PROPOSER, "Nog eens", NOW)).isInstanceOf(Refusal.class);

        Decision decided = proposed();
        decide(decided, ALDERMAN);
        assertThatThrownBy(() -> decided.takeBack(PROPOSER, "Toch niet", NOW))
                .hasMessage("decision.error.signed-not-taken-back");
        assertThat(decided.state()).isEqualTo(DecisionState.DECIDED);

        MandateAnswer team = new MandateAnswer(Decider.TEAM, TEAM_LINE, MandateAnswer.Why.WITHIN_RULE);
        Decision agreed = reserved(grant(team, 4_000, 4_000, 0));
        agree(agreed, new UserId(30), team);
        assertThat(agreed.mayTakeBack(PROPOSER)).isFalse();
        assertThatThrownBy(() -> agreed.takeBack(PROPOSER, "Toch niet", NOW))
                .hasMessage("decision.error.signed-not-taken-back");
    }

    @Test
    void a_final_decision_is_changed_by_nothing() {
        Decision decision = proposed();
        decide(decision, ALDERMAN);
        decision.signSecond(BUDGET_HOLDER, eyes(decision), READY, false, NOW);
        UserId other = new UserId(99);
        assertThatThrownBy(() -> decide(decision, other)).hasMessage("decision.error.not-open");
        assertThatThrownBy(() -> refuse(decision, other)).hasMessage("decision.error.not-open");
        assertThatThrownBy(() -> decision.lapse("Toch niet", NOW)).hasMessage("decision.error.not-open");
        assertThatThrownBy(() -> decision.declineSecond(other, eyes(decision), "Nee", NOW))
                .hasMessage("decision.error.not-open");
    }

    @Test
    void an_open_gate_a_blocking_objection_or_too_few_households_stop_a_yes_at_both_signatures_and_never_a_no() {
        for (Readiness notReady : List.of(
                new Readiness(List.of("Wet kinderopvang 1.45"), false, false, true, false),
                new Readiness(List.of(), true, false, true, false),
                new Readiness(List.of(), false, false, false, false))) {
            Decision decision = proposed();
            assertThatThrownBy(() -> decide(decision, ALDERMAN, notReady, true)).isInstanceOf(Refusal.class);
            decide(decision, ALDERMAN);
            assertThatThrownBy(() -> decision.signSecond(BUDGET_HOLDER, eyes(decision), notReady, false, NOW))
                    .isInstanceOf(Refusal.class);
            Decision refused = proposed();
            refuse(refused, ALDERMAN);
            assertThat(refused.state()).isEqualTo(DecisionState.REFUSED);
        }
    }

    @Test
    void an_overdue_objection_asks_the_decider_to_confirm_the_legal_ground() {
        Readiness overdue = new Readiness(List.of(), false, true, true, false);
        Decision decision = proposed();
        assertThatThrownBy(() -> decide(decision, ALDERMAN, overdue, false))
                .hasMessage("decision.error.confirm-legal-ground");
        decide(decision, ALDERMAN, overdue, true);
        assertThat(decision.isLegalGroundConfirmed()).isTrue();
        // confirmed once, it is not asked again
        decision.signSecond(BUDGET_HOLDER, eyes(decision), overdue, false, NOW);
        assertThat(decision.state()).isEqualTo(DecisionState.FINAL);
    }

    @Test
    void an_objection_that_is_overdue_after_the_first_signature_asks_the_second_to_confirm() {
        Readiness overdue = new Readiness(List.of(), false, true, true, false);
        Decision decision = proposed();
        decide(decision, ALDERMAN);
        assertThatThrownBy(() -> decision.signSecond(BUDGET_HOLDER, eyes(decision), overdue, false, NOW))
                .hasMessage("decision.error.confirm-legal-ground");
        assertThat(decision.state()).isEqualTo(DecisionState.DECIDED);
        decision.signSecond(BUDGET_HOLDER, eyes(decision), overdue, true, NOW);
        assertThat(decision.isLegalGroundConfirmed()).isTrue();
    }

    @Test
    void it_is_the_turn_of_who_signs_next_and_of_nobody_at_the_end() {
        Decision decision = proposed();
        assertThat(decision.turn(alderman())).contains(Office.ALDERMAN);
        decide(decision, ALDERMAN);
        assertThat(decision.turn(alderman())).contains(Office.BUDGET_HOLDER);
        decision.signSecond(BUDGET_HOLDER, eyes(decision), READY, false, NOW);
        assertThat(decision.turn(alderman())).isEmpty();
        Decision refused = proposed();
        refuse(refused, ALDERMAN);
        assertThat(refused.turn(alderman())).isEmpty();
    }

    @Test
    void each_signature_tells_in_which_office_it_was_put() {
        MandateAnswer manager = new MandateAnswer(Decider.MANAGER, ALDERMAN_LINE, MandateAnswer.Why.WITHIN_RULE);
        Decision decision = proposed();
        decision.decide(ALDERMAN, Set.of(Role.ALDERMAN), eyes(decision), READY, manager, null, false, NOW);
        decision.signSecond(BUDGET_HOLDER, eyes(decision), READY, false, NOW);
        assertThat(decision.signatures())
                .extracting(Signed::kind, Signed::office)
                .containsExactly(
                        tuple(SignatureKind.DECIDED, Office.ALDERMAN),
                        tuple(SignatureKind.SIGNED_SECOND, Office.BUDGET_HOLDER));
        assertThat(Decider.MANAGER.officeOf(Set.of(Role.MANAGER))).isEqualTo(Office.MANAGER);
        assertThat(Decider.COLLEGE.officeOf(Set.of(Role.ALDERMAN))).isEqualTo(Office.COLLEGE);
        assertThat(Decider.TEAM.officeOf(Set.of(Role.TEAM_WORKER, Role.MANAGER)))
                .as("who is in the team too decides as manager: the team agrees and decides nothing")
                .isEqualTo(Office.MANAGER);
    }

    @Test
    void who_does_not_agree_sends_it_back_with_reasons_and_the_money_is_free() {
        Decision decision = proposed();
        assertThatThrownBy(() -> sendBack(decision, ALDERMAN, Role.MANAGER, "Anders"))
                .hasMessage("decision.error.no-mandate.alderman");
        assertThatThrownBy(() -> sendBack(decision, PROPOSER, Role.ALDERMAN, "Anders"))
                .hasMessage("decision.error.own-proposal");
        assertThatThrownBy(() -> sendBack(decision, ALDERMAN, Role.ALDERMAN, " "))
                .hasMessage("decision.error.reasons-missing");
        assertThat(decision.state()).isEqualTo(DecisionState.PROPOSED);
        assertThat(sendBack(decision, ALDERMAN, Role.ALDERMAN, "Anders")).hasSize(2);
        assertThat(decision.state()).isEqualTo(DecisionState.VOIDED);
        assertThat(decision.turn(alderman())).isEmpty();
        Decision decided = proposed();
        decide(decided, ALDERMAN);
        assertThatThrownBy(() -> sendBack(decided, new UserId(40), Role.ALDERMAN, "Anders"))
                .hasMessage("decision.error.not-open");
    }

    private static Map<FiscalYear, Long> sendBack(Decision decision, UserId by, Role role, String because) {
        return decision.sendBack(by, Set.of(role), eyes(decision), alderman(), because, NOW);
    }

    @Test
    void a_refusal_has_its_reasons() {
        Decision decision = proposed();
        assertThatThrownBy(() -> decision.refuse(
                        ALDERMAN,
                        Set.of(Role.ALDERMAN),
                        eyes(decision),
                        alderman(),
                        null,
                        RefusalGround.NOT_SAFE,
                        " ",
                        NOW))
                .hasMessage("decision.error.reasons-missing");
        assertThat(decision.state()).isEqualTo(DecisionState.PROPOSED);
    }

    @Test
    void what_the_team_wrote_is_kept_beside_what_who_refuses_or_sends_back_writes() {
        Decision sentBack = refusalProposed();
        sendBack(sentBack, ALDERMAN, Role.ALDERMAN, "Vraag eerst een offerte");
        assertThat(sentBack.reasons()).contains("Er is een goedkopere groep");
        assertThat(sentBack.endedBecause()).contains("Vraag eerst een offerte");
        assertThat(sentBack.proposedReasons()).isEmpty();

        Decision refused = refusalProposed();
        refuse(refused, ALDERMAN);
        assertThat(refused.reasons()).contains("Past niet bij het beleid");
        assertThat(refused.proposedReasons()).contains("Er is een goedkopere groep");
        assertThat(refused.endedBecause()).isEmpty();
    }

    private static Decision refusalProposed() {
        return Decision.proposeRefusal(
                new Decision.Subject(1, 1, Money.ofEuros(100), Money.ofEuros(100), Money.ZERO, null),
                alderman(),
                new MandateQuestion(
                        Money.ofEuros(100), Set.of(), 1, new NeighbourhoodCode("BU99010101"), 70, DAY, List.of()),
                RefusalGround.AGAINST_POLICY,
                "Er is een goedkopere groep",
                PROPOSER,
                NOW);
    }

    @Test
    void who_proposes_less_than_was_asked_says_why_and_residents_read_it() {
        assertThatThrownBy(() -> Decision.proposeGrant(
                        new Decision.Subject(1, 1, Money.ofEuros(100), Money.ofEuros(60), Money.ZERO, null),
                        List.of(new YearAmount(Y2026, Money.ofEuros(60))),
                        alderman(),
                        new MandateQuestion(
                                Money.ofEuros(60),
                                Set.of(),
                                1,
                                new NeighbourhoodCode("BU99010101"),
                                70,
                                DAY,
                                List.of()),
                        "",
                        " ",
                        LeftOver.NEIGHBOURHOOD,
                        PROPOSER,
                        NOW))
                .hasMessage("decision.error.why-less-missing");
        assertThat(DecisionLetter.of(List.of(grantOf(60_000, 0, "")), Money.ofEuros(100_000), true)
                        .reasons())
                .isEqualTo("Meer is er nu niet");
        assertThat(DecisionLetter.of(
                                List.of(grantOf(60_000, 0, ""), grantOf(100_000, 60_000, "")),
                                Money.ofEuros(100_000),
                                true)
                        .reasons())
                .as("all is granted in the end")
                .isNull();
    }

    @Test
    void who_has_no_mandate_on_the_day_itself_does_not_decide() {
        Decision decision = proposed();
        MandateAnswer college = new MandateAnswer(Decider.COLLEGE, null, MandateAnswer.Why.ABOVE_ALL_RULES);
        assertThatThrownBy(() -> decision.decide(
                        ALDERMAN, Set.of(Role.MANAGER), eyes(decision), READY, alderman(), null, false, NOW))
                .hasMessage("decision.error.no-mandate.alderman");
        assertThatThrownBy(() -> decision.decide(
                        ALDERMAN, Set.of(Role.ALDERMAN), eyes(decision), READY, college, " ", false, NOW))
                .hasMessage("decision.error.college-resolution-missing");
        decision.decide(ALDERMAN, Set.of(Role.ALDERMAN), eyes(decision), READY, college, "B&W 2026-031", false, NOW);
        assertThat(decision.collegeResolution()).contains("B&W 2026-031");
    }

    @Test
    void beyond_the_appropriation_it_stops_as_a_council_proposal_without_reservation() {
        MandateAnswer council = new MandateAnswer(Decider.COUNCIL, null, MandateAnswer.Why.BEYOND_APPROPRIATION);
        Decision decision = grant(council, 100_000, 100_000, 0);
        assertThat(decision.state()).isEqualTo(DecisionState.COUNCIL_PROPOSAL);
        assertThatThrownBy(() -> decide(decision, ALDERMAN)).isInstanceOf(Refusal.class);
        assertThat(decision.lapse("De raad heeft besloten", NOW)).isEmpty();
    }

    @Test
    void what_the_council_decided_is_written_down_once_by_somebody_without_another_hand_in_it() {
        LocalDate later = DAY.plusDays(40);
        CouncilDecision yes = new CouncilDecision(true, " 2026-045 ", DAY.plusDays(30));
        Decision decision = forCouncil();
        for (UserId involved : List.of(PROPOSER, INITIATOR, ASSESSOR, PAID)) {
            assertThatThrownBy(() -> decision.recordCouncil(involved, eyes(decision), yes, later, NOW))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> decision.recordCouncil(ALDERMAN, eyes(decision), yes, DAY.plusDays(29), NOW))
                .hasMessage("decision.error.council-day");
        assertThatThrownBy(() -> decision.recordCouncil(
                        ALDERMAN, eyes(decision), new CouncilDecision(true, "1", DAY.minusDays(1)), later, NOW))
                .hasMessage("decision.error.council-day");
        decision.recordCouncil(ALDERMAN, eyes(decision), yes, later, NOW);
        assertThat(decision.state()).isEqualTo(DecisionState.COUNCIL_ADOPTED);
        assertThat(decision.hasComeBack()).isTrue();
        assertThat(decision.council()).contains(new CouncilDecision(true, "2026-045", DAY.plusDays(30)));
        assertThatThrownBy(() -> decision.recordCouncil(ALDERMAN, eyes(decision), yes, later, NOW))
                .hasMessage("decision.error.not-open");
        assertThatThrownBy(() -> new CouncilDecision(true, " ", DAY)).hasMessage("decision.error.council-number");

        Decision rejected = forCouncil();
        rejected.recordCouncil(ALDERMAN, eyes(rejected), new CouncilDecision(false, "7", later), later, NOW);
        assertThat(rejected.state()).isEqualTo(DecisionState.VOIDED);
        assertThat(rejected.council()).contains(new CouncilDecision(false, "7", later));
        assertThat(rejected.endedBecause().orElseThrow()).contains("7");
    }

    @Test
    void who_stands_in_is_one_hand_and_so_is_whose_power_it_was() {
        UserId deputy = new UserId(40);
        Decision decision = proposed();
        decision.decide(
                deputy, Set.of(Role.ALDERMAN), eyes(decision).inPowerOf(ALDERMAN), READY, alderman(), null, false, NOW);
        assertThat(decision.signatures())
                .containsExactly(new Signed(SignatureKind.DECIDED, Office.ALDERMAN, true, NOW));
        assertThatThrownBy(
                        () -> decision.signSecond(deputy, eyes(decision).inPowerOf(BUDGET_HOLDER), READY, false, NOW))
                .hasMessage("decision.error.signed-already");
        assertThatThrownBy(() -> decision.signSecond(ALDERMAN, eyes(decision), READY, false, NOW))
                .hasMessage("decision.error.signed-already");
        assertThatThrownBy(() ->
                        decision.signSecond(new UserId(41), eyes(decision).inPowerOf(ALDERMAN), READY, false, NOW))
                .hasMessage("decision.error.absent-has-a-hand");
        decision.signSecond(BUDGET_HOLDER, eyes(decision), READY, false, NOW);
        assertThat(decision.state()).isEqualTo(DecisionState.FINAL);
        assertThat(decision.signatures().get(1).byDeputy()).isFalse();
    }

    private static Decision forCouncil() {
        return grant(
                new MandateAnswer(
                        Decider.COUNCIL,
                        null,
                        MandateAnswer.Why.BEYOND_AUTHORISATION,
                        List.of(new Amendment(
                                Y2026,
                                new AuthorisedUnit("6.712", null),
                                new AuthorisedUnit("6.1", null),
                                Money.ofEuros(50_000))),
                        List.of()),
                100_000,
                100_000,
                0);
    }

    @Test
    void a_team_decides_with_two_agreeing_colleagues_besides_the_proposer() {
        MandateAnswer team = new MandateAnswer(Decider.TEAM, TEAM_LINE, MandateAnswer.Why.WITHIN_RULE);
        Decision decision = reserved(grant(team, 4_000, 4_000, 0));
        assertThatThrownBy(() -> agree(decision, PROPOSER, team)).hasMessage("decision.error.own-proposal");
        assertThat(decision.isFinalAfter(Act.AGREE, team)).isFalse();
        assertThat(agree(decision, new UserId(30), team)).isEmpty();
        assertThatThrownBy(() -> agree(decision, new UserId(30), team)).hasMessage("decision.error.signed-already");
        assertThat(decision.state()).isEqualTo(DecisionState.PROPOSED);
        assertThat(decision.isFinalAfter(Act.AGREE, team))
                .as("everybody reads it after this one")
                .isTrue();
        assertThat(decision.isFinalAfter(Act.DECIDE, team)).isFalse();
        assertThat(decision.isFinalAfter(Act.SIGN_SECOND, team)).isTrue();
        assertThat(agree(decision, new UserId(31), team)).hasSize(2);
        assertThat(decision.state()).isEqualTo(DecisionState.FINAL);
    }

    @Test
    void no_more_is_granted_than_is_asked_and_the_years_add_up() {
        assertThatThrownBy(() -> grant(alderman(), 100_000, 100_001, 0)).hasMessage("decision.error.more-than-asked");
        assertThatThrownBy(() -> grant(alderman(), 100_000, 60_000, 60_000))
                .hasMessage("decision.error.years-do-not-add-up");
        assertThat(grant(alderman(), 100_000, 60_000, 0).isPartly()).isTrue();
        assertThat(grant(alderman(), 100_000, 100_000, 60_000).isPartly()).isFalse();
    }

    @Test
    void a_later_grant_leaves_the_conditions_of_the_earlier_ones_standing() {
        DecisionLetter letter = DecisionLetter.of(
                List.of(
                        grantOf(50_000, 0, "Eerst een keuring"),
                        grantOf(60_000, 50_000, ""),
                        grantOf(70_000, 60_000, "Een verslag")),
                Money.ofEuros(100_000),
                true);
        assertThat(letter.conditions()).containsExactly("Eerst een keuring", "Een verslag");
        assertThat(letter.findGranted()).contains(Money.ofEuros(70_000));
        assertThat(letter.findGoesOnWithout()).contains(Money.ofEuros(30_000));
    }

    /** One process hands out the keys 51 to 100, another one 1 to 50. */
    @Test
    void what_was_granted_last_is_not_what_has_the_highest_key() throws ReflectiveOperationException {
        Decision first = keyed(51, grantOf(50_000, 0, "Eerst een keuring"), NOW);
        Decision second = keyed(11, grantOf(60_000, 50_000, "Een verslag"), NOW.plusSeconds(60));
        assertThat(Stream.of(second, first).sorted(Decision.IN_TIME)).containsExactly(first, second);
        DecisionLetter letter = DecisionLetter.of(List.of(second, first), Money.ofEuros(100_000), true);
        assertThat(letter.conditions()).containsExactly("Eerst een keuring", "Een verslag");
        assertThat(letter.findGranted()).contains(Money.ofEuros(60_000));
    }

    private static Decision keyed(long id, Decision decision, Instant at) throws ReflectiveOperationException {
        Field key = Decision.class.getDeclaredField("id");
        key.setAccessible(true);
        key.set(decision, id);
        decision.decide(
                ALDERMAN, Set.of(Role.ALDERMAN), eyes(decision), READY, alderman(), null, false, at.minusSeconds(1));
        decision.reserved(Y2026, id, List.of());
        decision.signSecond(BUDGET_HOLDER, eyes(decision), READY, false, at);
        return decision;
    }

    @Test
    void of_all_that_was_proposed_on_a_plan_what_waits_is_read_first_and_then_what_was_decided() {
        DecisionOnPlan granted = new DecisionOnPlan(new DecisionId(1), DecisionState.FINAL);
        DecisionOnPlan refused = new DecisionOnPlan(new DecisionId(2), DecisionState.REFUSED);
        DecisionOnPlan ended = new DecisionOnPlan(new DecisionId(3), DecisionState.VOIDED);
        DecisionOnPlan waits = new DecisionOnPlan(new DecisionId(4), DecisionState.DECIDED);
        DecisionOnPlan ofCouncil = new DecisionOnPlan(new DecisionId(4), DecisionState.COUNCIL_PROPOSAL);
        assertThat(DecisionOnPlan.firstToRead(List.of())).isEmpty();
        assertThat(DecisionOnPlan.firstToRead(List.of(ended))).contains(ended);
        assertThat(DecisionOnPlan.firstToRead(List.of(granted, ended))).contains(granted);
        assertThat(DecisionOnPlan.firstToRead(List.of(granted, refused, ended))).contains(refused);
        assertThat(DecisionOnPlan.firstToRead(List.of(granted, ended, waits))).contains(waits);
        assertThat(DecisionOnPlan.firstToRead(List.of(granted, ofCouncil))).contains(ofCouncil);
        assertThat(ended.isDecided()).isFalse();
        assertThat(granted.isDecided()).isTrue();
    }

    private static Decision grantOf(long total, long before, String conditions) {
        return Decision.proposeGrant(
                new Decision.Subject(1, 1, Money.ofEuros(100_000), Money.ofEuros(total), Money.ofEuros(before), null),
                List.of(new YearAmount(Y2026, Money.ofEuros(total - before))),
                alderman(),
                new MandateQuestion(
                        Money.ofEuros(total),
                        Set.of("6.2"),
                        1,
                        new NeighbourhoodCode("BU99010101"),
                        70,
                        DAY,
                        List.of()),
                conditions,
                "Meer is er nu niet",
                LeftOver.NEIGHBOURHOOD,
                PROPOSER,
                NOW);
    }

    private static Map<FiscalYear, Long> agree(Decision decision, UserId by, MandateAnswer team) {
        return decision.agree(by, eyes(decision), READY, team, false, NOW);
    }

    private static void decide(Decision decision, UserId by) {
        decide(decision, by, READY, false);
    }

    private static void decide(Decision decision, UserId by, Readiness readiness, boolean confirms) {
        decision.decide(by, Set.of(Role.ALDERMAN), eyes(decision), readiness, alderman(), null, confirms, NOW);
    }

    private static Map<FiscalYear, Long> refuse(Decision decision, UserId by) {
        return decision.refuse(
                by,
                Set.of(Role.ALDERMAN),
                eyes(decision),
                alderman(),
                null,
                RefusalGround.AGAINST_POLICY,
                "Past niet bij het beleid",
                NOW);
    }

    private static FourEyes eyes(Decision decision) {
        return new FourEyes(PROPOSER, INITIATOR, Set.of(ASSESSOR), Set.of(PAID), Set.of(), decision.signed(), null);
    }

    private static MandateAnswer alderman() {
        return new MandateAnswer(Decider.ALDERMAN, ALDERMAN_LINE, MandateAnswer.Why.WITHIN_RULE);
    }

    private static Decision proposed() {
        return reserved(grant(alderman(), 100_000, 100_000, 0));
    }

    private static Decision reserved(Decision decision) {
        decision.reserved(Y2026, 2026, List.of());
        decision.reserved(Y2027, 2027, List.of());
        return decision;
    }

    private static Decision grant(MandateAnswer answer, long requested, long total, long before) {
        long fresh = total - before;
        List<YearAmount> years = new ArrayList<>();
        if (fresh > 1) {
            years.add(new YearAmount(Y2026, Money.ofEuros(fresh / 2)));
            years.add(new YearAmount(Y2027, Money.ofEuros(fresh - fresh / 2)));
        }
        return Decision.proposeGrant(
                new Decision.Subject(1, 1, Money.ofEuros(requested), Money.ofEuros(total), Money.ofEuros(before), null),
                years,
                answer,
                new MandateQuestion(
                        Money.ofEuros(total),
                        Set.of("6.2"),
                        2,
                        new NeighbourhoodCode("BU99010101"),
                        70,
                        DAY,
                        List.of()),
                "",
                total < requested ? "Meer is er nu niet" : "",
                LeftOver.TASK_FIELD,
                PROPOSER,
                NOW);
    }

    private static MandateLine line(long id, Decider office, long euros, int colleagues) {
        return new MandateLine(
                new MandateId(id),
                1,
                new MandateRule(office, Money.ofEuros(euros), false, Set.of(), 2, null, colleagues, Period.from(DAY)));
    }
}
