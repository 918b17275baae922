package nl.buurtbundel.shell.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.buurtbundel.shell.demo.Offer.Audience;
import org.jspecify.annotations.Nullable;

/** Writes who gets what, one neighbourhood after the other. */
final class Casebook {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate LONG_END = LocalDate.of(2027, 12, 31);
    private static final LocalDate SHORT_END = LocalDate.of(2026, 12, 31);
    private static final YearMonth LAST_DECLARED = YearMonth.of(2026, 8);
    private static final int LINES_PER_DECLARATION = 200;

    private final Town town;
    private final Flagship flagship;
    private final CitizenNumbers numbers;
    private final long seed;
    private final Output output;
    private final KeyFigures figures;
    private long nextAllocation = Flagship.FIRST_ALLOCATION + Town.FLAGSHIP_HOUSEHOLDS;
    private int nextHousehold = Flagship.FIRST_HOUSEHOLD + Town.FLAGSHIP_HOUSEHOLDS + Town.NEIGHBOURS;
    private int nextReference = 1;
    /** What waits for its message, sent as soon as there is enough for one. */
    private final Map<Batch, List<Declared>> declared = new TreeMap<>();

    Casebook(Town town, Flagship flagship, CitizenNumbers numbers, long seed, Output output, KeyFigures figures) {
        this.town = town;
        this.flagship = flagship;
        this.numbers = numbers;
        this.seed = seed;
        this.output = output;
        this.figures = figures;
    }

    void write() throws IOException {
        for (Quarter quarter : town.quarters()) {
            new Round(quarter).write();
        }
        for (Map.Entry<Batch, List<Declared>> waiting : declared.entrySet()) {
            write(waiting.getKey(), waiting.getValue());
        }
    }

    /** What one declaration may hold. */
    private record Batch(Law law, String provider, YearMonth month) implements Comparable<Batch> {
        @Override
        public int compareTo(Batch other) {
            return Comparator.comparing(Batch::law)
                    .thenComparing(Batch::provider)
                    .thenComparing(Batch::month)
                    .compare(this, other);
        }
    }

    /** One household with the resident who gets something, and who else lives there. */
    private record Home(int number, Address address, Person client, List<Person> others) {}

    /** The cases of one neighbourhood. */
    private final class Round {
        private final Quarter quarter;
        private final Random random;
        private final Population population;
        private int homes;

        Round(Quarter quarter) {
            this.quarter = quarter;
            random = new Random(seed * 31 + 1_000 + quarter.index());
            population = new Population(random, numbers);
        }

        void write() throws IOException {
            switch (quarter.role()) {
                case FLAGSHIP -> writeFlagship();
                case TWO_LAWS -> {
                    fixed(Town.TWO_LAWS_WMO, Audience.OLDER, Product.DAY_ACTIVITIES);
                    youthDayActivities(Town.TWO_LAWS_YOUTH, Town.TWO_LAWS_CONSENT);
                    for (int i = 0; i < Town.TWO_LAWS_PERSONAL_BUDGET; i++) {
                        Home home = home(Audience.ADULT);
                        benefit(home, "day-activities", Benefit.PERSONAL_BUDGET);
                    }
                }
                case TWO_LAWS_SMALL -> {
                    fixed(Town.TWO_LAWS_SMALL_WMO, Audience.OLDER, Product.DAY_ACTIVITIES_LIGHT);
                    youthDayActivities(Town.TWO_LAWS_SMALL_YOUTH, Town.TWO_LAWS_SMALL_CONSENT);
                }
                case BELOW_THRESHOLD -> {
                    for (Product product : List.of(
                            Product.HOUSEHOLD_HELP,
                            Product.GUIDANCE,
                            Product.DAY_ACTIVITIES_LIGHT,
                            Product.TRANSPORT,
                            Product.RESPITE,
                            Product.MOBILITY_SCOOTER)) {
                        fixed(Town.SMALL_HOUSEHOLDS, Audience.OLDER, product);
                    }
                }
                case ONE_HOUSEHOLD_DOMINATES -> {
                    fixed(1, Audience.OLDER, Product.RESPITE_WEEKLY);
                    for (int i = 1; i < Town.DOMINATED_HOUSEHOLDS; i++) {
                        Home home = home(Audience.OLDER);
                        // in total over two years
                        serve(home, List.of(settled(Product.RESPITE, 40)), home.address(), null);
                    }
                }
                case LUMP_SUM -> fixed(Town.LUMP_SUM_HOUSEHOLDS, Audience.ADULT, Product.GUIDANCE_LUMP_SUM);
                case WITHOUT_ADDRESS -> writeUnplaceable();
                case WITHOUT_TARIFF -> fixed(Town.WITHOUT_TARIFF, Audience.ADULT, Product.GUIDANCE_WITHOUT_TARIFF);
                case ORDINARY -> {}
            }
            writeRandom();
        }

