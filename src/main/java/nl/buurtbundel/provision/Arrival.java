package nl.buurtbundel.provision;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/**
 * One load of commands, within one transaction. Reads at once everything the load touches, so that ten thousand messages do
 * not ask the database ten thousand times.
 */
final class Arrival {
    private final EntityManager entityManager;
    private final MunicipalityCode municipality;
    private final Pseudonyms pseudonyms;
    private final Neighbourhoods neighbourhoods;
    private final Instant at;
    private final LocalDateTime now;
    private final List<ProvisionCommand> commands;

    private final Map<AllocationNumber, Provision> provisions = new HashMap<>();
    private final Map<String, Person> persons = new HashMap<>();
    private final Map<String, Household> homes = new HashMap<>();
    private final Map<String, Household> registered = new HashMap<>();
    private final Map<AllocationNumber, List<WaitingReport>> waiting = new HashMap<>();
    private final Map<AllocationNumber, List<DeclaredCost>> early = new HashMap<>();
    private final Map<PersonId, List<Consent>> consents = new HashMap<>();
    private final Set<PersonId> touched = new LinkedHashSet<>();
    /** How every provision went before this load; a new one ran. */
    private final Map<Provision, Course> before = new HashMap<>();

    private final Set<PersonId> changedHelp = new LinkedHashSet<>();

    private final Set<Long> perhapsEmpty = new LinkedHashSet<>();
    /** Where everybody lived before this load who was known already. */
    private final Map<Person, HouseholdId> livedIn = new LinkedHashMap<>();

    private List<Tariff> tariffs = List.of();
    private List<NeedMapping> mappings = List.of();
    private Map<String, NeighbourhoodCode> places = Map.of();

    private int created;
    private int replaced;
    private int older;
    private int waits;
    private final Set<Misdirected> dropped = new LinkedHashSet<>();

    Arrival(
            EntityManager entityManager,
            MunicipalityCode municipality,
            Pseudonyms pseudonyms,
            Neighbourhoods neighbourhoods,
            Clock clock,
            List<ProvisionCommand> commands) {
        this.entityManager = entityManager;
        this.municipality = municipality;
        this.pseudonyms = pseudonyms;
        this.neighbourhoods = neighbourhoods;
        this.at = clock.instant();
        this.now = LocalDateTime.ofInstant(at, clock.getZone());
        this.commands = commands;
        prepare();
    }

    Taken take() {
        settle();
        for (ProvisionCommand command : commands) {
            if (command instanceof AllocationCommand allocation) {
                take(allocation);
            } else if (command instanceof StartCommand start) {
                take(start);
            } else if (command instanceof StopCommand stop) {
                take(stop);
            } else if (command instanceof DeclaredCostCommand declared) {
                take(declared);
            } else if (command instanceof ProvisionWithoutMessageCommand given) {
                take(given);
            } else if (command instanceof HouseholdCommand household) {
                take(household);
            } else if (command instanceof ConsentCommand consent) {
                take(consent);
            }
        }
        takeTariffs(commands.stream()
                .filter(TariffCommand.class::isInstance)
                .map(TariffCommand.class::cast)
                .toList());
        removeEmptyHouseholds();
        return new Taken(created, replaced, older, waits, List.copyOf(dropped));
    }

    /** Which of these carry the number of an allocation that is not theirs. Changes nothing. */
    Map<ProvisionCommand, Misdirected> misdirected() {
        Map<ProvisionCommand, Misdirected> found = new HashMap<>();
        for (ProvisionCommand command : commands) {
            Misdirected misdirected = null;
            if (command instanceof ReportCommand report) {
                misdirected = misdirected(report.number(), report.bsn(), report.provider());
            } else if (command instanceof AllocationCommand allocation) {
                misdirected = misdirected(allocation.number(), allocation.bsn(), allocation.provider());
            }
            if (misdirected != null) {
                found.put(command, misdirected);
            }
        }
        return found;
    }

    private @Nullable Misdirected misdirected(AllocationNumber number, Bsn bsn, @Nullable ProviderCode provider) {
        Provision provision = provisions.get(number);
        return provision == null ? null : misdirected(provision, pseudonym(bsn), provider);
    }

