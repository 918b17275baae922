package nl.buurtbundel.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.ProvisionToChange;
import org.jspecify.annotations.Nullable;

/** One allocation in a change order, as it stood on that day. Never a name and never a citizen service number. */
@Entity
@Table(name = "change_order_line")
class ChangeOrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_order_line")
    @SequenceGenerator(name = "change_order_line", sequenceName = "change_order_line_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "change_order")
    private ChangeOrder order;

    /** The road that it belongs to. */
    @Column(name = "expected_release")
    private long expected;

    /** The opaque id of the person, for the log of who looked. */
    private long person;

    @Enumerated(EnumType.STRING)
    private Law law;

    @Enumerated(EnumType.STRING)
    private AllocationNumber.Source source;

    @Column(name = "allocation_number")
    private String number;

    private @Nullable String category;

    @Column(name = "product_code")
    private @Nullable String productCode;

    @Column(name = "current_end")
    private @Nullable LocalDate currentEnd;

    @Column(name = "new_end")
    private LocalDate newEnd;

    protected ChangeOrderLine() {}

    ChangeOrderLine(ChangeOrder order, ReleaseRoad road, ProvisionToChange provision, LocalDate newEnd) {
        this.order = order;
        this.expected = road.expected();
        this.person = provision.details().person().value();
        AllocationNumber allocation = provision.details().number();
        this.law = allocation.law();
        this.source = allocation.source();
        this.number = allocation.value();
        this.category = provision.category();
        this.productCode = provision.productCode();
        this.currentEnd = provision.details().period().lastDay();
        this.newEnd = newEnd;
    }

    long expected() {
        return expected;
    }

    String subject() {
        return Long.toString(person);
    }

    /** @param ordered until when the help is ordered now, by road: what was taken back since is not among them */
    ChangeOrderView.Line view(Map<Long, LocalDate> ordered) {
        return new ChangeOrderView.Line(
                new AllocationNumber(law, source, number),
                category,
                productCode,
                currentEnd,
                newEnd,
                newEnd.equals(ordered.get(expected)));
    }
}
