package nl.buurtbundel.initiative;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** Plans as neighbours make them, for tests. */
final class Plans {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final NeighbourhoodCode NEIGHBOURHOOD = new NeighbourhoodCode("BU99010101");
    static final UserId INITIATOR = new UserId(11);
    static final UserId WORKER = new UserId(12);
    static final WayBack WAY_BACK = new WayBack(5, "Het wijkteam", true);

    private static final AtomicLong IDS = new AtomicLong();

    private Plans() {}

    static Moment on(LocalDate day) {
        return new Moment(day.atTime(9, 0).toInstant(ZoneOffset.UTC), day);
    }

    static Plan creche() {
        return creche(0);
    }

    static Plan creche(int trialMonths) {
        return new Plan(
                "Crèche op het plein",
                "Ouders en leidsters samen",
                "parenting-support",
                "Twee dagdelen per week een plek",
                "Stichting Het Plein",
                List.of(new PlanLine("Leidsters", Money.ofEuros(78_001)), new PlanLine("Zaal", Money.ofEuros(8_096))),
                Money.ofEuros(18_000),
                16,
                3,
                Money.ofEuros(10),
                LocalDate.of(2048, 9, 1), // ahead for the real clock of the server too
                WAY_BACK,
                trialMonths,
                14);
    }

    static Plan withPrice(Plan plan, long euros) {
        return copy(plan, plan.title(), plan.whatYouGet(), plan.runBy(), Money.ofEuros(euros), plan.wayBack());
    }

    static Plan withTitle(Plan plan, String title) {
        return copy(plan, title, plan.whatYouGet(), plan.runBy(), plan.priceAMonth(), plan.wayBack());
    }

    static Plan withWhatYouGet(Plan plan, String whatYouGet) {
        return copy(plan, plan.title(), whatYouGet, plan.runBy(), plan.priceAMonth(), plan.wayBack());
    }

    static Plan withRunBy(Plan plan, String runBy) {
        return copy(plan, plan.title(), plan.whatYouGet(), runBy, plan.priceAMonth(), plan.wayBack());
    }

    static Plan withWayBack(Plan plan, WayBack wayBack) {
        return copy(plan, plan.title(), plan.whatYouGet(), plan.runBy(), plan.priceAMonth(), wayBack);
    }

    static Plan withHouseholdsNeeded(Plan p, int householdsNeeded) {
        return new Plan(
                p.title(),
                p.summary(),
                p.need(),
                p.whatYouGet(),
                p.runBy(),
                p.lines(),
                p.startUp(),
                p.places(),
                householdsNeeded,
                p.priceAMonth(),
                p.intendedStart(),
                p.wayBack(),
                p.trialMonths(),
                p.noticeDays());
    }

    private static Plan copy(Plan p, String title, String whatYouGet, String runBy, Money price, WayBack wayBack) {
        return new Plan(
                title,
                p.summary(),
                p.need(),
                whatYouGet,
                runBy,
                p.lines(),
                p.startUp(),
                p.places(),
                p.householdsNeeded(),
                price,
                p.intendedStart(),
                wayBack,
                p.trialMonths(),
                p.noticeDays());
    }

    static Initiative idea(Plan plan) {
        return withId(new Initiative(NEIGHBOURHOOD, INITIATOR, plan, null, on(MONDAY)));
    }

    static Initiative open(Plan plan) {
        Initiative initiative = idea(plan);
        initiative.open(MONDAY.plusDays(30), on(MONDAY));
        return initiative;
    }

    /** A plan that came to this stage by its own verbs. */
    static Initiative at(Stage stage) {
        Initiative i = idea(creche(1));
        switch (stage) {
            case IDEA -> {}
            case OPEN -> i.open(MONDAY.plusDays(30), on(MONDAY));
            case SUBMITTED -> {
                i = at(Stage.OPEN);
                i.submit(true, on(MONDAY));
            }
            case IN_ASSESSMENT -> {
                i = at(Stage.SUBMITTED);
                i.takeIntoAssessment(WORKER, on(MONDAY));
            }
            case RETURNED -> {
                i = at(Stage.IN_ASSESSMENT);
                i.returnWithQuestions("Wie is er bij?", on(MONDAY));
            }
            case ADVISED -> {
                i = at(Stage.IN_ASSESSMENT);
                i.advise(on(MONDAY));
            }
            case GRANTED -> {
                i = at(Stage.ADVISED);
                i.grant(1, Money.ofEuros(100), 12, on(MONDAY));
            }
            case PARTLY_GRANTED -> {
                i = at(Stage.ADVISED);
                i.grantPartly(1, Money.ofEuros(50), 12, on(MONDAY));
            }
            case REFUSED -> {
                i = at(Stage.ADVISED);
                i.refuse(1, "not-enough-effect", on(MONDAY));
            }
            case TRIAL -> {
                i = at(Stage.GRANTED);
                i.start(on(MONDAY));
            }
            case RUNNING -> {
                i = at(Stage.TRIAL);
                i.endTrial(on(MONDAY));
            }
            case ACCOUNTED_FOR -> {
                i = at(Stage.RUNNING);
                i.accountFor(Office.BUDGET_HOLDER, on(MONDAY));
            }
            case WITHDRAWN -> {
                i = at(Stage.OPEN);
                i.withdraw(on(MONDAY));
            }
            case STOPPED -> {
                i = at(Stage.RUNNING);
                i.stop(StopReason.TOO_FEW_HOUSEHOLDS, on(MONDAY));
            }
            case SOLVED_WITHOUT_US -> {
                i = at(Stage.OPEN);
                i.solveWithoutUs(Office.INITIATOR, on(MONDAY));
            }
        }
        return i;
    }

    static Pledge withId(Pledge pledge) {
        return setId(pledge, Pledge.class);
    }

    private static Initiative withId(Initiative initiative) {
        return setId(initiative, Initiative.class);
    }

    /** In production the database gives the key. */
    private static <T> T setId(T entity, Class<T> type) {
        try {
            Field id = type.getDeclaredField("id");
            id.setAccessible(true);
            id.set(entity, IDS.incrementAndGet());
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
