package nl.buurtbundel.household;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.Representations;

/** Letting a helper look at the own file, for some time. Each look of the helper is one that the resident reads of. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class FileShares {
    static final String LOOKED = "household.activity.shared";
    static final String LOOKED_AT_CHILD = "household.activity.shared-child";

    @PersistenceContext
    private EntityManager entityManager;

    private final OwnFiles ownFiles;
    private final BreakthroughPlans breakthroughs;
    private final Representations representations;
    private final Users users;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected FileShares() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    FileShares(
            OwnFiles ownFiles,
            BreakthroughPlans breakthroughs,
            Representations representations,
            Users users,
            Access access,
            CurrentUser currentUser,
            AuditLog audit,
            ProcessingLog processingLog,
            Clock clock) {
        this.ownFiles = ownFiles;
        this.breakthroughs = breakthroughs;
        this.representations = representations;
        this.users = users;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    /**
     * Lets the one who comes with the code look at these parts.
     *
     * @param days how long, today included
     * @return the code, told once
     */
    @Transactional(REQUIRED)
    public String share(Collection<FilePart> parts, int days) {
        User owner = access.require(Operation.SEE_OWN_FILE);
        Set<PersonId> children = ownFiles.listDecidedFor();
        if (!ownFiles.isKnown() && children.isEmpty()) {
            throw new Refusal("household.error.nothing-to-share");
        }
        OneTimeCode code = OneTimeCode.random();
        FileShare share = new FileShare(owner.id(), parts, children, days, code, today());
        entityManager.persist(share);
        audit.record(
                "household.share", "file-share", Long.toString(share.id().value()), "parts=" + parts + " days=" + days);
        return code.text();
    }

    /** At once, whatever happened to it meanwhile: it only takes away. */
    @Transactional(REQUIRED)
    public void withdraw(FileShareId id) {
        User owner = access.require(Operation.SEE_OWN_FILE);
        FileShare share = find(id);
        entityManager.refresh(share, LockModeType.PESSIMISTIC_WRITE);
        if (share.owner().equals(owner.id())) {
            share.withdraw(owner.id(), today());
        } else {
            share.withdrawChildren(ownFiles.listDecidedFor(), today());
        }
        audit.record("household.share-withdraw", "file-share", id.value());
    }

    /** What the reader shares now, the newest first; then what another parent shares of children of the reader. */
    public List<FileShareSummary> listMine() {
        User owner = access.require(Operation.SEE_OWN_FILE);
        Stream<FileShareSummary> mine = list("owner", owner.id()).stream().map(share -> summary(share, share.helper()));
        return Stream.concat(mine, listByOtherParents(owner)).toList();
    }

    private Stream<FileShareSummary> listByOtherParents(User reader) {
        List<Long> children =
                ownFiles.listDecidedFor().stream().map(PersonId::value).toList();
        if (children.isEmpty()) {
            return Stream.of();
        }
        return entityManager
                .createQuery(
                        "select distinct s from FileShare s join s.children c where c in :children and s.owner <> :reader"
                                + " and s.withdrawnOn is null and s.lastDay >= :today order by s.id desc",
                        FileShare.class)
                .setParameter("children", children)
                .setParameter("reader", reader.id().value())
                .setParameter("today", today())
                .getResultStream()
                .filter(share -> !share.isOver(today()))
                .map(share -> new FileShareSummary(share.id(), Set.of(FilePart.CHILDREN), share.lastDay(), null, true));
    }

    /**
     * Somebody comes with a code.
     *
     * @return what can be looked at now; empty where the code is of the team, and the file of whom the reader represents stands with
     *     the own one
     */
    @Transactional(REQUIRED)
    public Optional<FileShareId> open(String code) {
        User helper = access.require(Operation.OPEN_SHARED_FILE);
        return representations.open(code).isPresent() ? Optional.empty() : Optional.of(openShare(code, helper));
    }

    private FileShareId openShare(String code, User helper) {
        FileShare share = entityManager
                .createQuery("select s from FileShare s where s.codeHash = :hash", FileShare.class)
                .setParameter("hash", OneTimeCode.of(code).hash())
                .getResultStream()
                .findFirst()
                .filter(found -> findOwner(found, helper).isPresent())
                .orElseThrow(() -> new Refusal("household.error.code"));
        entityManager.refresh(share, LockModeType.PESSIMISTIC_WRITE);
        share.open(helper.id(), today());
        audit.record("household.share-open", "file-share", share.id().value());
        return share.id();
    }

    /** What others let the reader look at now. */
    public List<FileShareSummary> listWithMe() {
        User helper = access.require(Operation.OPEN_SHARED_FILE);
        return list("helper", helper.id()).stream()
                .filter(share -> findOwner(share, helper).isPresent())
                .map(share -> summary(share, Optional.of(share.owner())))
                .toList();
    }

    /** A look that the one who shares reads of. */
    @Transactional(REQUIRED)
    public SharedFile read(FileShareId id) {
        User helper = access.require(Operation.OPEN_SHARED_FILE);
        FileShare share = find(id);
        share.requireReadableBy(helper.id(), today());
        User owner = findOwner(share, helper).orElseThrow(NotFound::new);
        processingLog.looked(
                "household.activity.shared", owner.findSubject().stream().toList());
        Set<FilePart> parts = share.parts();
        SharedFile shared = currentUser.runAs(
                owner,
                () -> new SharedFile(
                        owner.displayName(),
                        share.lastDay(),
                        parts,
                        parts.contains(FilePart.HELP) ? ownFiles.listOwnHelp() : List.of(),
                        parts.contains(FilePart.LETTERS) ? ownFiles.listOwnLetters() : List.of(),
                        parts.contains(FilePart.LOOKS) ? ownFiles.listOwnLooks() : OwnFile.Looks.NONE,
                        parts.contains(FilePart.PLAN)
                                ? breakthroughs
                                        .findMine()
                                        .map(OwnBreakthrough::plan)
                                        .orElse(null)
                                : null,
                        parts.contains(FilePart.CHILDREN) ? ownFiles.listHelpOf(share.children()) : List.of()));
        processingLog.looked(
                "household.activity.shared-child",
                shared.childrensHelp().stream()
                        .map(help -> help.provision().person().toString())
                        .distinct()
                        .toList());
        return shared;
    }

    private List<FileShare> list(String whose, UserId user) {
        return entityManager
                .createQuery(
                        "select s from FileShare s where s." + whose + " = :user and s.withdrawnOn is null"
                                + " and s.lastDay >= :today order by s.id desc",
                        FileShare.class)
                .setParameter("user", user.value())
                .setParameter("today", today())
                .getResultStream()
                .filter(share -> !share.isOver(today()))
                .toList();
    }

    /** Who shares it, as long as that account is there: of the same municipality, as everything is. */
    private Optional<User> findOwner(FileShare share, User helper) {
        return users.findActive(share.owner())
                .filter(owner -> owner.municipality().equals(helper.municipality()));
    }

    private FileShareSummary summary(FileShare share, Optional<UserId> other) {
        return new FileShareSummary(
                share.id(),
                share.parts(),
                share.lastDay(),
                other.flatMap(users::find).map(User::displayName).orElse(null),
                false);
    }

    private FileShare find(FileShareId id) {
        FileShare share = entityManager.find(FileShare.class, id.value());
        if (share == null) {
            throw new NotFound();
        }
        return share;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
