package nl.buurtbundel.recompute;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code Recompute <file>}: reckons every euro of a decision file again and says what differs. */
public final class Recompute {
    /** All that is checked holds. */
    public static final int HOLDS = 0;

    /** Something differs. */
    public static final int DIFFERS = 1;

    /** This is no decision file. */
    public static final int UNREADABLE = 2;

    private static final String FORMAT = "buurtbundel-decision/1";
    private static final long LARGEST = 50_000_000;

    private Recompute() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1) {
            out.println("use: deployment/recompute FILE");
            System.exit(UNREADABLE);
        }
        System.exit(check(Path.of(arguments[0]), out));
    }

    /** @return {@link #HOLDS}, {@link #DIFFERS} or {@link #UNREADABLE} */
    static int check(Path file, PrintStream out) {
        try {
            if (Files.size(file) > LARGEST) {
                out.println("Cannot read " + file + ": larger than " + LARGEST + " bytes");
                return UNREADABLE;
            }
            return check(Files.readAllBytes(file), out);
        } catch (IOException e) {
            out.println("Cannot read " + file + ": " + e.getClass().getSimpleName());
            return UNREADABLE;
        }
    }

    /**
     * @param file its bytes, UTF-8
     * @return {@link #HOLDS}, {@link #DIFFERS} or {@link #UNREADABLE}
     */
    public static int check(byte[] file, PrintStream out) {
        try {
            Node whole = JsonText.read(decoded(file));
            String format = whole.text("format");
            if (!format.equals(FORMAT)) {
                throw new Unreadable(whole.get("format").line(), "format is “" + format + "”, not “" + FORMAT + "”");
            }
            Node content = whole.get("content");
            Node decision = content.get("decision");
            out.println("Decision " + decision.number("id") + " of " + decision.text("municipality") + ", "
                    + decision.text("state") + ", " + decision.text("total") + ", taken out at "
                    + content.text("takenAt"));
            Report report = new Report(out);
            new Seal(whole, report).check();
            new Sums(content, report).check();
            new Power(content, report).check();
            new Book(content, report).check();
            return report.end() ? HOLDS : DIFFERS;
        } catch (Unreadable no) {
            out.println("Cannot read this file: " + no.getMessage());
            return UNREADABLE;
        } catch (ArithmeticException tooLarge) {
            out.println("Cannot read this file: a number is out of range");
            return UNREADABLE;
        }
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("it is not UTF-8");
        }
    }
}
