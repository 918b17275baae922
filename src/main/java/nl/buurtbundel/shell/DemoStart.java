package nl.buurtbundel.shell;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.NewUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.Bridges;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.budget.PreFinancings;
import nl.buurtbundel.budget.TeamPots;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.decision.AuthorisationRule;
import nl.buurtbundel.decision.Authorisations;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.MandateRule;
import nl.buurtbundel.decision.Mandates;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.decision.MiniBudgets;
import nl.buurtbundel.decision.Solution;
import nl.buurtbundel.household.AmountSource;
import nl.buurtbundel.household.BreakthroughPlan;
import nl.buurtbundel.household.BreakthroughPlans;
import nl.buurtbundel.household.BreakthroughStep;
import nl.buurtbundel.household.CostBearer;
import nl.buurtbundel.household.FileShares;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.household.OwnFiles;
import nl.buurtbundel.household.RunningHelp;
import nl.buurtbundel.household.StepKind;
import nl.buurtbundel.household.Whose;
import nl.buurtbundel.intake.Intake;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.People;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.RepresentationGround;
import nl.buurtbundel.provision.Representations;
import nl.buurtbundel.shell.demo.DemoMunicipality;
import nl.buurtbundel.shell.demo.DemoPeople;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Fills the demo municipality at the first start: its files go through the intake like anybody's. What was cut off half-way
 * is done again at the next start; the intake knows what it has.
 */