    /** A number belongs to one person and one provider for good; whoever else uses it mistyped it. */
    private void requireOwn(AllocationNumber number, Bsn bsn, @Nullable ProviderCode provider) {
        Misdirected misdirected = misdirected(number, bsn, provider);
        if (misdirected != null) {
            throw new Refusal(
                    misdirected.difference() == Misdirected.Difference.PERSON
                            ? "intake.error.other-person"
                            : "intake.error.other-provider",
                    number.value());
        }
    }

    /** The persons whose data this load changed. */
    Set<PersonId> touched() {
        return touched;
    }

    /** Who lives in another household than before this load. */
    List<HouseholdsRegrouped.Move> moves() {
        return livedIn.entrySet().stream()
                .filter(one -> !one.getKey().householdId().equals(one.getValue()))
                .map(one -> new HouseholdsRegrouped.Move(
                        one.getKey().personId(), one.getValue(), one.getKey().householdId()))
                .toList();
    }

    /** What goes otherwise than before this load, whatever came in between, in the order of the numbers. */
    List<Provision> changed(Course.Change change) {
        return provisions.values().stream()
                .filter(provision -> provision.course().since(before.getOrDefault(provision, Course.RUNS)) == change)
                .sorted(Comparator.comparing(provision -> provision.number().value()))
                .toList();
    }

    /** What was not free any more after this load, though it was before. */
    List<Provision> noLongerFreed() {
        return changed(Course.Change.ENDED).stream()
                .filter(provision -> before.getOrDefault(provision, Course.RUNS).isFreed())
                .toList();
    }

    /** Who is in the files and whom this load is about, or whose help it prices. */
    Set<PersonId> listConcerned() {
        Set<PersonId> concerned =
                persons.values().stream().map(Person::personId).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> priced = commands.stream()
                .filter(TariffCommand.class::isInstance)
                .map(command -> ((TariffCommand) command).provider().value())
                .collect(Collectors.toSet());
        each("Provision", "provider", priced, Provision.class).forEach(provision -> concerned.add(provision.person()));
        return concerned;
    }

    /** Whose help this load allocated, took a report of, or priced. What is declared changes nothing that was told. */
    Set<PersonId> changedHelp() {
        return changedHelp;
    }

    /**
     * Writes new households first, then new persons, then all else: they name each other by number, so the persistence
     * provider does not know which row must be there first.
     */
    private void settle() {
        Map<String, Household> newcomers = new LinkedHashMap<>();
        for (ProvisionCommand command : commands) {
            if (command instanceof AllocationCommand allocation) {
                settle(allocation.bsn(), allocation.address(), newcomers);
            } else if (command instanceof ProvisionWithoutMessageCommand given) {
                settle(given.bsn(), given.address(), newcomers);
            } else if (command instanceof HouseholdCommand household) {
                register(household.household());
                settle(household.bsn(), null, newcomers);
            } else if (command instanceof ConsentCommand consent) {
                settle(consent.bsn(), null, newcomers);
            }
        }
        entityManager.flush();
        newcomers.forEach((pseudonym, household) -> {
            Person person = new Person(municipality, pseudonym, household);
            entityManager.persist(person);
            persons.put(pseudonym, person);
        });
        entityManager.flush();
    }

    private void settle(Bsn bsn, @Nullable PostalAddress address, Map<String, Household> newcomers) {
        Household home = address == null ? null : home(address);
        String pseudonym = pseudonym(bsn);
        if (!persons.containsKey(pseudonym)) {
            newcomers.computeIfAbsent(pseudonym, key -> home == null ? alone() : home);
        }
    }

    private Household register(String household) {
        return registered.computeIfAbsent(household, number -> made(Household.registered(municipality, number)));
    }

