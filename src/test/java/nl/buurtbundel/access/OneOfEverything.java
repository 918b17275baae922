package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.buurtbundel.Sql;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.Answer;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.AssessmentId;
import nl.buurtbundel.assessment.Deviation;
import nl.buurtbundel.assessment.GateCheck;
import nl.buurtbundel.assessment.NewObjection;
import nl.buurtbundel.assessment.ObjectionId;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.Question;
import nl.buurtbundel.budget.BridgeId;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.budget.PreFinancingId;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.decision.AuthorisationId;
import nl.buurtbundel.decision.AuthorisationRule;
import nl.buurtbundel.decision.CouncilDecision;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.DecisionRoad;
import nl.buurtbundel.decision.MandateId;
import nl.buurtbundel.decision.MandateRule;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.decision.SolvedId;
import nl.buurtbundel.household.BreakthroughPlan;
import nl.buurtbundel.household.FileShareId;
import nl.buurtbundel.initiative.Draft;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.JobId;
import nl.buurtbundel.initiative.NewJob;
import nl.buurtbundel.initiative.NewOffer;
import nl.buurtbundel.initiative.OfferId;
import nl.buurtbundel.initiative.OfferKind;
import nl.buurtbundel.initiative.OutcomeId;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.intake.ImportId;
import nl.buurtbundel.intake.Upload;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.outcome.HelperAskedId;
import nl.buurtbundel.outcome.WhatWorksAnswer;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.NeedMappingId;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.RepresentationId;
import nl.buurtbundel.provision.Unit;
import nl.buurtbundel.release.ChangeOrderId;
import nl.buurtbundel.release.ReleaseRoadId;
import nl.buurtbundel.release.WayBackId;
import nl.buurtbundel.signal.EscalationId;
import nl.buurtbundel.signal.EscalationReason;
import nl.buurtbundel.signal.PatternId;
import nl.buurtbundel.signal.Place;
import nl.buurtbundel.signal.RepairId;
import nl.buurtbundel.signal.ShortWords;
import nl.buurtbundel.signal.SignalId;
import nl.buurtbundel.signal.SignalKind;
import nl.buurtbundel.signal.Tap;
import nl.buurtbundel.spending.BankLineId;
import nl.buurtbundel.spending.BudgetLineId;
import nl.buurtbundel.spending.CommitmentId;
import nl.buurtbundel.spending.ExpenseId;
import nl.buurtbundel.spending.NewCommitment;
import nl.buurtbundel.spending.NewExpense;
import nl.buurtbundel.spending.PaidFrom;
import nl.buurtbundel.spending.ReceiptId;
import nl.buurtbundel.suggestion.Invitation;
import nl.buurtbundel.suggestion.LettersId;
import nl.buurtbundel.suggestion.SuggestionId;

/**
 * In the server: one thing of every kind that a service can be asked for, all in one neighbourhood, and with them arguments
 * for every method. What the house can make itself goes through its services; the rest are bare rows, enough to be found and
 * to say where they belong.
 */
@ApplicationScoped
public class OneOfEverything {
    static final MunicipalityCode MUNICIPALITY = DecisionRoad.MUNICIPALITY;
    static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99060101");
    /** Who started the plan and pledged to it. */
    static final UserId OWNER = new UserId(901);

    private static final long ROW = 9_906_001;

    @Inject
    private DecisionRoad road;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private final Map<Class<?>, Supplier<Object>> arguments = new HashMap<>();
    private String granted = "";

    void make() {
        if (!arguments.isEmpty()) {
            return;
        }
        road.prepare();
        DecisionId decided = road.proposed();
        road.decide(decided);
        road.signSecond(decided);
        granted = new InitiativeId(number("select initiative from decision where id = " + decided.value())).reference();
        DecisionId open = road.proposed();
        long initiative = number("select initiative from decision where id = " + open.value());
        makeRows(initiative);
        makeMoneyRows(initiative);
        makeSignalRows(initiative);
        takeIds(open, initiative);
        takeWords();
    }

    /** One argument for each parameter. */
    Object[] argumentsFor(Method method) {
        return Stream.of(method.getParameters()).map(this::argumentFor).toArray();
    }

