package nl.buurtbundel.signal;

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
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Signals that a person found to be about one thing. It has one owner, who finds the cause, gets those together who can take it
 * away, and proposes what is to change; one change at a time, so that what came after it can be told of it.
 */
@Entity
@Table(name = "signal_pattern")
class Pattern {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "signal_pattern")
    @SequenceGenerator(name = "signal_pattern", sequenceName = "signal_pattern_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;
    private String title;
    private long owner;
    private String cause;

    @Column(name = "in_the_room")
    private String inTheRoom;

    @Column(name = "confirmed_on")
    private LocalDate confirmedOn;

    @OneToMany(mappedBy = "pattern", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<StructuralChange> changes = new ArrayList<>();

    protected Pattern() {}

    Pattern(MunicipalityCode municipality, String title, UserId owner, LocalDate today) {
        this.municipality = municipality.value();
        this.title = required(title, LONGEST_TITLE, "signal.error.title-missing");
        this.owner = owner.value();
        this.cause = "";
        this.inTheRoom = "";
        this.confirmedOn = today;
    }

    /** Who finds the cause from now on. */
    void ownedBy(UserId newOwner) {
        owner = newOwner.value();
    }

    /**
     * @param why what is behind it; may be empty as long as nobody knows
     * @param needed who must be in the room to take it away
     */
    void describe(String newTitle, String why, String needed) {
        title = required(newTitle, LONGEST_TITLE, "signal.error.title-missing");
        cause = within(why, LONGEST_TEXT);
        inTheRoom = within(needed, LONGEST_TEXT);
    }

    /** @throws Refusal as long as no cause was written down, or another change is under way */
    void propose(String what, LocalDate today) {
        if (cause.isEmpty()) {
            throw new Refusal("signal.error.cause-first");
        }
        if (findCurrent().filter(StructuralChange::isUnderWay).isPresent()) {
            throw new Refusal("signal.error.change-under-way");
        }
        changes.add(new StructuralChange(
                this, changes.size(), required(what, LONGEST_TEXT, "signal.error.change-missing"), today));
    }

    /** @param on when that was, today at the latest */
    void decide(ChangeDecider by, boolean yes, LocalDate on, LocalDate today) {
        requirePast(on, today);
        current().decide(by, yes, on);
    }

    /** @param on from when it holds, today at the latest */
    void finish(LocalDate on, LocalDate today) {
        requirePast(on, today);
        current().finish(on);
    }

    Optional<StructuralChange> findCurrent() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }

    /** The newest change that holds by now. */
    Optional<StructuralChange> findDone() {
        Optional<StructuralChange> done = Optional.empty();
        for (StructuralChange change : changes) {
            done = change.doneOn() == null ? done : Optional.of(change);
        }
        return done;
    }

    private StructuralChange current() {
        return findCurrent().orElseThrow(() -> new Refusal("signal.error.nothing-to-decide"));
    }

    private static void requirePast(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw new Refusal("signal.error.day-to-come");
        }
    }

    private static String required(String text, int longest, String codeWhenMissing) {
        String words = within(text, longest);
        if (words.isEmpty()) {
            throw new Refusal(codeWhenMissing);
        }
        return words;
    }

    private static String within(String text, int longest) {
        String words = text.strip();
        if (words.length() > longest) {
            throw new Refusal("signal.error.text-too-long", longest);
        }
        return words;
    }

    PatternId id() {
        return new PatternId(id);
    }

    int version() {
        return version;
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    String title() {
        return title;
    }

    UserId owner() {
        return new UserId(owner);
    }

    String cause() {
        return cause;
    }

    String inTheRoom() {
        return inTheRoom;
    }

    List<ChangeView> changes() {
        return changes.stream().map(StructuralChange::view).toList();
    }

    boolean isOf(MunicipalityCode other) {
        return municipality.equals(other.value());
    }
}
