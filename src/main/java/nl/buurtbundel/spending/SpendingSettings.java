package nl.buurtbundel.spending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class SpendingSettings {

    @Produces
    @Singleton
    SpendingRule spendingRule(
            @ConfigProperty(name = "buurtbundel.spending.one-page-euros", defaultValue = "2500") long onePage,
            @ConfigProperty(name = "buurtbundel.spending.difference-percent", defaultValue = "10") int percent,
            @ConfigProperty(name = "buurtbundel.spending.account") Optional<String> account,
            @ConfigProperty(name = "buurtbundel.spending.account-holder") Optional<String> holder) {
        return new SpendingRule(
                Money.ofEuros(onePage),
                percent,
                account.map(SpendingSettings::iban).orElse(null),
                holder.orElse(""));
    }

    private static Iban iban(String account) {
        return Iban.find(account)
                .orElseThrow(() -> new IllegalArgumentException("buurtbundel.spending.account is no IBAN"));
    }
}