    private Object argumentFor(Parameter parameter) {
        if (parameter.getType() == String.class && parameter.getName().equals("reference")) {
            return granted;
        }
        if (parameter.getType() == int.class && parameter.getName().equals("planVersion")) {
            return 1;
        }
        if (parameter.getType().isEnum()) {
            return parameter.getType().getEnumConstants()[0];
        }
        Supplier<Object> known = arguments.get(parameter.getType());
        if (known == null) {
            throw new IllegalArgumentException(
                    "no argument of " + parameter.getType() + ": name one in " + OneOfEverything.class.getSimpleName());
        }
        return known.get();
    }

    private void makeRows(long initiative) {
        execute("insert into household (id, municipality) values (" + ROW + ", 'GM9906')");
        execute("insert into person (id, version, municipality, pseudonym, household, household_registered, takes_part)"
                + " values (" + ROW + ", 0, 'GM9906', 'of the matrix', " + ROW + ", false, true)");
        execute("insert into provision (id, version, municipality, law, source, number, person, need, neighbourhood,"
                + " placed_by_hand, first_day, allocated_at, cost_by_hand, status) values (" + ROW
                + ", 0, 'GM9906', 'WMO', 'MESSAGE', '9906', " + ROW + ", 'GUIDANCE', 'BU99060101', false,"
                + " date '2026-01-01', timestamp '2026-01-01 00:00:00', false, 'ACTIVE')");
        execute("insert into representation (id, version, municipality, person, ground, last_day, code_hash, made_on,"
                + " representative, opened_on) values (" + ROW + ", 0, 'GM9906', " + ROW
                + ", 'MENTOR', date '2099-12-31', 'of the matrix', date '2026-01-01', " + OWNER.value()
                + ", date '2026-01-01')");
        execute("insert into need_mapping (id, version, municipality, law, category, need, first_day) values (" + ROW
                + ", 0, 'GM9906', 'WMO', '02', 'GUIDANCE', date '2026-01-01')");
        execute(
                "insert into suggestion (id, version, municipality, neighbourhood, need, alternative, made_at, standing,"
                        + " document) values (" + ROW + ", 0, 'GM9906', 'BU99060101', 'guidance', 'none',"
                        + " timestamp '2026-01-01 00:00:00', false, '{}')");
        execute("insert into invitation_run (id, suggestion, asked_by, meets_at, place, contact, state, cancel_asked,"
                + " addresses, written, alive_at, ready_at) values (" + ROW + ", " + ROW + ", 902,"
                + " timestamp '2026-01-01 00:00:00', 'hall', 'team', 'READY', false, 0, 0,"
                + " timestamp '2026-01-01 00:00:00', timestamp '2199-01-01 00:00:00')");
        execute("insert into way_back (id, version, initiative, neighbourhood, subject, bridge, same_provider, step,"
                + " asked_on, opened_on, due_on) values (" + ROW + ", 0, " + initiative + ", 'BU99060101', '" + ROW
                + "', 'team', true, 'ASKED', date '2026-01-01', date '2026-01-01', date '2026-01-15')");
        execute(
                "insert into expected_release (id, version, initiative, provision, person, neighbourhood, pledge, state,"
                        + " excluded) values (" + ROW + ", 0, " + initiative + ", " + ROW + ", " + ROW
                        + ", 'BU99060101', " + ROW
                        + ", 'PLANNED', false)");
        execute("insert into change_order (id, initiative, neighbourhood, made_on, made_by) values (" + ROW + ", "
                + initiative + ", 'BU99060101', date '2026-01-01', 902)");
        execute("insert into change_order_line (id, change_order, expected_release, person, law, source,"
                + " allocation_number, new_end) values (" + ROW + ", " + ROW + ", " + ROW + ", " + ROW
                + ", 'WMO', 'MESSAGE', '9906', date '2026-06-30')");
        execute("insert into pledge (id, version, initiative, need, adults_asked, state, confirmed_version,"
                + " chose_after_trial, stands_aside, joined_on) values (" + ROW + ", 0, " + initiative
                + ", 'meals', 1, 'JOINED', 1, false, false, date '2026-01-01')");
        execute("insert into pledge_adult (id, pledge, adult_number, subject, yes_version, chose_after_trial) values ("
                + ROW + ", " + ROW + ", 1, 'user:" + OWNER.value() + "', 1, false)");
        execute(
                "insert into helper_asked (id, version, initiative, neighbourhood, asked_by, subject, asked_on) values ("
                        + ROW + ", 0, " + initiative + ", 'BU99060101', " + OWNER.value() + ", 'user:" + OWNER.value()
                        + "', date '2026-01-01')");
        execute("insert into offer (id, version, initiative, offered_by, kind, description, paid, offered_on) values ("
                + ROW + ", 0, " + initiative + ", " + OWNER.value() + ", 'ROOM', 'a room', false, date '2026-01-01')");
        execute("insert into file_share (id, version, owner, parts, code_hash, made_on, last_day) values (" + ROW
                + ", 0, " + OWNER.value() + ", 'HELP', '9906', date '2026-01-01', date '2026-01-31')");
        execute(
                "insert into job (id, version, initiative, work, employer, places, hours_a_week, hourly_wage_cents, diploma,"
                        + " starts_on, added_by, added_on) values (" + ROW + ", 0, " + initiative
                        + ", 'work', 'employer', 1, 8,"
                        + " 2000, '', date '2026-01-01', " + OWNER.value() + ", date '2026-01-01')");
        execute("insert into own_plan_outcome (id, version, initiative, words, handed_over_on) values (" + ROW + ", 0, "
                + initiative + ", 'words', date '2026-01-01')");
        execute("insert into import_run (id, municipality, started_by, sources, started_at, alive_at, ended_at, state,"
                + " cancel_asked, process, files, files_done, files_taken, files_unchanged, files_refused, created,"
                + " replaced, older, waiting, to_repair) values (" + ROW + ", 'GM9906', 909, 'matrix',"
                + " timestamp '2026-01-01 00:00:00', timestamp '2026-01-01 00:00:00', timestamp '2026-01-01 00:00:00',"
                + " 'DONE', false, 'none', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)");
    }