        private void writeFlagship() throws IOException {
            int i = 0;
            for (Flagship.Family family : flagship.families()) {
                output.member(family.household(), family.child(), "kind");
                for (Person parent : family.parents()) {
                    output.member(family.household(), parent, "ouder");
                }
                figures.youthClient(quarter);
                String identification = output.nextIdentification(301);
                output.message(
                        Law.YOUTH,
                        301,
                        identification,
                        Messages.allocation(
                                Law.YOUTH,
                                identification,
                                family.allocation().decidedOn(),
                                family.child(),
                                family.address(),
                                i % 2 == 0 ? family.parents().get(0) : null,
                                comment(i, family.child()),
                                List.of(family.allocation())));
                output.allocated(1);
                start(Law.YOUTH, family.child(), family.allocation(), family.startedOn());
                i++;
            }
            for (Flagship.Resident resident : flagship.neighbours()) {
                output.member(resident.household(), resident.person(), "alleenstaand");
            }
            homes = Town.FLAGSHIP_HOUSEHOLDS + Town.NEIGHBOURS;
        }

        /** Cases that must not move: two full years, started, not stopped, nothing declared. */
        private void fixed(int count, Audience audience, Product product) throws IOException {
            for (int i = 0; i < count; i++) {
                Home home = home(audience);
                serve(home, List.of(settled(product, any(product.volumes()))), home.address(), null);
            }
        }

        private void youthDayActivities(int count, int withConsent) throws IOException {
            for (int i = 0; i < count; i++) {
                Home home = home(Audience.CHILD);
                Product product = Product.YOUTH_DAY_TREATMENT;
                serve(home, List.of(settled(product, any(product.volumes()))), home.address(), null);
                LocalDate givenOn = NEW_YEAR.plusDays(20 + i);
                if (i < withConsent) {
                    output.consent(home.client(), "Jeugdwet", "Wmo", givenOn, null);
                } else if (i == withConsent) {
                    output.consent(home.client(), "Jeugdwet", "Wmo", givenOn, givenOn.plusMonths(3));
                }
            }
        }

        private void writeUnplaceable() throws IOException {
            Address withoutPostcode = new Address("", 12);
            Address elsewhere = new Address(Town.UNKNOWN_POSTCODE, 7);
            Address[] addresses = {null, withoutPostcode, elsewhere};
            for (Address address : addresses) {
                Home home = home(Audience.ADULT);
                serve(home, List.of(settled(Product.GUIDANCE, 120)), address, null);
            }
        }

        private void writeRandom() throws IOException {
            List<Offer> offers = Offer.ALL.stream()
                    .filter(offer -> !quarter.role().reserves(offer.need()))
                    .toList();
            int left = quarter.provisions();
            while (left > 0) {
                Offer first = pick(offers);
                Home home = home(first.audience());
                List<Offer> chosen = new ArrayList<>(List.of(first));
                if (left > 1 && !first.need().equals(Offer.PROTECTED) && random.nextInt(100) < 18) {
                    List<Offer> besides = offers.stream()
                            .filter(offer -> offer.audience() == first.audience()
                                    && !offer.need().equals(first.need())
                                    && !offer.need().equals(Offer.PROTECTED))
                            .toList();
                    chosen.add(pick(besides));
                }
                List<Allocation> allocations = new ArrayList<>();
                for (Offer offer : chosen) {
                    Product product = offer.product();
                    Benefit benefit = offer.benefit();
                    if (product != null) {
                        allocations.add(allocated(product));
                    } else if (benefit != null) {
                        benefit(home, offer.need(), benefit);
                    }
                    consent(home.client(), offer);
                }
                serve(home, allocations, home.address(), random);
                left -= chosen.size();
            }
        }

        private void consent(Person client, Offer offer) {
            Benefit benefit = offer.benefit();
            Product product = offer.product();
            boolean youth = product != null
                    && product.law() == Law.YOUTH
                    && offer.need().equals("day-activities");
            boolean other = benefit != null && !benefit.law().equals("Wmo");
            if ((youth || other) && random.nextInt(100) < 75) {
                LocalDate givenOn = NEW_YEAR.plusDays(random.nextInt(150));
                output.consent(
                        client,
                        benefit == null ? "Jeugdwet" : benefit.law(),
                        "Wmo",
                        givenOn,
                        random.nextInt(100) < 5 ? givenOn.plusDays(60) : null);
            }
        }