    private void prepare() {
        Set<String> numbers = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Set<String> homeKeys = new HashSet<>();
        Set<String> registerNumbers = new HashSet<>();
        Set<String> postcodes = new HashSet<>();
        Set<String> providers = new HashSet<>();
        boolean answersNeeds = false;
        for (ProvisionCommand command : commands) {
            if (command instanceof AllocationCommand allocation) {
                numbers.add(allocation.number().value());
                keys.add(pseudonym(allocation.bsn()));
                providers.add(allocation.provider().value());
                note(allocation.address(), homeKeys, postcodes);
                answersNeeds = true;
            } else if (command instanceof ProvisionWithoutMessageCommand given) {
                numbers.add(given.number().value());
                keys.add(pseudonym(given.bsn()));
                note(given.address(), homeKeys, postcodes);
            } else if (command instanceof ReportCommand report) {
                numbers.add(report.number().value());
                keys.add(pseudonym(report.bsn()));
                if (!(report instanceof DeclaredCostCommand)) {
                    // a start or a stop decides of which day the price is, and the need
                    providers.add(report.provider().value());
                    answersNeeds = true;
                }
            } else if (command instanceof HouseholdCommand household) {
                keys.add(pseudonym(household.bsn()));
                registerNumbers.add(household.household());
            } else if (command instanceof ConsentCommand consent) {
                keys.add(pseudonym(consent.bsn()));
            } else if (command instanceof TariffCommand tariff) {
                providers.add(tariff.provider().value());
            }
        }
        each("Provision", "number", numbers, Provision.class).forEach(p -> {
            provisions.put(p.number(), p);
            before.put(p, p.course());
        });
        each("Person", "pseudonym", keys, Person.class).forEach(p -> {
            persons.put(p.pseudonym(), p);
            livedIn.put(p, p.householdId());
        });
        each("Household", "home", homeKeys, Household.class).forEach(h -> homes.put(String.valueOf(h.home()), h));
        each("Household", "registerNumber", registerNumbers, Household.class)
                .forEach(h -> registered.put(String.valueOf(h.registerNumber()), h));
        each("WaitingReport", "number", numbers, WaitingReport.class)
                .forEach(report -> waiting.computeIfAbsent(report.number(), number -> new ArrayList<>())
                        .add(report));
        Set<String> unknown = commands.stream()
                .filter(AllocationCommand.class::isInstance)
                .map(command -> ((AllocationCommand) command).number())
                .filter(number -> !provisions.containsKey(number))
                .map(AllocationNumber::value)
                .collect(Collectors.toSet());
        each("DeclaredCost", "number", unknown, DeclaredCost.class)
                .forEach(cost -> early.computeIfAbsent(cost.number(), number -> new ArrayList<>())
                        .add(cost));
        tariffs = each("Tariff", "provider", providers, Tariff.class);
        places = neighbourhoods.mapAddresses(List.copyOf(postcodes));
        if (answersNeeds) {
            mappings = NeedMappings.rows(entityManager, municipality);
        }
        if (commands.stream().anyMatch(ConsentCommand.class::isInstance)) {
            readConsents();
        }
    }

    private void readConsents() {
        List<Long> ids = persons.values().stream()
                .map(person -> person.personId().value())
                .toList();
        for (List<Long> some : Parts.of(ids)) {
            entityManager
                    .createQuery("select c from Consent c where c.person in :persons", Consent.class)
                    .setParameter("persons", some)
                    .getResultStream()
                    .forEach(consent -> consents.computeIfAbsent(consent.person(), person -> new ArrayList<>())
                            .add(consent));
        }
    }

    private <T> List<T> each(String entity, String attribute, Collection<String> values, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (List<String> some : Parts.of(values)) {
            found.addAll(entityManager
                    .createQuery(
                            "select e from " + entity + " e where e.municipality = :municipality and e." + attribute
                                    + " in :values",
                            type)
                    .setParameter("municipality", municipality.value())
                    .setParameter("values", some)
                    .getResultList());
        }
        return found;
    }

    private void take(AllocationCommand allocation) {
        requireOwn(allocation.number(), allocation.bsn(), allocation.provider());
        Provision provision = provisions.get(allocation.number());
        if (provision != null && provision.isNewerThan(allocation)) {
            older++;
            return;
        }
        Person person = person(allocation.bsn(), allocation.address(), allocation.allocatedAt());
        person.wasBornIn(allocation.yearOfBirth());
        Provision target = provision == null ? new Provision(municipality, allocation.number()) : provision;
        target.take(allocation, person.personId());
        target.answers(mappings, today());
        target.price(tariffs, today(), at);
        place(target, allocation.address());
        if (provision == null) {
            entityManager.persist(target);
            provisions.put(allocation.number(), target);
            created++;
        } else {
            replaced++;
        }
        changedHelp.add(target.person());
        takeEarly(target, allocation);
    }