    private void makeSignalRows(long initiative) {
        execute("insert into signal_pattern (id, version, municipality, title, owner, cause, in_the_room, confirmed_on)"
                + " values (" + ROW + ", 0, 'GM9906', 'matrix', 901, 'matrix', '', date '2026-01-01')");
        execute("insert into structural_change (id, pattern, place, what, state, proposed_on, decided_by, decided_on,"
                + " done_on) values (" + ROW + ", " + ROW + ", 0, 'matrix', 'DONE', date '2026-01-01', 'COLLEGE',"
                + " date '2026-01-01', date '2026-01-01')");
        execute(
                "insert into signal (id, version, municipality, source, kind, voice, step, words, raised_on, initiative,"
                        + " pattern, stands_alone) values (" + ROW
                        + ", 0, 'GM9906', 'TAPPED', 'RULE', 'RESIDENT', 'ADVISED',"
                        + " '', date '2026-01-01', " + initiative + ", " + ROW + ", false)");
        execute("insert into escalation (id, version, neighbourhood, initiative, reason, words, started_by, started_on,"
                + " escalation_level, due_on, answered) values (" + ROW + ", 0, 'BU99060101', " + initiative
                + ", 'OTHER', '', 902, date '2026-01-01', 'LOCAL', date '2199-01-01', false)");
        execute("insert into case_to_repair (id, version, structural_change, pattern, initiative, neighbourhood,"
                + " offered_on) values (" + ROW + ", 0, " + ROW + ", " + ROW + ", " + initiative
                + ", 'BU99060101', date '2026-01-01')");
    }