        private Home home(Audience audience) {
            Address address = town.home(quarter, homes++);
            int number = nextHousehold++;
            switch (audience) {
                case CHILD -> {
                    List<Person> family = population.family();
                    output.member(number, family.get(0), "kind");
                    List<Person> parents = family.subList(1, family.size());
                    parents.forEach(parent -> output.member(number, parent, "ouder"));
                    return new Home(number, address, family.get(0), parents);
                }
                case OLDER -> {
                    Person client = population.older();
                    if (random.nextInt(100) < 25) {
                        Person partner = population.older();
                        output.member(number, client, "partner");
                        output.member(number, partner, "partner");
                        return new Home(number, address, client, List.of(partner));
                    }
                    return new Home(number, address, client, List.of());
                }
                case ADULT -> {
                    Person client = population.adult();
                    if (random.nextInt(100) < 30) {
                        output.member(number, client, "alleenstaand");
                    }
                    return new Home(number, address, client, List.of());
                }
            }
            throw new IllegalStateException("no home for " + audience);
        }

        private Allocation settled(Product product, int volume) {
            return new Allocation(
                    nextAllocation++,
                    product,
                    product.providers().get(0),
                    volume,
                    NEW_YEAR.minusDays(10 + random.nextInt(20)),
                    time(),
                    NEW_YEAR,
                    LONG_END,
                    null);
        }

        private Allocation allocated(Product product) {
            LocalDate firstDay = random.nextInt(100) < 70 ? NEW_YEAR : NEW_YEAR.plusMonths(1 + random.nextInt(6));
            LocalDate lastDay = random.nextInt(100) < 75 ? LONG_END : SHORT_END;
            if (product == Product.YOUTH_CRISIS) {
                lastDay = firstDay.plusWeeks(8);
            } else if (product.frequency().equals(Product.IN_TOTAL)) {
                lastDay = firstDay.plusYears(1).minusDays(1);
            }
            boolean openEnded = product.frequency().equals(Product.MONTHLY) && random.nextInt(100) < 40;
            return new Allocation(
                    nextAllocation++,
                    product,
                    any(product.providers()),
                    any(product.volumes()),
                    firstDay.minusDays(5 + random.nextInt(25)),
                    time(),
                    firstDay,
                    openEnded ? null : lastDay,
                    null);
        }

        private LocalTime time() {
            return LocalTime.of(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60));
        }

        private void benefit(Home home, String need, Benefit benefit) {
            long cents = 100L
                    * (benefit.minimumEuros() + random.nextInt(benefit.maximumEuros() - benefit.minimumEuros() + 1));
            boolean course = benefit == Benefit.COURSE;
            LocalDate firstDay = course ? NEW_YEAR.plusMonths(random.nextInt(6)) : NEW_YEAR;
            LocalDate lastDay =
                    course ? firstDay.plusMonths(6).minusDays(1) : random.nextInt(100) < 30 ? null : LONG_END;
            output.benefit(
                    benefit, need, home.client(), home.address(), firstDay, lastDay, cents, random.nextInt(100) < 80);
            if (benefit.law().equals(Benefit.PARTICIPATION)) {
                figures.assistanceClient(quarter);
            }
        }

        /**
         * Writes the messages of one client.
         *
         * @param address as it stands in the message
         * @param course decides whether and when delivery starts, stops and is declared; null: starts, and no more
         */
        private void serve(Home home, List<Allocation> allocations, @Nullable Address address, @Nullable Random course)
                throws IOException {
            Map<String, List<Allocation>> together = new TreeMap<>();
            for (Allocation allocation : allocations) {
                Law law = allocation.product().law();
                if (law == Law.WMO) {
                    figures.wmoClient(quarter);
                } else {
                    figures.youthClient(quarter);
                }
                together.computeIfAbsent(law + allocation.provider(), key -> new ArrayList<>())
                        .add(allocation);
            }
            for (List<Allocation> same : together.values()) {
                Law law = same.get(0).product().law();
                String identification = output.nextIdentification(301);
                LocalDate decidedOn = same.stream()
                        .map(Allocation::decidedOn)
                        .max(LocalDate::compareTo)
                        .orElseThrow();
                Person relative = home.others().isEmpty() || home.number() % 3 != 0
                        ? null
                        : home.others().get(0);
                output.message(
                        law,
                        301,
                        identification,
                        Messages.allocation(
                                law,
                                identification,
                                decidedOn,
                                home.client(),
                                address,
                                relative,
                                comment(home.number(), home.client()),
                                same));
                output.allocated(same.size());
            }
            for (Allocation allocation : allocations) {
                deliver(home.client(), allocation, course);
            }
        }

