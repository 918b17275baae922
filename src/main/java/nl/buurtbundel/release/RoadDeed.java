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
import nl.buurtbundel.access.UserId;
import org.jspecify.annotations.Nullable;

/** Something that was done to a step; never changed afterwards. */
@Entity
@Table(name = "release_road_deed")
class RoadDeed {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "release_road_deed")
    @SequenceGenerator(name = "release_road_deed", sequenceName = "release_road_deed_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "road")
    private ReleaseRoad road;

    @Enumerated(EnumType.STRING)
    private ReleaseStep step;

    @Enumerated(EnumType.STRING)
    private RoadDeedKind kind;

    @Column(name = "done_on")
    private LocalDate doneOn;

    /** Kept, and shown to nobody: screens show the office. */
    @Column(name = "done_by")
    private long doneBy;

    private @Nullable String reason;

    protected RoadDeed() {}

    RoadDeed(
            ReleaseRoad road,
            ReleaseStep step,
            RoadDeedKind kind,
            LocalDate doneOn,
            UserId doneBy,
            @Nullable String reason) {
        this.road = road;
        this.step = step;
        this.kind = kind;
        this.doneOn = doneOn;
        this.doneBy = doneBy.value();
        this.reason = reason;
    }

    RoadDeedView view() {
        return new RoadDeedView(step, kind, doneOn, reason);
    }
}
