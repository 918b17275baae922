package nl.buurtbundel.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.catalogue.Text;
import org.jspecify.annotations.Nullable;

/** What the law asks of this kind of plan before it can begin. A frozen copy: a later catalogue does not move it. */
@Entity
@Table(name = "assessment_gate")
class LegalGate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assessment_gate")
    @SequenceGenerator(name = "assessment_gate", sequenceName = "assessment_gate_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "assessment_id")
    private Assessment assessment;

    private int place;
    private String article;

    @Column(name = "plain_words_nl")
    private String plainWordsNl;

    @Column(name = "plain_words_en")
    private String plainWordsEn;

    @Column(name = "who_checks_nl")
    private String whoChecksNl;

    @Column(name = "who_checks_en")
    private String whoChecksEn;

    @Enumerated(EnumType.STRING)
    private GateState state;

    private @Nullable String checker;
    private @Nullable String reason;

    @Column(name = "checked_on")
    private @Nullable LocalDate checkedOn;

    @Column(name = "checked_by")
    private @Nullable Long checkedBy;

    protected LegalGate() {}

    LegalGate(Assessment assessment, int place, GateText text) {
        this.assessment = assessment;
        this.place = place;
        this.article = text.article();
        this.plainWordsNl = text.plainWords().nl();
        this.plainWordsEn = text.plainWords().en();
        this.whoChecksNl = text.whoChecks().nl();
        this.whoChecksEn = text.whoChecks().en();
        this.state = GateState.OPEN;
    }

    /** Opening it again takes the earlier result away. */
    void check(GateCheck result, UserId by, LocalDate today) {
        state = result.state();
        checker = result.checker();
        reason = result.ground();
        checkedOn = isOpen() ? null : today;
        checkedBy = by.value();
    }

    boolean isOpen() {
        return state == GateState.OPEN;
    }

    int place() {
        return place;
    }

    Optional<UserId> checkedBy() {
        return Optional.ofNullable(checkedBy).map(UserId::new);
    }

    Gate gate() {
        return new Gate(
                place,
                new GateText(article, new Text(plainWordsNl, plainWordsEn), new Text(whoChecksNl, whoChecksEn)),
                state,
                checker,
                reason,
                checkedOn);
    }
}
