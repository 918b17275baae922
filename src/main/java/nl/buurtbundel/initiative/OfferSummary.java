package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An offer as the initiator, the assigned worker and the neighbour who made it see it. */
public record OfferSummary(
        OfferId id,
        int version,
        InitiativeId initiative,
        String name,
        OfferKind kind,
        String description,
        @Nullable Integer hoursAWeek,
        boolean paid,
        LocalDate offeredOn) {}