    /**
     * What came before its allocation counts from now on. What turns out to be about somebody else or from another provider
     * is dropped and told: it can never become true, as the number has its owner now.
     */
    private void takeEarly(Provision provision, AllocationCommand allocation) {
        for (WaitingReport report :
                Objects.requireNonNullElse(waiting.remove(allocation.number()), List.<WaitingReport>of())) {
            Misdirected misdirected = misdirected(provision, report.pseudonym(), report.provider());
            if (misdirected != null) {
                dropped.add(misdirected);
            } else {
                ReportCommand command = report.command(allocation.bsn());
                if (command instanceof StartCommand start) {
                    take(start);
                } else if (command instanceof StopCommand stop) {
                    take(stop);
                }
            }
            entityManager.remove(report);
        }
        for (DeclaredCost cost :
                Objects.requireNonNullElse(early.remove(allocation.number()), List.<DeclaredCost>of())) {
            Misdirected misdirected = misdirected(provision, cost.pseudonym(), cost.provider());
            if (misdirected != null) {
                dropped.add(misdirected);
                entityManager.remove(cost);
            }
        }
    }

    private @Nullable Misdirected misdirected(Provision provision, String pseudonym, @Nullable ProviderCode provider) {
        Person person = persons.get(pseudonym);
        Misdirected.Difference difference =
                provision.differenceFrom(person == null ? null : person.personId(), provider);
        return difference == null ? null : new Misdirected(provision.number(), difference);
    }

    /** The provision that a report is about; null if its allocation has not come yet. */
    private @Nullable Provision reported(ReportCommand report) {
        requireOwn(report.number(), report.bsn(), report.provider());
        return provisions.get(report.number());
    }

    private void take(ProvisionWithoutMessageCommand given) {
        requireOwn(given.number(), given.bsn(), null);
        Provision provision = provisions.get(given.number());
        Provision target = provision == null ? new Provision(municipality, given.number()) : provision;
        Person person = person(given.bsn(), given.address(), now);
        person.wasBornIn(given.yearOfBirth());
        target.take(given, person.personId(), now);
        place(target, given.address());
        if (provision == null) {
            entityManager.persist(target);
            provisions.put(given.number(), target);
            created++;
        } else {
            replaced++;
        }
        changedHelp.add(target.person());
    }

    private void take(StartCommand start) {
        Provision provision = reported(start);
        if (provision == null) {
            await(new WaitingReport(municipality, pseudonym(start.bsn()), start));
        } else if (provision.take(start)) {
            follow(provision);
        }
    }

    private void take(StopCommand stop) {
        Provision provision = reported(stop);
        if (provision == null) {
            await(new WaitingReport(municipality, pseudonym(stop.bsn()), stop));
            return;
        }
        provision.take(stop);
        follow(provision);
    }

    private void follow(Provision provision) {
        provision.answers(mappings, today());
        provision.price(tariffs, today(), at);
        touched.add(provision.person());
        changedHelp.add(provision.person());
    }

    private void take(DeclaredCostCommand declared) {
        Provision provision = reported(declared);
        DeclaredCost cost = new DeclaredCost(municipality, pseudonym(declared.bsn()), declared);
        entityManager.persist(cost);
        if (provision == null) {
            early.computeIfAbsent(cost.number(), number -> new ArrayList<>()).add(cost);
        }
    }

    private void await(WaitingReport report) {
        entityManager.persist(report);
        waiting.computeIfAbsent(report.number(), number -> new ArrayList<>()).add(report);
        waits++;
    }

    private void take(HouseholdCommand command) {
        Person person = person(command.bsn());
        perhapsEmpty.add(person.householdId().value());
        person.isRegisteredIn(register(command.household()), command.role());
    }

    private void take(ConsentCommand command) {
        PersonId person = person(command.bsn()).personId();
        List<Consent> known = consents.computeIfAbsent(person, whose -> new ArrayList<>());
        for (Consent consent : known) {
            if (consent.isSameAs(person, command)) {
                consent.take(command);
                return;
            }
        }
        Consent consent = new Consent(person, command);
        entityManager.persist(consent);
        known.add(consent);
    }

    /** A tariff file changes what everything of those providers costs. */
    private void takeTariffs(List<TariffCommand> commands) {
        if (commands.isEmpty()) {
            return;
        }
        List<Tariff> known = new ArrayList<>(tariffs);
        for (TariffCommand command : commands) {
            known.removeIf(tariff -> {
                boolean same = tariff.isSameAs(command);
                if (same) {
                    entityManager.remove(tariff);
                }
                return same;
            });
            // a new row, so that what came last counts among what holds from the same day
            Tariff added = new Tariff(municipality, command);
            entityManager.persist(added);
            known.add(added);
        }
        tariffs = known;
        Set<String> providers =
                commands.stream().map(command -> command.provider().value()).collect(Collectors.toSet());
        each("Provision", "provider", providers, Provision.class).forEach(provision -> {
            provision.price(known, today(), at);
            changedHelp.add(provision.person());
        });
    }

