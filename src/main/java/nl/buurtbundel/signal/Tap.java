package nl.buurtbundel.signal;

import org.jspecify.annotations.Nullable;

/**
 * Somebody taps that it chafes.
 *
 * @param about the number of the plan or of the decision; null on the own file
 * @param words a few, or none
 * @param byName who taps it wants to be asked about it; otherwise nobody will ever know who it was
 */
public record Tap(Place place, @Nullable Long about, SignalKind kind, ShortWords words, boolean byName) {}
