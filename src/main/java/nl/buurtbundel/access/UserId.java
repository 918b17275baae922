package nl.buurtbundel.access;

/** A user account. */
public record UserId(long value) {
    /** The program itself. */
    public static final UserId SYSTEM = new UserId(0);
}
