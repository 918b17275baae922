package nl.buurtbundel.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.intake.ImportSteps.Incoming;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.ProvisionCommand;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Goes through the files of an import in the order that data needs: first where, then at what price, then who and what. */
@ApplicationScoped
class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class.getName());
    private static final int MESSAGES_AT_ONCE = 200;
    private static final int COMMANDS_AT_ONCE = 4_000;

    private final ImportSteps steps;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ImportWork() {
        this(null);
    }

    @Inject
    ImportWork(ImportSteps steps) {
        this.steps = steps;
    }

    /** @param source where the files are: that can fail too, and then this import has ended all the same */
    void run(ImportId id, MunicipalityCode municipality, Supplier<Path> source) {
        ImportState how = ImportState.BROKEN;
        try {
            Path at = find(id, source);
            if (at != null) {
                how = handle(id, municipality, at);
            }
        } finally {
            steps.end(id, how);
        }
    }

    private @Nullable Path find(ImportId id, Supplier<Path> source) {
        try {
            return source.get();
        } catch (UncheckedIOException e) {
            LOG.log(Level.WARNING, "import " + id + " cannot begin", e);
            steps.expect(id, 1);
            steps.refuse(id, List.of(new RefusedItem("", 0, "", "unreadable", List.of())));
            return null;
        }
    }

    private ImportState handle(ImportId id, MunicipalityCode municipality, Path source) {
        IntakeLimits limits = IntakeLimits.of(ConfigProvider.getConfig());
        try (IncomingFiles files = IncomingFiles.of(source, limits)) {
            return handle(id, municipality, limits, files) ? ImportState.DONE : ImportState.CANCELLED;
        } catch (Refused refused) {
            steps.expect(id, 1);
            steps.refuse(id, refused.items());
            return ImportState.DONE;
        }
    }

    private boolean handle(ImportId id, MunicipalityCode municipality, IntakeLimits limits, IncomingFiles incoming) {
        List<IncomingFile> files = incoming.list();
        steps.expect(id, files.size() + incoming.refused().size());
        incoming.refused().forEach(item -> steps.refuse(id, List.of(item)));
        MessageReader messages = new MessageReader(municipality, limits);
        Map<FileKind, List<IncomingFile>> tables = new EnumMap<>(FileKind.class);
        Map<MessageKind, List<IncomingFile>> byKind = new EnumMap<>(MessageKind.class);
        for (IncomingFile file : files) {
            FileKind kind = FileKind.find(file.name()).orElse(null);
            if (kind == null) {
                steps.refuse(id, List.of(new RefusedItem(file.name(), 0, "", "unknown-file", List.of())));
            } else if (kind == FileKind.MESSAGE) {
                attempt(
                        id,
                        file,
                        in -> byKind.computeIfAbsent(messages.kind(file.name(), in), number -> new ArrayList<>())
                                .add(file));
            } else {
                tables.computeIfAbsent(kind, table -> new ArrayList<>()).add(file);
            }
        }
        for (Map.Entry<FileKind, List<IncomingFile>> some : tables.entrySet()) {
            for (IncomingFile file : some.getValue()) {
                if (!steps.goesOn(id)) {
                    return false;
                }
                attempt(id, file, in -> table(id, municipality, limits, some.getKey(), file, in));
            }
        }
        for (List<IncomingFile> some : byKind.values()) {
            some.sort(Comparator.comparing(IncomingFile::name));
            if (!takeMessages(id, messages, some)) {
                return false;
            }
        }
        return true;
    }

    private void table(
            ImportId id,
            MunicipalityCode municipality,
            IntakeLimits limits,
            FileKind kind,
            IncomingFile file,
            InputStream in) {
        Tables tables = new Tables(municipality, limits);
        switch (kind) {
            case SHAPES -> {
                var shapes = new ShapeReader(municipality, limits).read(file.name(), in);
                steps.takeShapes(id, shapes.digest(), shapes.rows());
            }
            case KEY_FIGURES -> {
                var figures = tables.keyFigures(file.name(), in);
                steps.takeFigures(id, figures.digest(), figures.rows());
            }
            case ADDRESSES -> {
                var places = tables.addresses(file.name(), in);
                steps.takeAddresses(id, places.digest(), places.rows());
            }
            case TARIFFS -> commands(id, kind, file, in, tables::tariffs);
            case HOUSEHOLDS -> commands(id, kind, file, in, tables::households);
            case CONSENTS -> commands(id, kind, file, in, tables::consents);
            case PROVISIONS -> commands(id, kind, file, in, tables::provisions);
            case MESSAGE -> throw new IllegalArgumentException("no table");
        }
    }

    private <T extends ProvisionCommand> void commands(
            ImportId id,
            FileKind kind,
            IncomingFile file,
            InputStream in,
            BiFunction<String, InputStream, TableReader.Table<T>> reader) {
        TableReader.Table<T> table = reader.apply(file.name(), in);
        steps.takeTable(id, kind, table.digest(), List.copyOf(table.rows()));
    }

    private boolean takeMessages(ImportId id, MessageReader reader, List<IncomingFile> files) {
        List<Incoming> ready = new ArrayList<>();
        int[] commands = {0};
        for (IncomingFile file : files) {
            attempt(id, file, in -> {
                CareMessage message = reader.read(file.name(), in);
                ready.add(new Incoming(file.name(), message));
                commands[0] += message.commands().size();
            });
            if (ready.size() >= MESSAGES_AT_ONCE || commands[0] >= COMMANDS_AT_ONCE) {
                takeTogether(id, ready);
                ready.clear();
                commands[0] = 0;
                if (!steps.goesOn(id)) {
                    return false;
                }
            }
        }
        takeTogether(id, ready);
        return steps.goesOn(id);
    }

    /** Many messages in one transaction are fast; when that fails each gets its own, so that one cannot spoil the others. */
    private void takeTogether(ImportId id, List<Incoming> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            steps.takeMessages(id, List.copyOf(messages));
        } catch (RuntimeException together) {
            LOG.log(Level.WARNING, "messages of import " + id + " are taken one by one", together);
            for (Incoming message : messages) {
                try {
                    steps.takeMessages(id, List.of(message));
                } catch (RuntimeException alone) {
                    steps.refuse(id, List.of(notTaken(id, message.file(), alone)));
                }
            }
        }
    }

    /** Whatever is wrong with a file is a line in the report, never the end of the import. */
    private void attempt(ImportId id, IncomingFile file, Consumer<InputStream> work) {
        try (InputStream in = file.open()) {
            work.accept(in);
        } catch (Refused refused) {
            steps.refuse(id, refused.items());
        } catch (IOException | UncheckedIOException e) {
            steps.refuse(id, List.of(new RefusedItem(file.name(), 0, "", "unreadable", List.of())));
        } catch (RuntimeException e) {
            steps.refuse(id, List.of(notTaken(id, file.name(), e)));
        }
    }

    /** A rule that said no is told by its name; anything else is a fault of ours and goes to the log. */
    private static RefusedItem notTaken(ImportId id, String file, RuntimeException thrown) {
        if (Refusal.unwrapped(thrown) instanceof Refusal refusal
                && refusal.code().startsWith(RefusedItem.KEY)) {
            return new RefusedItem(
                    file,
                    0,
                    "",
                    refusal.code().substring(RefusedItem.KEY.length()),
                    refusal.parameters().stream().map(String::valueOf).toList());
        }
        LOG.log(Level.WARNING, "a file of import " + id + " cannot be stored", thrown);
        return new RefusedItem(file, 0, "", "not-stored", List.of());
    }
}
