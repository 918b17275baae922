package nl.buurtbundel.opportunity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a municipality sets once and every room that counts households must keep to. */
@ApplicationScoped
class OpportunitySettings {

    @Produces
    @Singleton
    SuppressionRule suppressionRule(
            @ConfigProperty(name = "buurtbundel.suppression.threshold", defaultValue = "10") int threshold,
            @ConfigProperty(name = "buurtbundel.suppression.rounding", defaultValue = "5") int rounding) {
        return new SuppressionRule(threshold, rounding);
    }

    @Produces
    @Singleton
    Usage usage(@ConfigProperty(name = "buurtbundel.usage.basis-points", defaultValue = "8500") int basisPoints) {
        return new Usage(basisPoints);
    }
}
