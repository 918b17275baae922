package nl.buurtbundel;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it is delivered, for tests inside the server. */
public final class PackagedWar {

    private PackagedWar() {}

    /** A deployment named as the context root of the tests; with the classes that the test needs beside itself. */
    public static WebArchive with(Class<?>... testClasses) {
        return ShrinkWrap.create(ZipImporter.class, "buurtbundel.war")
                .importFrom(new File(System.getProperty("buurtbundel.war", "target/buurtbundel.war")))
                .as(WebArchive.class)
                .addClasses(testClasses);
    }
}