    private void makeMoneyRows(long initiative) {
        for (int i = 0; i < 2; i++) {
            execute("insert into user_account (id, version, login_name, display_name, municipality, roles,"
                    + " neighbourhoods, subject, active, demo) values (" + (ROW + i) + ", 0, 'matrix" + i
                    + "', 'matrix', 'GM9906', 'ALDERMAN', '', null, true, false)");
        }
        execute("insert into deputy (id, version, municipality, deputy_user, absent_user, office_role, valid_from,"
                + " valid_until) values (" + ROW + ", 0, 'GM9906', " + ROW + ", " + (ROW + 1)
                + ", 'ALDERMAN', date '2001-01-01', date '2001-12-31')");
        execute("insert into authorisation (id, version, municipality, authorisation_level, programme, task_fields,"
                + " valid_from, valid_until) values (" + ROW + ", 0, 'GM9906', 'TASK_FIELD', '', '',"
                + " date '2001-01-01', date '2001-12-31')");
        execute("insert into pre_financing (id, version, municipality, fiscal_year, neighbourhood, source_task_field,"
                + " limit_cents, ends_on, changes) values (" + ROW
                + ", 0, 'GM9906', 2026, '', '6.72', 100, date '2199-01-01', 0)");
        execute("insert into contribution (id, version, command_key, reference, neighbourhood, fiscal_year, payer_kind,"
                + " organisation, agreement_number, agreed_cents, signed_on, recorded_by, recorded_on) values (" + ROW
                + ", 0, 'matrix', 'initiative:" + initiative + "', 'BU99060101', 2026, 'FUND', 'fund', 'matrix', 100,"
                + " date '2026-01-01', 906, date '2026-01-01')");
        execute("insert into budget_line (id, version, initiative, neighbourhood, place, kind, title, granted_cents,"
                + " limit_cents, committed_cents, in_process_cents, paid_cents) values (" + ROW + ", 0, " + initiative
                + ", 'BU99060101', 0, 'COST', 'matrix', 1000, 1000, 100, 0, 0)");
        execute("insert into commitment (id, version, command_key, initiative, neighbourhood, line, with_whom, what,"
                + " amount_cents, claimed_cents, paid_cents, until_day, reservation, agreed_by, agreed_on)"
                + " values (" + ROW + ", 0, 'matrix', " + initiative + ", 'BU99060101', " + ROW
                + ", 'hall', 'rent', 100, 0, 0, date '2199-01-01', " + ROW + ", 909, date '2026-01-01')");
        execute("insert into expense (id, version, command_key, initiative, neighbourhood, line, amount_cents, purpose,"
                + " spent_on, state, booked_by, booked_on) values (" + ROW + ", 0, 'matrix', " + initiative
                + ", 'BU99060101', " + ROW + ", 100, 'matrix', date '2026-01-01', 'BOOKED', 909, date '2026-01-01')");
        execute("insert into bank_statement (id, municipality, identity, content, entries, read_by, read_on) values ("
                + ROW + ", 'GM9906', 'matrix', 'matrix', 1, 909, date '2026-01-01')");
        execute("insert into bank_line (id, version, municipality, statement, identity, booked_on, amount_cents,"
                + " paid_out, by_card, state, why) values (" + ROW + ", 0, 'GM9906', " + ROW
                + ", 'matrix', date '2026-01-01', 100, true, false, 'OPEN', 'NO_REFERENCE')");
        execute("insert into bridging_budget (id, version, municipality, fiscal_year, escalation_level, task_field,"
                + " changes) values (" + ROW + ", 0, 'GM9906', 2016, 'LOCAL', '6.1', 0)");
        execute("insert into bridge (id, version, neighbourhood, fiscal_year, escalation_level, task_field, reference,"
                + " receiver, amount_cents, given_back_cents, borne_cents, open_cents, until_day, made_by, made_on,"
                + " changes, payers_named) values (" + ROW + ", 0, 'BU99060101', 2016, 'LOCAL', '6.1', 'initiative:"
                + initiative + "', 'matrix', 100, 0, 0, 100, date '2199-01-01', 902, date '2026-01-01', 0, 0)");
        execute("insert into team_pot (id, version, neighbourhood, fiscal_year, task_field, changes) values (" + ROW
                + ", 0, 'BU99060101', 2016, '6.1', 0)");
        execute("insert into mini_budget_household (id, version, municipality, fiscal_year, household, promised_cents,"
                + " limit_cents) values (" + ROW + ", 0, 'GM9906', 2026, 'matrix', 0, 50000)");
        execute("insert into mini_budget (id, version, neighbourhood, fiscal_year, household, need, amount_cents,"
                + " limit_cents, colleagues, agreed_count, state, proposed_by, proposed_on, decide_by, holds, spent_cents)"
                + " values (" + ROW + ", 0, 'BU99060101', 2026, " + ROW
                + ", 'matrix', 100, 50000, 2, 0, 'PROPOSED', 902,"
                + " date '2026-01-01', date '2199-01-01', 0, 0)");
        execute("insert into solved_without_money (id, version, neighbourhood, solution, solved_on, told_by) values ("
                + ROW + ", 0, 'BU99060101', 'WITHOUT_MONEY', date '2026-01-01', 902)");
        execute("insert into receipt (id, opaque_id, expense, kind, bytes, added_by, added_on) values (" + ROW
                + ", 'of the matrix', " + ROW + ", 'PNG', 1, 909, date '2026-01-01')");
    }

