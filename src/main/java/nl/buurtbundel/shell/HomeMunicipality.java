package nl.buurtbundel.shell;

import jakarta.enterprise.context.ApplicationScoped;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.eclipse.microprofile.config.ConfigProvider;

/** The municipality whose public pages this installation shows: setting {@code municipality}, else that of the demo. */
@ApplicationScoped
class HomeMunicipality {
    private static final String DEMO = "GM9901";

    MunicipalityCode code() {
        return new MunicipalityCode(ConfigProvider.getConfig()
                .getOptionalValue("municipality", String.class)
                .orElse(DEMO));
    }
}
