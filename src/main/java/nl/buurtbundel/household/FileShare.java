package nl.buurtbundel.household;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.provision.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the own file that a resident lets one helper look at for some time. The first who comes with the code is the helper, and
 * nobody else after that; it ends by itself, or at once when the resident takes it back.
 */
@Entity
@Table(name = "file_share")
class FileShare {
    static final int MOST_DAYS = 92;
    /** Whoever finds a code that was written down can do nothing with it later. */
    private static final int DAYS_TO_OPEN = 7;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "file_share")
    @SequenceGenerator(name = "file_share", sequenceName = "file_share_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long owner;
    private String parts;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "made_on")
    private LocalDate madeOn;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private @Nullable Long helper;

    @Column(name = "opened_on")
    private @Nullable LocalDate openedOn;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @ElementCollection
    @CollectionTable(name = "file_share_child", joinColumns = @JoinColumn(name = "share"))
    @Column(name = "person")
    private Set<Long> children = new HashSet<>();

    protected FileShare() {}

    /**
     * @param days how long, today included: 1 to {@value #MOST_DAYS}
     * @param children for whom the owner decides, where their help is one of the parts
     */
    FileShare(
            UserId owner,
            Collection<FilePart> parts,
            Collection<PersonId> children,
            int days,
            OneTimeCode code,
            LocalDate today) {
        if (parts.isEmpty()) {
            throw new Refusal("household.error.no-part");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal("household.error.days", MOST_DAYS);
        }
        if (parts.contains(FilePart.CHILDREN)) {
            if (children.isEmpty()) {
                throw new Refusal("household.error.no-children");
            }
            children.forEach(child -> this.children.add(child.value()));
        }
        this.owner = owner.value();
        this.parts = written(parts);
        this.codeHash = code.hash();
        this.madeOn = today;
        this.lastDay = today.plusDays(days - 1L);
    }

    /** The one who was handed the code. Again by the same one changes nothing. */
    void open(UserId who, LocalDate today) {
        if (who.value() == owner) {
            throw new Refusal("household.error.own-code");
        }
        if (isOver(today) || helper != null && helper != who.value()) {
            throw new Refusal("household.error.code");
        }
        if (helper == null) {
            helper = who.value();
            openedOn = today;
        }
    }

    void requireReadableBy(UserId who, LocalDate today) {
        if (helper == null || helper != who.value() || isOver(today)) {
            throw new NotFound();
        }
    }

    void withdraw(UserId who, LocalDate today) {
        if (who.value() != owner) {
            throw new NotFound();
        }
        if (withdrawnOn == null) {
            withdrawnOn = today;
        }
    }

    /** By another parent who decides for one of the children: it only takes away, and only the children. */
    void withdrawChildren(Set<PersonId> decidedFor, LocalDate today) {
        if (decidedFor.stream().noneMatch(child -> children.contains(child.value()))) {
            throw new NotFound();
        }
        Set<FilePart> left = parts();
        left.remove(FilePart.CHILDREN);
        if (left.isEmpty()) {
            withdraw(owner(), today);
        } else {
            parts = written(left);
            children.clear();
        }
    }

    private static String written(Collection<FilePart> parts) {
        return EnumSet.copyOf(parts).stream().map(FilePart::name).collect(Collectors.joining(","));
    }

    boolean isOver(LocalDate today) {
        boolean late = helper == null && today.isAfter(madeOn.plusDays(DAYS_TO_OPEN - 1L));
        return withdrawnOn != null || late || today.isAfter(lastDay);
    }

    Set<FilePart> parts() {
        return Stream.of(parts.split(","))
                .map(FilePart::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FilePart.class)));
    }

    FileShareId id() {
        return new FileShareId(id);
    }

    Set<PersonId> children() {
        return children.stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }

    UserId owner() {
        return new UserId(owner);
    }

    Optional<UserId> helper() {
        return Optional.ofNullable(helper).map(UserId::new);
    }

    LocalDate lastDay() {
        return lastDay;
    }
}
