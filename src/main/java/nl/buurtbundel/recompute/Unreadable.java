package nl.buurtbundel.recompute;

/** A file that is no decision file, with the line where that shows. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(int line, String what) {
        super("line " + line + ": " + what);
    }

    Unreadable(String what) {
        super(what);
    }
}