    private void takeIds(DecisionId decision, long initiative) {
        always(DecisionId.class, decision);
        always(InitiativeId.class, new InitiativeId(initiative));
        always(
                AssessmentId.class,
                new AssessmentId(number("select max(id) from assessment where initiative = " + initiative)));
        always(
                ObjectionId.class,
                new ObjectionId(number("select max(id) from objection where initiative = " + initiative)));
        always(SignalId.class, new SignalId(ROW));
        always(PatternId.class, new PatternId(ROW));
        always(RepairId.class, new RepairId(ROW));
        always(EscalationId.class, new EscalationId(ROW));
        always(EscalationReason.class, EscalationReason.OTHER);
        always(ShortWords.class, new ShortWords("words"));
        always(BridgeId.class, new BridgeId(ROW));
        always(EscalationLevel.class, EscalationLevel.LOCAL);
        always(Tap.class, new Tap(Place.PLAN, initiative, SignalKind.RULE, new ShortWords(""), false));
        always(MandateId.class, new MandateId(number("select max(id) from mandate where municipality = 'GM9906'")));
        always(
                AuthorisationId.class,
                new AuthorisationId(number("select max(id) from authorisation where municipality = 'GM9906'")));
        always(
                AccountId.class,
                new AccountId(number("select max(id) from ledger_account where municipality = 'GM9906'")));
        always(
                TransferId.class,
                new TransferId(number("select max(id) from ledger_transfer where municipality = 'GM9906'")));
        always(DeputyId.class, new DeputyId(ROW));
        always(UserId.class, new UserId(ROW));
        always(HouseholdId.class, new HouseholdId(ROW));
        always(PersonId.class, new PersonId(ROW));
        always(ProvisionId.class, new ProvisionId(ROW));
        always(RepresentationId.class, new RepresentationId(ROW));
        always(NeedMappingId.class, new NeedMappingId(ROW));
        always(SuggestionId.class, new SuggestionId(ROW));
        always(WayBackId.class, new WayBackId(ROW));
        always(ReleaseRoadId.class, new ReleaseRoadId(ROW));
        always(ChangeOrderId.class, new ChangeOrderId(ROW));
        always(PledgeId.class, new PledgeId(ROW));
        always(HelperAskedId.class, new HelperAskedId(ROW));
        always(WhatWorksAnswer.class, new WhatWorksAnswer(true, true, false));
        always(OfferId.class, new OfferId(ROW));
        always(JobId.class, new JobId(ROW));
        always(BreakthroughPlan.class, BreakthroughPlan.of(List.of()));
        always(OutcomeId.class, new OutcomeId(ROW));
        always(FileShareId.class, new FileShareId(ROW));
        always(NewJob.class, new NewJob("work", "employer", 1, 8, Money.ofEuros(20), "", LocalDate.of(2026, 1, 1)));
        always(LettersId.class, new LettersId(ROW));
        always(BudgetLineId.class, new BudgetLineId(ROW));
        always(CommitmentId.class, new CommitmentId(ROW));
        always(ExpenseId.class, new ExpenseId(ROW));
        always(BankLineId.class, new BankLineId(ROW));
        always(ReceiptId.class, new ReceiptId("of the matrix"));
        always(PreFinancingId.class, new PreFinancingId(ROW));
        always(ContributionId.class, new ContributionId(ROW));
        always(MiniBudgetId.class, new MiniBudgetId(ROW));
        always(SolvedId.class, new SolvedId(ROW));
        always(ImportId.class, new ImportId(ROW));
        always(AllocationNumber.class, AllocationNumber.ofMessage(Law.WMO, 9906));
    }

