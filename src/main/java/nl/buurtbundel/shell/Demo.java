package nl.buurtbundel.shell;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The demo switch. On only when nobody configured a database, and then still off with {@code demo=false}: people without a
 * password may never meet real data.
 */
@ApplicationScoped
class Demo {

    boolean isOn() {
        var config = ConfigProvider.getConfig();
        boolean databaseConfigured =
                config.getOptionalValue("db.url", String.class).isPresent();
        return !databaseConfigured
                && config.getOptionalValue("demo", Boolean.class).orElse(true);
    }
}