@Singleton
@Startup
@DependsOn({"Database", "PseudonymsStart"})
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoStart {
    /** Where people of the demo find the messages that realise release, and examples of what is refused. */
    static final Path FILES = Path.of("data/demo");

    static final NeighbourhoodCode FLAGSHIP = new NeighbourhoodCode("BU99010101");

    private static final Logger LOGGER = Logger.getLogger(DemoStart.class.getName());
    private static final MunicipalityCode WATERRIJK = new MunicipalityCode("GM9901");
    private static final String LAST_MADE = "backoffice";
    private static final String SIMPLIFIER = "versimpelaar";

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private UserTransaction transaction;

    @Inject
    private Demo demo;

    @Inject
    private DemoProgress progress;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Users users;

    @Inject
    private Intake intake;

    @Inject
    private People people;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Appropriations appropriations;

    @Inject
    private PreFinancings preFinancings;

    @Inject
    private Bridges bridges;

    @Inject
    private Mandates mandates;

    @Inject
    private TeamPots teamPots;

    @Inject
    private MiniBudgets miniBudgets;

    @Inject
    private OwnFiles ownFiles;

    @Inject
    private FileShares fileShares;

    @Inject
    private Representations representations;

    @Inject
    private BreakthroughPlans breakthroughs;

    @Inject
    private Authorisations authorisations;

    @Inject
    private TaskFields taskFields;

    @Inject
    private DemoSignals demoSignals;

    @Inject
    private DemoPlans demoPlans;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "buurtbundel.demo.seed")
    private Optional<Long> seed;

    @Inject
    @ConfigProperty(name = "buurtbundel.demo.neighbourhoods")
    private Optional<Integer> neighbourhoodsWanted;

    @Inject
    @ConfigProperty(name = "buurtbundel.demo.provisions")
    private Optional<Integer> provisionsWanted;

    @PostConstruct
    void begin() {
        if (!demo.isOn()) {
            progress.done();
            return;
        }
        executor.execute(() -> {
            try {
                currentUser.runAs(User.system(WATERRIJK), this::load);
                progress.done();
            } catch (RuntimeException e) {
                LOGGER.log(Level.SEVERE, "The demo municipality could not be loaded; start again to try again", e);
                progress.at("shell.demo.step.failed");
            }
        });
    }

    private void load() {
        if (users.findByLoginName(LAST_MADE).isPresent()) {
            return;
        }
        DemoMunicipality municipality = new DemoMunicipality(size());
        progress.at("shell.demo.step.reading");
        catalogue.loadStandard();
        writeFiles(municipality);
        intake.importFiles(FILES.resolve(DemoMunicipality.START));
        progress.at("shell.demo.step.people");
        loadBudgets();
        loadMandates();
        loadSignals();
        // the last account says that all is there
        together(() -> {
            users.createAll(accounts(municipality.people()));
            loadMiniBudgets();
            loadBreakthrough();
            demoPlans.load();
            loadOtherHome(municipality.people().parents().get(0));
        });
    }

    private void together(Runnable deeds) {
        try {
            transaction.begin();
            try {
                deeds.run();
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            transaction.commit();
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    private DemoMunicipality.Settings size() {
        DemoMunicipality.Settings standard = DemoMunicipality.Settings.STANDARD;
        return new DemoMunicipality.Settings(
                seed.orElse(standard.seed()),
                neighbourhoodsWanted.orElse(standard.neighbourhoods()),
                provisionsWanted.orElse(standard.provisions()));
    }

    private static void writeFiles(DemoMunicipality municipality) {
        try {
            if (Files.exists(FILES)) {
                try (Stream<Path> old = Files.walk(FILES)) {
                    for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            municipality.writeTo(FILES);
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the demo cannot be written to " + FILES.toAbsolutePath(), e);
        }
    }

    /** Amounts of the size that a municipality of 35,000 inhabitants adopts. */
    private void loadBudgets() {
        FiscalYear now = FiscalYear.of(LocalDate.now(clock));
        // a plan that starts next year runs into the year after it
        for (FiscalYear year : List.of(now, now.next(), now.next().next())) {
            appropriations.load(
                    WATERRIJK,
                    year,
                    "begroting-" + year,
                    List.of(
                            new AppropriationLine("6.1", Money.ofEuros(400_000), true),
                            new AppropriationLine("6.1", Money.ofEuros(300_000), false),
                            new AppropriationLine("6.60", Money.ofEuros(1_900_000), false),
                            new AppropriationLine("6.711", Money.ofEuros(2_400_000), false),
                            new AppropriationLine("6.712", Money.ofEuros(3_600_000), false),
                            new AppropriationLine("6.713", Money.ofEuros(1_500_000), false),
                            new AppropriationLine("6.714", Money.ofEuros(900_000), false),
                            new AppropriationLine("6.751", Money.ofEuros(4_200_000), false),
                            new AppropriationLine("6.752", Money.ofEuros(2_100_000), false),
                            new AppropriationLine("6.791", Money.ofEuros(700_000), false),
                            new AppropriationLine("6.792", Money.ofEuros(500_000), false),
                            new AppropriationLine("6.3", Money.ofEuros(600_000), false)));
            preFinancings.set(year, null, "6.1", Money.ofEuros(250_000), year.lastDay());
        }
        bridges.set(WATERRIJK, now, EscalationLevel.LOCAL, "6.714", Money.ofEuros(20_000), null);
        bridges.set(WATERRIJK, now, EscalationLevel.REGIONAL, "6.714", Money.ofEuros(30_000), null);
    }

    private void loadMandates() {
        if (!mandates.list().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        Period fromNow = Period.from(FiscalYear.of(today).firstDay());
        mandates.add(new MandateRule(Decider.TEAM, Money.ofEuros(500), true, Set.of(), 1, null, 2, Period.from(today)));
        mandates.add(new MandateRule(Decider.MANAGER, Money.ofEuros(10_000), false, Set.of(), 1, null, 0, fromNow));
        mandates.add(new MandateRule(Decider.ALDERMAN, Money.ofEuros(250_000), false, Set.of(), 3, null, 0, fromNow));
        authorisations.add(AuthorisationRule.programme(
                "Sociaal domein",
                taskFields.list(FiscalYear.of(today)).stream()
                        .map(TaskFieldName::code)
                        .filter(code -> code.startsWith("6."))
                        .collect(Collectors.toSet()),
                fromNow));
    }

    /** A pot, and what a team of three did with it in its first weeks. */
    private void loadMiniBudgets() {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        teamPots.set(year, FLAGSHIP, "6.1", Money.ofEuros(3_000), null);
        agreed("Winterjas en laarzen voor een kind van 7", 85, 0);
        agreed("Reparatie wasmachine: nieuwe pomp", 120, 1);
        MiniBudgetId bicycle = asked("fatima", "Tweedehands fiets om naar het werk te gaan", 150, 2);
        as("lieke", () -> miniBudgets.agree(bicycle));
        MiniBudgetId bed = asked("lieke", "Bed voor een kind dat op een matras slaapt", 175, 3);
        as("ruben", () -> miniBudgets.solve(bed, readVersion(bed), Solution.BY_NEIGHBOUR));
        asked("ruben", "Schoolreis, twee kinderen", 64, 4);
        for (int i = 0; i < 4; i++) {
            as("fatima", () -> miniBudgets.solve(FLAGSHIP, Solution.WITHOUT_MONEY));
        }
        as("lieke", () -> miniBudgets.solve(FLAGSHIP, Solution.BY_NEIGHBOUR));
    }

    /** Beside the help of her child, Samira counts a debt that keeps three others coming. */
    private void loadBreakthrough() {
        LocalDate today = LocalDate.now(clock);
        as("samira", () -> {
            List<RunningHelp> running =
                    new ArrayList<>(RunningHelp.listOf(ownFiles.listRunning(), help -> "Opvoedhulp (kind)", today));
            running.add(own("Bewindvoering", CostBearer.MUNICIPALITY, 1_500, 0, today));
            running.add(own("Begeleiding bij geld en post", CostBearer.MUNICIPALITY, 5_200, 2, today));
            running.add(own("Praktijkondersteuner van de huisarts", CostBearer.HEALTH_INSURER, 1_100, 1, today));
            breakthroughs.keep(
                    BreakthroughPlan.of(running)
                            .with(new BreakthroughStep(
                                    "Schuld bij de verhuurder afkopen",
                                    StepKind.DEBT,
                                    CostBearer.MUNICIPALITY,
                                    Money.ofEuros(4_800),
                                    Money.ZERO,
                                    List.of("Bewindvoering", "Begeleiding bij geld en post"),
                                    6)),
                    null);
        });
    }

    /** The child of Samira has a father at another home; he came to the team, and filled in the code. */
    private void loadOtherHome(DemoPeople.Parent parent) {
        OwnFile own = currentUser.runAs(demoUser("samira"), ownFiles::read);
        if (own.help().stream().noneMatch(help -> help.whose() == Whose.CHILD)) {
            return;
        }
        AllocationNumber ofChild = AllocationNumber.ofMessage(Law.JEUGDWET, parent.allocationNumber());
        String code = currentUser.runAs(
                demoUser("fatima"), () -> representations.record(ofChild, RepresentationGround.PARENT, null));
        as("daan", () -> fileShares.open(code));
    }

    private static RunningHelp own(String name, CostBearer bearer, int euros, int visitsAWeek, LocalDate today) {
        return new RunningHelp(name, bearer, Money.ofEuros(euros), visitsAWeek, AmountSource.OWN, today.getYear());
    }

    private void agreed(String need, int euros, int home) {
        MiniBudgetId id = asked("fatima", need, euros, home);
        as("ruben", () -> miniBudgets.agree(id));
        as("lieke", () -> miniBudgets.agree(id));
    }

    private MiniBudgetId asked(String by, String need, int euros, int home) {
        AddressPlace place = neighbourhoods.listAddresses(FLAGSHIP).get(home);
        return currentUser.runAs(
                demoUser(by),
                () -> miniBudgets.propose(need, Money.ofEuros(euros), place.postcode() + ' ' + place.houseNumber()));
    }

    private int readVersion(MiniBudgetId id) {
        return miniBudgets.listOpen().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private void as(String person, Runnable deed) {
        currentUser.runAs(demoUser(person), deed);
    }

    private User demoUser(String person) {
        return users.findByLoginName(person).orElseThrow();
    }

    /** Whoever finds what chafes has done so for a year. */
    private void loadSignals() {
        if (users.findByLoginName(SIMPLIFIER).isEmpty()) {
            users.create(staff(SIMPLIFIER, "Noor Willemse", Role.SIMPLIFIER, Set.of()));
        }
        demoSignals.load(users.findByLoginName(SIMPLIFIER).orElseThrow());
    }

    private List<NewUser> accounts(DemoPeople inhabitants) {
        Set<NeighbourhoodCode> own = Set.of(FLAGSHIP);
        Set<NeighbourhoodCode> district = neighbourhoods.list(WATERRIJK).stream()
                .map(NeighbourhoodSummary::code)
                .filter(code -> code.district().equals(FLAGSHIP.district()))
                .collect(Collectors.toSet());
        List<NewUser> accounts = new ArrayList<>();
        List<DemoPeople.Parent> parents = inhabitants.parents();
        accounts.add(staff("fatima", "Fatima Aydin", Role.TEAM_WORKER, district));
        accounts.add(staff("ruben", "Ruben Jansen", Role.TEAM_WORKER, district));
        accounts.add(staff("lieke", "Lieke Hendriks", Role.TEAM_WORKER, district));
        accounts.add(resident(
                "samira", parents.get(0).name(), own, personOf(parents.get(0).bsn())));
        accounts.add(resident(
                "daan", parents.get(1).name(), own, personOf(parents.get(1).bsn())));
        DemoPeople.Neighbour neighbour = inhabitants.neighbours().get(0);
        accounts.add(resident("joke", neighbour.name(), own, null));
        accounts.add(staff("wethouder", "Karin de Boer", Role.ALDERMAN, Set.of()));
        accounts.add(staff("budgethouder", "Hans Visser", Role.BUDGET_HOLDER, Set.of()));
        accounts.add(staff("manager", "Marleen Smit", Role.MANAGER, district));
        accounts.add(staff("controller", "Youssef Bakker", Role.CONTROLLER, Set.of()));
        accounts.add(staff("beheerder", "Ans Mulder", Role.ADMINISTRATOR, Set.of()));
        for (int i = 2; i < parents.size(); i++) {
            DemoPeople.Parent parent = parents.get(i);
            accounts.add(resident(DemoProgress.CROWD + i, parent.name(), own, personOf(parent.bsn())));
        }
        accounts.addAll(DemoPlans.accounts(WATERRIJK));
        accounts.add(staff(LAST_MADE, "Rob Kuipers", Role.BACK_OFFICE, Set.of()));
        return accounts;
    }

    private @Nullable String personOf(String bsn) {
        return people.find(new Bsn(bsn)).map(PersonId::toString).orElse(null);
    }

    private static NewUser staff(String login, String name, Role role, Set<NeighbourhoodCode> neighbourhoods) {
        return new NewUser(login, name, WATERRIJK, Set.of(role), neighbourhoods, null, true);
    }

    private static NewUser resident(
            String login, String name, Set<NeighbourhoodCode> neighbourhoods, @Nullable String subject) {
        return new NewUser(login, name, WATERRIJK, Set.of(Role.RESIDENT), neighbourhoods, subject, true);
    }
}
