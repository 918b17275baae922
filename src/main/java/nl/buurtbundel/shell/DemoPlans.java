package nl.buurtbundel.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.NewUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.Answer;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.AssessmentView;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Consequence;
import nl.buurtbundel.assessment.Consequences;
import nl.buurtbundel.assessment.NewObjection;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.ObjectionOutcome;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.Question;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.EarlierTime;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.outcome.WhatWorks;
import nl.buurtbundel.outcome.WhatWorksAnswer;
import nl.buurtbundel.signal.EscalationReason;
import nl.buurtbundel.signal.Escalations;
import nl.buurtbundel.signal.ShortWords;

/**
 * Two plans of a neighbourhood beside the flagship: one that has run for months and was answered for, and one that is stuck.
 * Each step goes through the service that takes it, on the day that it was taken.
 */
@ApplicationScoped
class DemoPlans {
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010102");
    private static final String COOK = "riet";
    private static final String REPAIRER = "anton";
    private static final String EATING_ALONG = DemoProgress.CROWD + "tafel-";
    private static final int EATERS = 12;
    private static final int MONTHS_RUNNING = 4;
    private static final int WEEKS_TO_DECIDE = 6;
    private static final int DAYS_STUCK = 40;
    private static final int DAYS_ESCALATED = 4;

    private final Users users;
    private final CurrentUser currentUser;
    private final Initiatives initiatives;
    private final Pledges pledges;
    private final Assessments assessments;
    private final Decisions decisions;
    private final WhatWorks whatWorks;
    private final Escalations escalations;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DemoPlans() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    DemoPlans(
            Users users,
            CurrentUser currentUser,
            Initiatives initiatives,
            Pledges pledges,
            Assessments assessments,
            Decisions decisions,
            WhatWorks whatWorks,
            Escalations escalations,
            Clock clock) {
        this.users = users;
        this.currentUser = currentUser;
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.assessments = assessments;
        this.decisions = decisions;
        this.whatWorks = whatWorks;
        this.escalations = escalations;
        this.clock = clock;
    }

    static List<NewUser> accounts(MunicipalityCode municipality) {
        List<NewUser> accounts = new ArrayList<>();
        accounts.add(resident(COOK, "Riet Postma", municipality));
        accounts.add(resident(REPAIRER, "Anton Dijkstra", municipality));
        for (int i = 0; i < EATERS; i++) {
            accounts.add(resident(EATING_ALONG + i, "Buur aan tafel " + (i + 1), municipality));
        }
        return accounts;
    }

    private static NewUser resident(String login, String name, MunicipalityCode municipality) {
        return new NewUser(login, name, municipality, Set.of(Role.RESIDENT), Set.of(HERE), null, true);
    }

    void load() {
        LocalDate today = LocalDate.now(clock);
        // a grant is of the year in which it was given, so what runs began in this year
        LocalDate yearBegan = FiscalYear.of(today).firstDay();
        LocalDate fourMonthsAgo = today.minusMonths(MONTHS_RUNNING);
        LocalDate began = fourMonthsAgo.isBefore(yearBegan) ? yearBegan : fourMonthsAgo;
        eatingTogether(began);
        stuck(today);
    }

    private void eatingTogether(LocalDate began) {
        LocalDate handedIn = began.minusWeeks(WEEKS_TO_DECIDE);
        Plan plan = new Plan(
                "Woensdag samen aan tafel",
                "Elke woensdag koken twee buren voor wie niet alleen wil eten.",
                "meals",
                "Een warme maaltijd op woensdag, aan tafel of thuisgebracht",
                "Buren van het Havenkwartier, met de kok van het buurthuis",
                List.of(
                        new PlanLine("Boodschappen", Money.ofEuros(4_200)),
                        new PlanLine("Keuken van het buurthuis, 46 keer", Money.ofEuros(1_840))),
                Money.ofEuros(600),
                16,
                10,
                Money.ofEuros(8),
                began,
                new WayBack(5, "Het wijkteam", true),
                0,
                14);
        InitiativeId id = opened(COOK, plan, handedIn.minusWeeks(4), handedIn);
        on(handedIn.minusWeeks(2), () -> {
            as(COOK, () -> pledges.join(id, initiatives.read(id).planVersion(), 1));
            for (int i = 0; i < EATERS; i++) {
                as(EATING_ALONG + i, () -> pledges.join(id, initiatives.read(id).planVersion(), 1));
            }
        });
        handedIn(COOK, id, handedIn);
        on(handedIn.plusDays(5), () -> {
            as("fatima", () -> assessments.open(id, initiatives.readDossier(id).version()));
            as(
                    "controller",
                    () -> assessments.object(
                            id,
                            new NewObjection(
                                    ObjectionKind.LAW,
                                    "Koken voor anderen mag alleen in een goedgekeurde keuken.",
                                    null,
                                    null)));
        });
        on(handedIn.plusDays(12), () -> {
            as("fatima", () -> {
                ObjectionView objection = seen(id).objections().get(0);
                assessments.answerObjection(
                        objection.id(),
                        objection.version(),
                        ObjectionOutcome.ALLOWED,
                        new ArticleReference("Warenwetbesluit hygiëne van levensmiddelen, artikel 2"),
                        "Het buurthuis heeft een keuken die daarvoor is ingeschreven. Daar mag het.");
            });
            answerQuestions(id);
            as(
                    "fatima",
                    () -> assessments.advise(
                            seen(id).id(),
                            seen(id).version(),
                            Advice.positive("Dertien huishoudens doen mee en de kok van het buurthuis kookt mee.")));
        });
        on(began, () -> {
            DecisionId decision = told(
                    "ruben",
                    () -> decisions.propose(
                            id,
                            initiatives.readDossier(id).version(),
                            decisions.prepare(id).amounts(),
                            "Na een jaar een verslag van één bladzijde",
                            "",
                            LeftOver.NEIGHBOURHOOD));
            as(
                    "wethouder",
                    () -> decisions.decide(decision, decisions.read(decision).version(), false, null));
            as(
                    "budgethouder",
                    () -> decisions.signSecond(
                            decision, decisions.read(decision).version(), false));
            as("lieke", () -> initiatives.start(id));
        });
        // three taps after three months; who cooks has not got round to it
        for (int i = 0; i < EATERS; i++) {
            int eater = i;
            as(
                    EATING_ALONG + i,
                    () -> whatWorks.findDue(id).ifPresent(moment -> whatWorks.answer(id, moment, answerOf(eater))));
        }
    }

