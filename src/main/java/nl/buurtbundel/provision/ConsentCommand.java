package nl.buurtbundel.provision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody agreed that data held under one law is used for another (Wmo 5.1.1 lid 4), or took that back. */
public record ConsentCommand(
        Bsn bsn,
        Law from,
        Law to,
        LocalDate givenOn,
        @Nullable LocalDate withdrawnOn) implements ProvisionCommand {}