        private void deliver(Person client, Allocation allocation, @Nullable Random course) throws IOException {
            Law law = allocation.product().law();
            if (course == null) {
                start(law, client, allocation, allocation.firstDay().plusDays(5));
                return;
            }
            if (course.nextInt(100) >= 93) {
                return; // not started yet
            }
            LocalDate startedOn = allocation.firstDay().plusDays(course.nextInt(14));
            start(law, client, allocation, startedOn);
            LocalDate stoppedOn = null;
            if (course.nextInt(100) < 5 && allocation.product() != Product.YOUTH_CRISIS) {
                stoppedOn = YearMonth.from(allocation.firstDay())
                        .plusMonths(1 + course.nextInt(2))
                        .atEndOfMonth();
                String reason = law == Law.WMO && course.nextInt(100) < 60 ? "19" : "31";
                String identification = output.nextIdentification(307);
                output.message(
                        law,
                        307,
                        identification,
                        Messages.stop(
                                law,
                                identification,
                                stoppedOn.plusDays(3),
                                client,
                                allocation,
                                startedOn,
                                reason,
                                stoppedOn));
            }
            if (allocation.product().isDeclaredByUnit() && course.nextInt(100) < 35) {
                declare(client, allocation, startedOn, stoppedOn, course);
            }
        }

        private void start(Law law, Person client, Allocation allocation, LocalDate startedOn) throws IOException {
            String identification = output.nextIdentification(305);
            output.message(
                    law,
                    305,
                    identification,
                    Messages.start(law, identification, startedOn.plusDays(2), client, allocation, startedOn));
        }

        /** From the month of the start, 65 to 100 per cent used; now and then a month is taken back and sent again. */
        private void declare(
                Person client, Allocation allocation, LocalDate startedOn, @Nullable LocalDate stoppedOn, Random course)
                throws IOException {
            YearMonth last = LAST_DECLARED;
            LocalDate lastDay = stoppedOn == null ? allocation.lastDay() : stoppedOn;
            if (lastDay != null && YearMonth.from(lastDay).isBefore(last)) {
                last = YearMonth.from(lastDay);
            }
            for (YearMonth month = YearMonth.from(startedOn); !month.isAfter(last); month = month.plusMonths(1)) {
                Declared line = line(client, allocation, month, 65 + course.nextInt(36));
                sent(month, line);
                if (month.isBefore(last) && course.nextInt(100) < 2) {
                    sent(month.plusMonths(1), line.takenBack(reference()));
                    sent(month.plusMonths(1), line(client, allocation, month, 50));
                }
            }
        }

        private Declared line(Person client, Allocation allocation, YearMonth month, int percentUsed) {
            Product product = allocation.product();
            // 52.14 weeks in 12 months
            int perMonth = product.frequency().equals(Product.MONTHLY)
                    ? allocation.volume()
                    : Math.max(1, (int) (allocation.volume() * 5_214L * percentUsed / 120_000L));
            long tariff = product.tariffCentsAt(allocation.provider());
            boolean byHour = !product.unit().equals(product.tariffUnit());
            long cents = byHour ? (perMonth * tariff + 30) / 60 : perMonth * tariff;
            return new Declared(
                    client.bsn(), allocation, month, reference(), null, perMonth, byHour ? null : tariff, cents, false);
        }

        private Offer pick(List<Offer> offers) {
            int total =
                    offers.stream().mapToInt(offer -> offer.weightIn(quarter)).sum();
            int drawn = random.nextInt(total);
            for (Offer offer : offers) {
                drawn -= offer.weightIn(quarter);
                if (drawn < 0) {
                    return offer;
                }
            }
            throw new IllegalStateException("weights do not add up");
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }

    private String reference() {
        return String.format(Locale.ROOT, "R%09d", nextReference++);
    }

    private void sent(YearMonth month, Declared line) throws IOException {
        Batch batch =
                new Batch(line.allocation().product().law(), line.allocation().provider(), month);
        List<Declared> lines = declared.computeIfAbsent(batch, newBatch -> new ArrayList<>());
        lines.add(line);
        if (lines.size() >= LINES_PER_DECLARATION) {
            declared.remove(batch);
            write(batch, lines);
        }
    }

    private void write(Batch batch, List<Declared> lines) throws IOException {
        String identification = output.nextIdentification(323);
        output.message(
                batch.law(),
                323,
                identification,
                Messages.declaration(batch.law(), identification, batch.provider(), batch.month(), lines));
    }

    /** Free text as it occurs in practice: with names and details that the intake has no business keeping. */
    private static @Nullable String comment(int number, Person client) {
        return switch (number % 12) {
            case 0 -> "Graag eerst bellen met de familie " + client.surname() + ", liefst na 10 uur.";
            case 5 -> client.firstName() + " gaat op dinsdag naar opa & oma.";
            default -> null;
        };
    }
}
