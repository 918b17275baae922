package nl.buurtbundel.budget;

/** Individual help, and the household that has it: two opaque references, {@code provision:34} and {@code household:56}. */
public record Help(String provision, String household) {}
