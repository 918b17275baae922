package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.shared.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.buurtbundel.initiative.EnoughChanged;
import nl.buurtbundel.initiative.InitiativeId;

/**
 * Tells open plan pages of this process “enough” or “not yet”, and nothing else, once the change is certain. Pages of another
 * process show it when they are opened again.
 */
@ApplicationScoped
class EnoughBroadcast {
    private final Map<InitiativeId, Set<Consumer<Boolean>>> listeners = new ConcurrentHashMap<>();

    Registration listen(InitiativeId id, Consumer<Boolean> listener) {
        listeners.compute(id, (key, known) -> {
            Set<Consumer<Boolean>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(id, (key, known) -> {
            known.remove(listener);
            return known.isEmpty() ? null : known;
        });
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnoughChanged change) {
        listeners.getOrDefault(change.initiative(), Set.of()).forEach(listener -> listener.accept(change.enough()));
    }
}
