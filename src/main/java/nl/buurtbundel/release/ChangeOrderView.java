package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.AllocationNumber;
import org.jspecify.annotations.Nullable;

/** A change order as the team and the back office read it. There is no name in it, and no citizen service number. */
public record ChangeOrderView(
        ChangeOrderId id,
        InitiativeId initiative,
        NeighbourhoodCode neighbourhood,
        String plan,
        LocalDate madeOn,
        List<Line> lines) {
    /** “Herbeoordeling: verkorting toewijzing” in the code lists WMO002 and JZ002. */
    public static final String REASON = "05";

    public ChangeOrderView {
        lines = List.copyOf(lines);
    }

    /**
     * One allocation.
     *
     * @param currentEnd none where it has no end
     * @param stands it was not taken back since
     */
    public record Line(
            AllocationNumber number,
            @Nullable String category,
            @Nullable String productCode,
            @Nullable LocalDate currentEnd,
            LocalDate newEnd,
            boolean stands) {

        /** The product as the allocation names it: its code, else its category, else nothing. */
        public String product() {
            if (productCode != null) {
                return productCode;
            }
            return category == null ? "" : category;
        }
    }
}
