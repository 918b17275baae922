package nl.buurtbundel.provision;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Every night, before anybody publishes something of the new day: what costs another amount or answers another need as of
 * today, because a tariff or a row of the need table began or ended. What a night missed the next one does.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyPrices {
    @Inject
    private NightlyRound round;

    @Inject
    private NewDay newDay;

    @Schedule(hour = "0", minute = "1", timezone = "Europe/Amsterdam", persistent = false)
    public void followAll() {
        round.through(newDay.listMunicipalities(), "The prices of {0} could not follow the day", this::follow);
    }

    private void follow(MunicipalityCode municipality) {
        NewDay.Turn turn = newDay.turn(municipality);
        turn.categories().forEach(category -> all(after -> newDay.answer(turn, category, after)));
        turn.providers().forEach(provider -> all(after -> newDay.price(turn, provider, after)));
        newDay.reach(turn);
    }

    private static void all(LongFunction<OptionalLong> some) {
        OptionalLong after = OptionalLong.of(0);
        while (after.isPresent()) {
            after = some.apply(after.getAsLong());
        }
    }
}
