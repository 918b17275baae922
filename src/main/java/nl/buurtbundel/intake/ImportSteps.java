package nl.buurtbundel.intake;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.BrokenConstraint;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.KeyFigures;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.neighbourhood.Shape;
import nl.buurtbundel.provision.AllocationCommand;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Misdirected;
import nl.buurtbundel.provision.ProvisionCommand;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.provision.Repairs;
import nl.buurtbundel.provision.Taken;

/** The steps of an import, each a transaction of its own. What a step cannot finish leaves nothing behind. */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
@WithoutAccessCheck("inside the room; Intake asks before it starts, and Provisions asks again")
class ImportSteps {
    @PersistenceContext
    private EntityManager entityManager;

    private final Provisions provisions;
    private final Repairs repairs;
    private final Neighbourhoods neighbourhoods;
    private final AuditLog auditLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ImportSteps() {
        this(null, null, null, null, null);
    }

    @Inject
    ImportSteps(Provisions provisions, Repairs repairs, Neighbourhoods neighbourhoods, AuditLog auditLog, Clock clock) {
        this.provisions = provisions;
        this.repairs = repairs;
        this.neighbourhoods = neighbourhoods;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** @throws Refusal if another import of this municipality runs; one that lost its process does not count */
    public ImportId begin(User user, List<String> sources) {
        ImportRun run = new ImportRun(user, sources, clock.instant());
        entityManager.persist(run);
        ImportId id = new ImportId(run.id());
        ImportLock lock =
                entityManager.find(ImportLock.class, user.municipality().value(), LockModeType.PESSIMISTIC_WRITE);
        if (lock != null) {
            ImportRun holder = entityManager.find(ImportRun.class, lock.importRun());
            if (holder != null && !holder.isLifeless(clock.instant())) {
                throw new Refusal("intake.error.import-running");
            }
            if (holder != null) {
                holder.end(ImportState.BROKEN, clock.instant(), 0);
            }
            entityManager.remove(lock);
            entityManager.flush();
        }
        entityManager.persist(new ImportLock(user.municipality(), id));
        flushLock();
        auditLog.record("intake.import", "import", run.id());
        return id;
    }

    /** Of two that begin at once, the database lets one. */
    private void flushLock() {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            throw BrokenConstraint.findIn(e).isPresent() ? new Refusal("intake.error.import-running") : e;
        }
    }

    public void expect(ImportId id, int files) {
        read(id).expects(files);
    }

    /** @return whether to go on */
    public boolean goesOn(ImportId id) {
        ImportRun run = read(id);
        run.isAlive(clock.instant());
        return !run.cancelAsked();
    }

    public void refuse(ImportId id, List<RefusedItem> items) {
        refuse(read(id), items);
    }

    public void takeFigures(ImportId id, String digest, List<KeyFigures> figures) {
        if (isNew(id, FileKind.KEY_FIGURES, digest)) {
            neighbourhoods.takeKeyFigures(figures);
        }
    }

    public void takeShapes(ImportId id, String digest, List<Shape> shapes) {
        if (isNew(id, FileKind.SHAPES, digest)) {
            neighbourhoods.takeShapes(shapes);
        }
    }

    public void takeAddresses(ImportId id, String digest, List<AddressPlace> places) {
        if (isNew(id, FileKind.ADDRESSES, digest)) {
            neighbourhoods.takeAddresses(places);
        }
    }

    public void takeTable(ImportId id, FileKind kind, String digest, List<ProvisionCommand> commands) {
        ImportRun run = read(id);
        if (isKnown(run, kind, digest)) {
            run.foundUnchanged();
        } else {
            run.tookFile(provisions.take(commands));
        }
    }

    /** Takes some messages at once, each of them whole or not. */
    public void takeMessages(ImportId id, List<Incoming> messages) {
        ImportRun run = read(id);
        Map<CareMessage.Identity, ReceivedMessage> known = known(run.municipality(), messages);
        Map<ProvisionCommand, Misdirected> misdirected = provisions.findMisdirected(messages.stream()
                .flatMap(incoming -> incoming.message().commands().stream())
                .toList());
        List<ProvisionCommand> commands = new ArrayList<>();
        int taken = 0;
        for (Incoming incoming : messages) {
            CareMessage message = incoming.message();
            ReceivedMessage before = known.get(message.identity());
            List<RefusedItem> wrong = before == null ? misdirected(incoming, misdirected) : List.of();
            if (!wrong.isEmpty()) {
                refuse(run, wrong);
            } else if (before == null) {
                ReceivedMessage received = new ReceivedMessage(run.municipality(), message, id);
                entityManager.persist(received);
                known.put(message.identity(), received);
                commands.addAll(message.commands());
                taken++;
            } else if (before.isSameAs(message)) {
                run.foundUnchanged();
            } else {
                refuse(run, List.of(new RefusedItem(incoming.file(), 0, "", "identity-other-content", List.of())));
            }
        }
        Taken all = commands.isEmpty() ? Taken.NOTHING : provisions.take(commands);
        for (int i = 0; i < taken; i++) {
            run.tookFile(i == 0 ? all : Taken.NOTHING);
        }
        all.dropped()
                .forEach(dropped -> tell(
                        run,
                        new RefusedItem(
                                fileOf(messages, dropped.number()),
                                0,
                                field(dropped, true),
                                "earlier-" + code(dropped),
                                parameters(dropped))));
        run.isAlive(clock.instant());
    }