    private void takeWords() {
        LocalDate today = LocalDate.now(clock);
        always(MunicipalityCode.class, MUNICIPALITY);
        always(NeighbourhoodCode.class, HERE);
        always(String.class, "words");
        always(int.class, 0);
        always(Integer.class, 0);
        always(long.class, 0L);
        always(byte[].class, new byte[0]);
        always(boolean.class, false);
        always(LocalDate.class, today.plusMonths(2));
        always(PaidFrom.class, new PaidFrom("words", "NL91ABNA0417164300"));
        always(Instant.class, clock.instant());
        always(YearMonth.class, YearMonth.from(today));
        always(FiscalYear.class, new FiscalYear((int)
                number("select max(fiscal_year) from ledger_account where kind = 'GRANTED'" + " and reference = '"
                        + granted + "'")));
        always(Period.class, Period.from(today));
        always(Money.class, Money.ofEuros(1));
        always(
                NewExpense.class,
                new NewExpense(new BudgetLineId(ROW), null, Money.ofEuros(1), "words", LocalDate.now(clock)));
        always(
                NewCommitment.class,
                new NewCommitment(new BudgetLineId(ROW), "hall", "rent", Money.ofEuros(1), today.plusMonths(2)));
        always(
                NewContribution.class,
                new NewContribution(
                        new FiscalYear(2026), ContributorKind.FUND, "fund", "words", Money.ofEuros(1), today));
        arguments.put(InputStream.class, InputStream::nullInputStream);
        always(List.class, List.of());
        always(Set.class, Set.of());
        always(Collection.class, List.of());
        always(Map.class, Map.of());
        always(Bsn.class, new Bsn("999990019"));
        always(MonthlyCover.Release.class, new MonthlyCover.Release(YearMonth.from(today), Money.ofEuros(1), false));
        always(Price.class, Price.perUnit(Unit.MINUTE, Money.ofEuros(1)));
        always(NewObjection.class, new NewObjection(ObjectionKind.PRECEDENT, "words", "words", null));
        always(Answer.class, new Answer(Question.EFFECT, true, "words", null));
        always(GateCheck.class, GateCheck.open());
        always(Advice.class, Advice.positive("words"));
        always(Deviation.class, new Deviation(new ArticleReference("Awb, artikel 4:84"), null));
        always(ArticleReference.class, new ArticleReference("Warenwetbesluit, artikel 2"));
        always(Draft.class, new Draft(1, Map.of()));
        always(NewOffer.class, new NewOffer(OfferKind.values()[0], "words", null, false));
        always(Invitation.class, new Invitation(LocalDateTime.now(clock), "hall", "team"));
        always(AuthorisationRule.class, AuthorisationRule.everyTaskField(Period.from(today.plusYears(50))));
        always(CouncilDecision.class, new CouncilDecision(true, "2026-1", today));
        always(
                MandateRule.class,
                new MandateRule(Decider.ALDERMAN, Money.ofEuros(1), false, Set.of(), 1, null, 0, Period.from(today)));
        always(
                Plan.class,
                new Plan(
                        "Samen koken",
                        "Elke week eten",
                        "meals",
                        "Een maaltijd",
                        "Buren",
                        List.of(new PlanLine("Boodschappen", Money.ofEuros(1))),
                        Money.ZERO,
                        20,
                        1,
                        Money.ZERO,
                        today.plusMonths(2),
                        new WayBack(10, "Het wijkteam", true),
                        0,
                        14));
        User administrator =
                new User(new UserId(909), "administrator", MUNICIPALITY, Set.of(Role.ADMINISTRATOR), Set.of(), null);
        always(CollectiveAlternative.class, currentUser.runAs(administrator, () -> {
            catalogue.loadStandard();
            return catalogue.list().get(0).alternative();
        }));
        arguments.put(Upload.class, Upload::create);
        arguments.put(Path.class, OneOfEverything::emptyFolder);
    }

    private <T> void always(Class<T> type, T argument) {
        arguments.put(type, () -> argument);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("matrix");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long number(String query) {
        try {
            return sql.number(query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private void execute(String command) {
        try {
            sql.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }
}
