package nl.buurtbundel.release;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.ProvisionToChange;

/** What the team asks the back office to change, all at once: from it come the messages 301. It never changes. */
@Entity
@Table(name = "change_order")
class ChangeOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_order")
    @SequenceGenerator(name = "change_order", sequenceName = "change_order_seq", allocationSize = 50)
    private Long id;

    private long initiative;
    private String neighbourhood;

    @Column(name = "made_on")
    private LocalDate madeOn;

    /** Kept, and shown to nobody. */
    @Column(name = "made_by")
    private long madeBy;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ChangeOrderLine> lines = new ArrayList<>();

    protected ChangeOrder() {}

    ChangeOrder(InitiativeId initiative, NeighbourhoodCode neighbourhood, LocalDate madeOn, UserId madeBy) {
        this.initiative = initiative.value();
        this.neighbourhood = neighbourhood.value();
        this.madeOn = madeOn;
        this.madeBy = madeBy.value();
    }

    void add(ReleaseRoad road, ProvisionToChange provision, LocalDate newEnd) {
        lines.add(new ChangeOrderLine(this, road, provision, newEnd));
    }

    ChangeOrderId id() {
        return new ChangeOrderId(id);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    List<Long> roads() {
        return lines.stream().map(ChangeOrderLine::expected).toList();
    }

    List<String> subjects() {
        return lines.stream().map(ChangeOrderLine::subject).distinct().toList();
    }

    /** @param ordered until when the help is ordered now, by road */
    ChangeOrderView view(String plan, Map<Long, LocalDate> ordered) {
        return new ChangeOrderView(
                id(),
                initiative(),
                neighbourhood(),
                plan,
                madeOn,
                lines.stream().map(line -> line.view(ordered)).toList());
    }
}
