package nl.buurtbundel.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.UnknownReason;
import org.jspecify.annotations.Nullable;

/**
 * One time that it chafed. Kept is what a pattern can be found by, and nothing that finds a person: no neighbourhood, no
 * moment but a day, and no user unless that user asked to be known. That somebody went back to the own help is kept with
 * nothing but its month.
 */
@Entity
class Signal {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "signal")
    @SequenceGenerator(name = "signal", sequenceName = "signal_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private SignalSource source;

    @Enumerated(EnumType.STRING)
    private SignalKind kind;

    @Enumerated(EnumType.STRING)
    private Voice voice;

    private @Nullable String step;
    private @Nullable String article;
    private String words;

    /** Only of who asked to be known. */
    @Column(name = "raised_by")
    private @Nullable Long raisedBy;

    @Column(name = "raised_on")
    private LocalDate raisedOn;

    /** The plan that goes on when the rule changes. */
    private @Nullable Long initiative;

    /** What it follows from, so that it is heard once. */
    @Column(name = "source_key")
    private @Nullable String sourceKey;

    private @Nullable Long pattern;

    /** Somebody looked at it and found it like no other. */
    @Column(name = "stands_alone")
    private boolean standsAlone;

    protected Signal() {}

    private Signal(
            MunicipalityCode municipality, SignalSource source, SignalKind kind, Voice voice, LocalDate raisedOn) {
        this.municipality = municipality.value();
        this.source = source;
        this.kind = kind;
        this.voice = voice;
        this.words = "";
        this.raisedOn = kind.isAboutHouseholds() ? YearMonth.from(raisedOn).atDay(1) : raisedOn;
    }

    /** @param by only of who asked to be known */
    static Signal tapped(
            MunicipalityCode municipality,
            Tap tap,
            Voice voice,
            String step,
            @Nullable Long initiative,
            @Nullable UserId by,
            LocalDate today) {
        if (!SignalKind.tapped().contains(tap.kind())) {
            throw new Refusal("signal.error.not-to-be-tapped");
        }
        Signal signal = new Signal(municipality, SignalSource.TAPPED, tap.kind(), voice, today);
        signal.step = step;
        signal.initiative = initiative;
        signal.words = tap.words().text();
        signal.raisedBy = by == null ? null : by.value();
        return signal;
    }

    /** @param key what it follows from */
    static Signal following(
            MunicipalityCode municipality,
            SignalSource source,
            SignalKind kind,
            String step,
            @Nullable String article,
            long initiative,
            String key,
            LocalDate on) {
        Signal signal = new Signal(municipality, source, kind, Voice.PROGRAM, on);
        signal.step = step;
        signal.article = article;
        signal.initiative = initiative;
        signal.sourceKey = key;
        return signal;
    }

    /** Without the plan: who leaves a small one would be known by it. */
    static Signal wentBack(MunicipalityCode municipality, LocalDate on) {
        return new Signal(municipality, SignalSource.WAY_BACK, SignalKind.WENT_BACK, Voice.PROGRAM, on);
    }

    /** Something that a file should have told, and a worker had to find out. */
    static Signal repaired(MunicipalityCode municipality, UnknownReason reason, LocalDate on) {
        Signal signal = new Signal(municipality, SignalSource.REPAIR, SignalKind.FORMS, Voice.PROGRAM, on);
        signal.step = HeardSignal.REPAIR + reason.name();
        return signal;
    }

    static Signal earlier(MunicipalityCode municipality, EarlierSignal noted) {
        Signal signal = new Signal(municipality, SignalSource.EARLIER, noted.kind(), noted.voice(), noted.raisedOn());
        signal.step = noted.step();
        signal.article = noted.article();
        signal.words = noted.words().text();
        return signal;
    }

    /** It belongs to a pattern, or to another than was thought. */
    void place(PatternId belongsTo) {
        pattern = belongsTo.value();
        standsAlone = false;
    }

    /** It is like no other: no pattern is proposed for it again. */
    void standAlone() {
        pattern = null;
        standsAlone = true;
    }

    PatternFinder.Heard heard() {
        return new PatternFinder.Heard(id, kind, article, step, words, pattern);
    }

    HeardSignal view() {
        return new HeardSignal(
                new SignalId(id), version, source, kind, voice, step, article, words, YearMonth.from(raisedOn));
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    SignalKind kind() {
        return kind;
    }

    LocalDate raisedOn() {
        return raisedOn;
    }

    @Nullable
    Long raisedBy() {
        return raisedBy;
    }

    @Nullable
    Long initiative() {
        return initiative;
    }

    @Nullable
    Long pattern() {
        return pattern;
    }

    boolean isOf(MunicipalityCode other) {
        return municipality.equals(other.value());
    }
}
