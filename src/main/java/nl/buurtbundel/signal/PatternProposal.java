package nl.buurtbundel.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signals that seem to be about one thing. Nothing is placed until somebody has looked at them.
 *
 * @param pattern the one that they seem to belong to; null for a new one
 * @param version of that pattern as it was seen; 0 for a new one
 * @param title of that pattern; empty for a new one
 * @param signals never so few of households that one of them could be meant
 */
public record PatternProposal(@Nullable PatternId pattern, int version, String title, List<HeardSignal> signals) {
    public PatternProposal {
        signals = List.copyOf(signals);
    }

    /** What is taken or left: each signal by itself, those about households only all together. */
    public List<List<HeardSignal>> choices() {
        List<List<HeardSignal>> choices = signals.stream()
                .filter(one -> !one.kind().isAboutHouseholds())
                .map(List::of)
                .collect(Collectors.toCollection(ArrayList::new));
        List<HeardSignal> ofHouseholds =
                signals.stream().filter(one -> one.kind().isAboutHouseholds()).toList();
        if (!ofHouseholds.isEmpty()) {
            choices.add(ofHouseholds);
        }
        return choices;
    }
}
