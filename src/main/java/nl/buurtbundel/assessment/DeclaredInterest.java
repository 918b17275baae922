package nl.buurtbundel.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;

/** Somebody of the municipality has an interest in a plan. No reason is asked, and it is not taken back. */
@Entity
@Table(name = "declared_interest")
class DeclaredInterest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "declared_interest")
    @SequenceGenerator(name = "declared_interest", sequenceName = "declared_interest_seq", allocationSize = 50)
    private Long id;

    private long initiative;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "declared_on")
    private LocalDate declaredOn;

    protected DeclaredInterest() {}

    DeclaredInterest(long initiative, UserId by, LocalDate on) {
        this.initiative = initiative;
        this.userId = by.value();
        this.declaredOn = on;
    }
}