    public void end(ImportId id, ImportState how) {
        ImportRun run = read(id);
        run.end(how, clock.instant(), repairs.countSince(run.startedAt()));
        ImportLock lock =
                entityManager.find(ImportLock.class, run.municipality().value());
        if (lock != null && lock.importRun() == id.value()) {
            entityManager.remove(lock);
        }
        auditLog.record("intake.import-" + how.name().toLowerCase(java.util.Locale.ROOT), "import", id.value());
    }

    private boolean isNew(ImportId id, FileKind kind, String digest) {
        ImportRun run = read(id);
        if (isKnown(run, kind, digest)) {
            run.foundUnchanged();
            return false;
        }
        run.tookFile(Taken.NOTHING);
        return true;
    }

    /** Only the table of its kind that was taken last makes the same table unchanged: an older one may be meant again. */
    private boolean isKnown(ImportRun run, FileKind kind, String digest) {
        ImportId id = new ImportId(run.id());
        boolean known = !entityManager
                .createQuery(
                        "select t.id from ReceivedTable t where t.municipality = :municipality and t.kind = :kind"
                                + " and t.digest = :digest",
                        Long.class)
                .setParameter("municipality", run.municipality().value())
                .setParameter("kind", kind)
                .setParameter("digest", digest)
                .getResultList()
                .isEmpty();
        if (!known) {
            entityManager
                    .createQuery("delete from ReceivedTable t where t.municipality = :municipality and t.kind = :kind"
                            + " and t.importRun <> :run")
                    .setParameter("municipality", run.municipality().value())
                    .setParameter("kind", kind)
                    .setParameter("run", id.value())
                    .executeUpdate();
            entityManager.persist(new ReceivedTable(run.municipality(), kind, digest, id));
        }
        return known;
    }

    private Map<CareMessage.Identity, ReceivedMessage> known(MunicipalityCode municipality, List<Incoming> messages) {
        Map<CareMessage.Identity, ReceivedMessage> known = new HashMap<>();
        List<String> identifications = messages.stream()
                .map(incoming -> incoming.message().identity().identification())
                .distinct()
                .toList();
        entityManager
                .createQuery(
                        "select m from ReceivedMessage m where m.municipality = :municipality"
                                + " and m.identification in :identifications",
                        ReceivedMessage.class)
                .setParameter("municipality", municipality.value())
                .setParameter("identifications", identifications)
                .getResultStream()
                .forEach(message -> known.put(message.identity(), message));
        return known;
    }

    private static List<RefusedItem> misdirected(Incoming incoming, Map<ProvisionCommand, Misdirected> misdirected) {
        boolean fromProvider = incoming.message().kind() != MessageKind.ALLOCATION;
        return incoming.message().commands().stream()
                .map(misdirected::get)
                .filter(Objects::nonNull)
                .distinct()
                .map(one -> new RefusedItem(incoming.file(), 0, field(one, fromProvider), code(one), parameters(one)))
                .toList();
    }

    private static String field(Misdirected misdirected, boolean fromProvider) {
        if (misdirected.difference() == Misdirected.Difference.PERSON) {
            return "Bsn";
        }
        return fromProvider ? "Afzender" : "Ontvanger";
    }

    private static String code(Misdirected misdirected) {
        return misdirected.difference() == Misdirected.Difference.PERSON ? "other-person" : "other-provider";
    }

    private static List<String> parameters(Misdirected misdirected) {
        return List.of(misdirected.number().value());
    }

    /** The message with the allocation whose coming showed that an earlier report was wrong. */
    private static String fileOf(List<Incoming> messages, AllocationNumber number) {
        return messages.stream()
                .filter(incoming -> incoming.message().commands().stream()
                        .anyMatch(command -> command instanceof AllocationCommand allocation
                                && allocation.number().equals(number)))
                .map(Incoming::file)
                .findFirst()
                .orElse("");
    }

    private void refuse(ImportRun run, List<RefusedItem> items) {
        run.refusedFile();
        items.forEach(item -> tell(run, item));
    }

    private void tell(ImportRun run, RefusedItem item) {
        entityManager.persist(new RefusedRow(new ImportId(run.id()), item));
    }

    private ImportRun read(ImportId id) {
        ImportRun run = entityManager.find(ImportRun.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw new IllegalStateException("no import " + id);
        }
        return run;
    }

    /** A message with the name of its file. */
    record Incoming(String file, CareMessage message) {}
}
