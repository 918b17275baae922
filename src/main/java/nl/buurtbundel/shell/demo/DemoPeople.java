package nl.buurtbundel.shell.demo;

import java.time.LocalDate;
import java.util.List;

/** The invented residents of De Rietlanden to whom demo accounts can be bound. */
public record DemoPeople(List<Parent> parents, List<Neighbour> neighbours) {

    public DemoPeople {
        parents = List.copyOf(parents);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * A parent in one of the households with parenting support.
     *
     * @param household number of the household in the households file
     * @param childBsn who holds the allocation
     */
    public record Parent(
            String bsn,
            String name,
            LocalDate birthDate,
            String household,
            String childBsn,
            long allocationNumber,
            String postcode,
            int houseNumber) {}

    /** A resident of the neighbourhood without any allocation. */
    public record Neighbour(
            String bsn, String name, LocalDate birthDate, String household, String postcode, int houseNumber) {}
}
