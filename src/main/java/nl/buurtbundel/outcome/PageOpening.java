package nl.buurtbundel.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import org.jspecify.annotations.Nullable;

/** That somebody of the staff opened a page: kept until the day is added up, and of no page about a household. */
@Entity
@Table(name = "page_opening")
class PageOpening {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "page_opening")
    @SequenceGenerator(name = "page_opening", sequenceName = "page_opening_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private Instant at;
    private long hand;

    @Enumerated(EnumType.STRING)
    private Role office;

    @Enumerated(EnumType.STRING)
    private WorkStep step;

    private @Nullable Long initiative;

    protected PageOpening() {}

    PageOpening(User user, Role office, WorkStep step, @Nullable Long initiative, Instant at) {
        this.municipality = user.municipality().value();
        this.hand = user.id().value();
        this.office = office;
        this.step = step;
        this.initiative = initiative;
        this.at = at;
    }

    Touch touch() {
        return new Touch(hand, office, at, initiative, step);
    }
}
