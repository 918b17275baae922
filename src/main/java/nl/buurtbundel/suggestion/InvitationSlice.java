package nl.buurtbundel.suggestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A part of the finished letters, small enough for both databases. In the database, so that each process can hand them out. */
@Entity
@Table(name = "invitation_slice")
class InvitationSlice {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invitation_slice")
    @SequenceGenerator(name = "invitation_slice", sequenceName = "invitation_slice_seq", allocationSize = 50)
    private Long id;

    @Column(name = "invitation_run")
    private long run;

    @Column(name = "slice_number")
    private int number;

    private byte[] content;

    protected InvitationSlice() {}

    InvitationSlice(long run, int number, byte[] content) {
        this.run = run;
        this.number = number;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
