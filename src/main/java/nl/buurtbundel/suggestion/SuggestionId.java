package nl.buurtbundel.suggestion;

public record SuggestionId(long value) {}
