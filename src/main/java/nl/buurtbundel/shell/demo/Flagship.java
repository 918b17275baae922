package nl.buurtbundel.shell.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * De Rietlanden: the households with parenting support of the worked example, and twenty neighbours without any
 * allocation. Made first and from its own random numbers, so that it is the same whatever the size of the rest.
 */
final class Flagship {

    static final int WITH_PARENTING = 56;
    static final int CHANGED = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 31);
    static final long FIRST_ALLOCATION = 100_001;
    static final int FIRST_HOUSEHOLD = 10_001;

    record Family(
            int household,
            Address address,
            Person child,
            List<Person> parents,
            Allocation allocation,
            LocalDate startedOn) {}

    record Resident(int household, Address address, Person person) {}

    private final List<Family> families;
    private final List<Resident> neighbours;

    Flagship(Town town, CitizenNumbers numbers, long seed) {
        Random random = new Random(seed * 31 + 2);
        Population population = new Population(random, numbers);
        Quarter quarter = town.quarters().get(0);
        List<Family> made = new ArrayList<>();
        for (int i = 0; i < Town.FLAGSHIP_HOUSEHOLDS; i++) {
            // spread the two products over the list, so that no list shows first all of one and then all of the other
            boolean parenting =
                    (i + 1) * WITH_PARENTING / Town.FLAGSHIP_HOUSEHOLDS > i * WITH_PARENTING / Town.FLAGSHIP_HOUSEHOLDS;
            Product product = parenting ? Product.PARENTING : Product.PARENTING_PLUS;
            Allocation allocation = new Allocation(
                    FIRST_ALLOCATION + i,
                    product,
                    Product.PARENTING_PROVIDER,
                    product.volumes().get(0),
                    LocalDate.of(2025, 12, 1).plusDays(random.nextInt(19)),
                    LocalTime.of(9 + random.nextInt(8), random.nextInt(60), random.nextInt(60)),
                    FIRST_DAY,
                    LAST_DAY,
                    null);
            List<Person> family = population.family();
            made.add(new Family(
                    FIRST_HOUSEHOLD + i,
                    town.home(quarter, i),
                    family.get(0),
                    List.copyOf(family.subList(1, family.size())),
                    allocation,
                    FIRST_DAY.plusDays(4 + random.nextInt(12))));
        }
        families = List.copyOf(made);
        List<Resident> others = new ArrayList<>();
        for (int i = 0; i < Town.NEIGHBOURS; i++) {
            int sequence = Town.FLAGSHIP_HOUSEHOLDS + i;
            others.add(new Resident(
                    FIRST_HOUSEHOLD + sequence,
                    town.home(quarter, sequence),
                    i % 3 == 0 ? population.older() : population.adult()));
        }
        neighbours = List.copyOf(others);
    }

    List<Family> families() {
        return families;
    }

    List<Resident> neighbours() {
        return neighbours;
    }

    DemoPeople people() {
        return new DemoPeople(
                families.stream()
                        .map(family -> {
                            Person parent = family.parents().get(0);
                            return new DemoPeople.Parent(
                                    parent.bsn(),
                                    parent.fullName(),
                                    parent.birthDate(),
                                    Integer.toString(family.household()),
                                    family.child().bsn(),
                                    family.allocation().number(),
                                    family.address().postcode(),
                                    family.address().houseNumber());
                        })
                        .toList(),
                neighbours.stream()
                        .map(resident -> new DemoPeople.Neighbour(
                                resident.person().bsn(),
                                resident.person().fullName(),
                                resident.person().birthDate(),
                                Integer.toString(resident.household()),
                                resident.address().postcode(),
                                resident.address().houseNumber()))
                        .toList());
    }
}
