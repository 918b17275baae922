package nl.buurtbundel.recompute;

import java.io.PrintStream;
import java.math.BigInteger;

/** One line for each check. */
final class Report {
    private final PrintStream out;
    private int held;
    private int wrong;

    Report(PrintStream out) {
        this.out = out;
    }

    void part(String title) {
        out.println();
        out.println(title);
    }

    /** Two amounts in cents. */
    void same(String what, long recomputed, long stated) {
        line(
                recomputed == stated,
                what + ": " + euros(recomputed)
                        + (recomputed == stated
                                ? ""
                                : " recomputed, " + euros(stated) + " stated, difference "
                                        + euros(Math.subtractExact(stated, recomputed))));
    }

    void count(String what, long recomputed, long stated) {
        equal(what, Long.toString(recomputed), Long.toString(stated));
    }

    /** Something else than an amount. */
    void equal(String what, Object recomputed, Object stated) {
        boolean equal = recomputed.equals(stated);
        line(equal, what + ": " + (equal ? recomputed : recomputed + " recomputed, " + stated + " stated"));
    }

    void holds(String what, boolean holds, String otherwise) {
        line(holds, holds ? what : what + ": " + otherwise);
    }

    /** Something that the file does not tell enough about, and why. */
    void passedOver(String what, String why) {
        out.println("  –      " + what + ": not recomputed, " + why);
    }

    private void line(boolean holds, String words) {
        out.println((holds ? "  ok     " : "  WRONG  ") + words);
        if (holds) {
            held++;
        } else {
            wrong++;
        }
    }

    /** Says how it ended; whether all holds. */
    boolean end() {
        out.println();
        out.println(
                wrong == 0
                        ? "All " + held + " checks hold."
                        : wrong + " of " + (held + wrong) + " checks do not hold: see WRONG above.");
        return wrong == 0;
    }

    static String euros(long cents) {
        return (cents < 0 ? "-" : "")
                + BigInteger.valueOf(cents).abs().divide(BigInteger.valueOf(100))
                + '.'
                + String.format("%02d", Math.abs(cents % 100));
    }
}
