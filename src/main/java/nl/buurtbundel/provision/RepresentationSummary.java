package nl.buurtbundel.provision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may see the file of another. Who it is, is not in it.
 *
 * @param lastDay null for a child as long as nobody set an earlier day: it ends when the child is old enough
 * @param opened somebody came with the code
 */
public record RepresentationSummary(
        RepresentationId id,
        RepresentationGround ground,
        @Nullable LocalDate lastDay,
        boolean opened) {}
