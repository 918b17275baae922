package nl.buurtbundel.shell.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GenerateDemo <folder> [--seed n] [--neighbourhoods n] [--provisions n]}. */
public final class GenerateDemo {

    private static final String USAGE = "use: GenerateDemo <folder> [--seed n] [--neighbourhoods n] [--provisions n]";

    /** What the arguments ask for. */
    record Request(Path folder, DemoMunicipality.Settings settings) {

        static Request of(List<String> arguments) {
            Deque<String> left = new ArrayDeque<>(arguments);
            Path folder = null;
            long seed = DemoMunicipality.Settings.STANDARD.seed();
            int neighbourhoods = DemoMunicipality.Settings.STANDARD.neighbourhoods();
            int provisions = DemoMunicipality.Settings.STANDARD.provisions();
            while (!left.isEmpty()) {
                String argument = left.pop();
                switch (argument) {
                    case "--seed" -> seed = number(left.poll(), argument);
                    case "--neighbourhoods" -> neighbourhoods = whole(left.poll(), argument);
                    case "--provisions" -> provisions = whole(left.poll(), argument);
                    default -> {
                        if (argument.startsWith("--") || folder != null) {
                            throw new IllegalArgumentException("what is " + argument + "? " + USAGE);
                        }
                        folder = Path.of(argument);
                    }
                }
            }
            if (folder == null) {
                throw new IllegalArgumentException(USAGE);
            }
            return new Request(folder, new DemoMunicipality.Settings(seed, neighbourhoods, provisions));
        }

        private static long number(@Nullable String value, String option) {
            try {
                return Long.parseLong(String.valueOf(value));
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(option + " needs a number. " + USAGE, noNumber);
            }
        }

        private static int whole(@Nullable String value, String option) {
            try {
                return Math.toIntExact(number(value, option));
            } catch (ArithmeticException tooLarge) {
                throw new IllegalArgumentException(option + " is too large", tooLarge);
            }
        }
    }

    private GenerateDemo() {}

    public static void main(String[] arguments) {
        try {
            Request request = Request.of(List.of(arguments));
            DemoMunicipality.Written written = new DemoMunicipality(request.settings()).writeTo(request.folder());
            System.out.println(written.neighbourhoods() + " neighbourhoods, " + written.provisions() + " provisions, "
                    + written.messages() + " messages in "
                    + request.folder().resolve(DemoMunicipality.START));
        } catch (IllegalArgumentException | IOException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }
}
