package nl.buurtbundel.household;

/** A part of the own file that can be shared by itself. */
public enum FilePart {
    HELP,
    LETTERS,
    LOOKS
}