    private static WhatWorksAnswer answerOf(int eater) {
        return new WhatWorksAnswer(eater % 6 != 5, eater % 4 != 3, eater % 12 != 11);
    }

    private void stuck(LocalDate today) {
        LocalDate handedIn = today.minusDays(DAYS_STUCK);
        Plan plan = new Plan(
                "Fietsen die het weer doen",
                "Anton en drie buren knappen fietsen op voor wie er geen heeft.",
                "neighbourhood",
                "Een fiets die het doet, en leren hoe u hem zelf maakt",
                "Anton en drie buren",
                List.of(new PlanLine("Onderdelen en gereedschap", Money.ofEuros(1_400))),
                Money.ofEuros(500),
                8,
                1,
                Money.ZERO,
                today.plusMonths(1),
                new WayBack(5, "Het wijkteam", true),
                0,
                14);
        InitiativeId id = opened(REPAIRER, plan, handedIn.minusWeeks(2), handedIn);
        on(
                handedIn.minusWeeks(1),
                () -> as(COOK, () -> pledges.join(id, initiatives.read(id).planVersion(), 1)));
        handedIn(REPAIRER, id, handedIn);
        on(handedIn.plusDays(6), () -> {
            as("lieke", () -> assessments.open(id, initiatives.readDossier(id).version()));
            as(
                    "controller",
                    () -> assessments.object(
                            id,
                            new NewObjection(
                                    ObjectionKind.PRECEDENT,
                                    "Als wij dit betalen, wil elke buurt een werkplaats.",
                                    null,
                                    null)));
        });
        on(
                today.minusDays(DAYS_ESCALATED),
                () -> as(
                        REPAIRER,
                        () -> escalations.start(
                                id,
                                EscalationReason.NOBODY_DECIDES,
                                new ShortWords("Het wijkteam wacht op de gemeente, de gemeente op het wijkteam."))));
    }

    private InitiativeId opened(String who, Plan plan, LocalDate proposed, LocalDate cutOff) {
        return EarlierTime.at(
                ago(proposed),
                () -> told(who, () -> {
                    InitiativeId id = initiatives.propose(HERE, plan, null);
                    initiatives.open(id, initiatives.read(id).version(), cutOff);
                    return id;
                }));
    }

    private void handedIn(String who, InitiativeId id, LocalDate on) {
        on(on, () -> as(who, () -> initiatives.submit(id, initiatives.read(id).version())));
    }

    private void answerQuestions(InitiativeId id) {
        for (Question question : Question.values()) {
            boolean ground = question.isLast();
            as(
                    "fatima",
                    () -> assessments.answer(
                            seen(id).id(),
                            seen(id).version(),
                            new Answer(
                                    question,
                                    true,
                                    words(question),
                                    ground ? new ArticleReference("BWBR0035362:2.2.3") : null,
                                    question == Question.CONSEQUENCES ? better() : null)));
        }
    }

    private static String words(Question question) {
        return switch (question) {
            case EFFECT -> "Wie nu alleen eet, eet één keer in de week met anderen.";
            case VALUES -> "Meedoen in de buurt is waar de wet om begon.";
            case CONSEQUENCES -> "Voor wie meedoet beter; de buurt leert elkaar kennen.";
            case LEGAL_GROUND -> "De gemeente mag algemene voorzieningen treffen.";
        };
    }

    private static Consequences better() {
        return new Consequences(Stream.of(Consequence.Affected.values())
                .flatMap(affected -> Stream.of(Consequence.Term.values())
                        .map(term -> new Consequence(affected, term, Consequence.Effect.BETTER)))
                .toList());
    }

    private AssessmentView seen(InitiativeId id) {
        return assessments.findByInitiative(id).orElseThrow();
    }

    private void on(LocalDate day, Runnable deed) {
        EarlierTime.at(ago(day), () -> {
            deed.run();
            return true;
        });
    }

    private Duration ago(LocalDate day) {
        return Duration.ofDays(ChronoUnit.DAYS.between(day, LocalDate.now(clock)));
    }

    private <T> T told(String person, Supplier<T> deed) {
        return currentUser.runAs(users.findByLoginName(person).orElseThrow(), deed);
    }

    private void as(String person, Runnable deed) {
        currentUser.runAs(users.findByLoginName(person).orElseThrow(), deed);
    }
}
