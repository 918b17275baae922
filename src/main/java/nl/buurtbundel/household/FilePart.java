package nl.buurtbundel.household;

/** A part of the own file that can be shared by itself. */
public enum FilePart {
    HELP,
    LETTERS,
    LOOKS,
    /** The kept breakthrough plan, in which help of children may stand. */
    PLAN,
    /** The help of children for whom the parents decide: any of these parents takes it back. */
    CHILDREN
}