    /** Somebody whom {@link #settle} has seen to. */
    private Person person(Bsn bsn) {
        Person person = Objects.requireNonNull(persons.get(pseudonym(bsn)));
        touched.add(person.personId());
        return person;
    }

    private Person person(Bsn bsn, @Nullable PostalAddress address, LocalDateTime known) {
        Person person = person(bsn);
        if (address != null) {
            perhapsEmpty.add(person.householdId().value());
            person.livesAt(home(address), known);
        }
        return person;
    }

    private Household alone() {
        return made(Household.alone(municipality));
    }

    private Household home(PostalAddress address) {
        return homes.computeIfAbsent(
                pseudonyms.ofAddress(municipality, address), key -> made(Household.at(municipality, key)));
    }

    private Household made(Household household) {
        entityManager.persist(household);
        perhapsEmpty.add(household.id());
        return household;
    }

    /** Who moves leaves no household behind in which nobody lives; nor does an address where the register knows better. */
    private void removeEmptyHouseholds() {
        entityManager.flush();
        for (List<Long> some : Parts.of(perhapsEmpty)) {
            Set<Long> empty = new HashSet<>(some);
            entityManager
                    .createQuery("select distinct p.household from Person p where p.household in :some", Long.class)
                    .setParameter("some", some)
                    .getResultList()
                    .forEach(empty::remove);
            if (!empty.isEmpty()) {
                entityManager
                        .createQuery("delete from Household h where h.id in :empty")
                        .setParameter("empty", empty)
                        .executeUpdate();
            }
        }
    }

    private void place(Provision provision, @Nullable PostalAddress address) {
        if (address == null) {
            provision.hasNoPlace(UnknownReason.NO_ADDRESS, null, at);
            return;
        }
        NeighbourhoodCode place = places.get(Neighbourhoods.key(address.postcode(), address.houseNumber()));
        if (place != null && place.municipality().equals(municipality)) {
            provision.isIn(place, at);
        } else {
            provision.hasNoPlace(UnknownReason.ADDRESS_WITHOUT_NEIGHBOURHOOD, address.postcode(), at);
        }
    }

    private void note(@Nullable PostalAddress address, Set<String> homeKeys, Set<String> postcodes) {
        if (address != null) {
            homeKeys.add(pseudonyms.ofAddress(municipality, address));
            postcodes.add(address.postcode());
        }
    }

    private String pseudonym(Bsn bsn) {
        return pseudonyms.ofBsn(municipality, bsn);
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    /** What was declared for these numbers, as a year’s amount each. */
    static Map<AllocationNumber, Money> declaredYearly(
            EntityManager entityManager, MunicipalityCode municipality, Collection<AllocationNumber> numbers) {
        Map<AllocationNumber, List<DeclaredCost>> declared = new HashMap<>();
        List<String> values = numbers.stream()
                .filter(number -> number.source() == AllocationNumber.Source.MESSAGE)
                .map(AllocationNumber::value)
                .distinct()
                .toList();
        for (List<String> some : Parts.of(values)) {
            entityManager
                    .createQuery(
                            "select d from DeclaredCost d where d.municipality = :municipality and d.number in :numbers",
                            DeclaredCost.class)
                    .setParameter("municipality", municipality.value())
                    .setParameter("numbers", some)
                    .getResultStream()
                    .forEach(cost -> declared.computeIfAbsent(cost.number(), number -> new ArrayList<>())
                            .add(cost));
        }
        Map<AllocationNumber, Money> yearly = new HashMap<>();
        declared.forEach((number, costs) -> DeclaredCost.yearly(costs).ifPresent(amount -> yearly.put(number, amount)));
        return yearly;
    }

    /** Everything with these ids at once. */
    static <K, T> Map<K, T> byId(
            EntityManager entityManager, String query, Class<T> type, Collection<Long> ids, Function<T, K> key) {
        Map<K, T> found = new HashMap<>();
        for (List<Long> some : Parts.of(new LinkedHashSet<>(ids))) {
            entityManager
                    .createQuery(query, type)
                    .setParameter("ids", some)
                    .getResultStream()
                    .forEach(one -> found.put(key.apply(one), one));
        }
        return found;
    }
}
