package nl.buurtbundel.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.money.Money;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class WorkSettings {

    @Produces
    @Singleton
    WorkRule workRule(
            @ConfigProperty(name = "buurtbundel.work.gap-minutes", defaultValue = "15") int gap,
            @ConfigProperty(name = "buurtbundel.work.single-minutes", defaultValue = "2") int single,
            @ConfigProperty(name = "buurtbundel.work.hour-team-euros", defaultValue = "70") long team,
            @ConfigProperty(name = "buurtbundel.work.hour-staff-euros", defaultValue = "80") long staff,
            @ConfigProperty(name = "buurtbundel.work.hour-manager-euros", defaultValue = "95") long manager,
            @ConfigProperty(name = "buurtbundel.work.hour-alderman-euros", defaultValue = "110") long alderman,
            @ConfigProperty(name = "buurtbundel.work.hour-help-euros", defaultValue = "66") long help) {
        Map<Role, Money> anHour = new EnumMap<>(Role.class);
        for (Role office : Role.values()) {
            if (office != Role.RESIDENT && office != Role.SYSTEM) {
                anHour.put(
                        office,
                        Money.ofEuros(
                                switch (office) {
                                    case TEAM_WORKER -> team;
                                    case MANAGER -> manager;
                                    case ALDERMAN -> alderman;
                                    default -> staff;
                                }));
            }
        }
        return new WorkRule(Duration.ofMinutes(gap), Duration.ofMinutes(single), anHour, Money.ofEuros(help));
    }
}
