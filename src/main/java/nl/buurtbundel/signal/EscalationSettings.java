package nl.buurtbundel.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class EscalationSettings {

    @Produces
    @Singleton
    EscalationTerms escalationTerms(
            @ConfigProperty(name = "buurtbundel.escalation.team-days", defaultValue = "7") int team,
            @ConfigProperty(name = "buurtbundel.escalation.local-days", defaultValue = "14") int local,
            @ConfigProperty(name = "buurtbundel.escalation.regional-days", defaultValue = "28") int regional,
            @ConfigProperty(name = "buurtbundel.escalation.national-days", defaultValue = "28") int national,
            @ConfigProperty(name = "buurtbundel.escalation.longest-pause-days", defaultValue = "28") int pause) {
        return new EscalationTerms(team, local, regional, national, pause);
    }
}
