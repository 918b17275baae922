package nl.buurtbundel;

import jakarta.enterprise.inject.Alternative;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it is delivered, for tests inside the server. */
public final class PackagedWar {

    /** What a server leaves in the folder for temporary files; it is one of this build, and one server runs at a time. */
    private static final Pattern LEFT_BEHIND = Pattern.compile("(payaramicro-rt|arquillian-payara-micro).*");

    private static final Path TEST_CLASSES = Path.of("target/test-classes");
    private static final Pattern OUTSIDE = Pattern.compile("/(browser|proof)/|Test([$].*)?[.]class$");

    private PackagedWar() {}

    /**
     * A deployment named as the context root of the tests, with all that tests need beside themselves. Classes that ask for the
     * same share a server.
     *
     * @param alternatives what takes the place of a part of the product in this server only, with what it needs
     */
    public static WebArchive with(Class<?>... alternatives) {
        WebArchive war = ShrinkWrap.create(ZipImporter.class, "buurtbundel.war")
                .importFrom(new File(System.getProperty("buurtbundel.war", "target/buurtbundel.war")))
                .as(WebArchive.class);
        try (Stream<Path> files = Files.walk(TEST_CLASSES)) {
            files.filter(PackagedWar::runsInServer)
                    .forEach(file ->
                            war.add(new FileAsset(file.toFile()), "WEB-INF/classes/" + TEST_CLASSES.relativize(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return war.addClasses(alternatives);
    }

    /** Tests of rules, of the browser and of processes run outside; an alternative comes by name only. */
    private static boolean runsInServer(Path file) {
        String name = TEST_CLASSES.relativize(file).toString();
        return name.endsWith(".class") && !OUTSIDE.matcher(name).find() && !isAlternative(name);
    }

    private static boolean isAlternative(String name) {
        String outermost = name.replaceFirst("([$].*)?[.]class$", "").replace(File.separatorChar, '.');
        try {
            return Class.forName(outermost, false, PackagedWar.class.getClassLoader())
                    .isAnnotationPresent(Alternative.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static void clearAfterEarlierServers() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        if (!temporary.equals(Path.of("target").toAbsolutePath())) {
            // somebody runs one test from an editor: that folder is not ours to clear
            return;
        }
        try (Stream<Path> entries = Files.list(temporary)) {
            entries.filter(entry ->
                            LEFT_BEHIND.matcher(entry.getFileName().toString()).matches())
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
