package nl.buurtbundel.spending;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.money.Money;

/** What may still come in by agreement with other payers, to recognise it on a statement of the bank by number or by amount. */
final class AgreedReceipts {
    static final AgreedReceipts NONE = new AgreedReceipts(Set.of());

    /** A shorter number, or one without a figure, stands in too many descriptions. */
    private static final int FEWEST_SIGNS = 4;

    /** It stands in many descriptions too. */
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private static final String SIGN = "[\\p{L}\\p{N}]";

    private final Map<Long, Pattern> numbers = new HashMap<>();
    private final Map<Money, Set<Long>> amounts = new HashMap<>();

    private AgreedReceipts(Collection<PayerAgreement> agreements) {
        for (PayerAgreement one : agreements) {
            if (one.outstanding().isPositive()) {
                expect(one);
            }
        }
    }

    private void expect(PayerAgreement one) {
        long id = one.id().value();
        amounts.computeIfAbsent(one.outstanding(), first -> new TreeSet<>()).add(id);
        String number = one.agreement().agreementNumber();
        if (isTelling(number.replaceAll("[^\\p{L}\\p{N}]", ""))) {
            numbers.put(id, pattern(number));
        }
    }

    private static boolean isTelling(String signs) {
        return signs.length() >= FEWEST_SIGNS
                && signs.matches(".*\\d.*")
                && !YEAR.matcher(signs).matches();
    }

    static AgreedReceipts of(Collection<PayerAgreement> agreements) {
        return new AgreedReceipts(agreements);
    }

    /** Whatever stands between its letters and figures, or does not. */
    private static Pattern pattern(String number) {
        String groups = Stream.of(number.split("[^\\p{L}\\p{N}]+"))
                .filter(group -> !group.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("[ ./_-]{0,3}"));
        return Pattern.compile(
                "(?<!" + SIGN + ")" + groups + "(?!" + SIGN + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The agreements that are named by their number. */
    Set<Long> listNamed(Collection<String> texts) {
        return numbers.entrySet().stream()
                .filter(one -> texts.stream()
                        .anyMatch(text -> one.getValue().matcher(text).find()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The agreements of which exactly this much is still to come. */
    Set<Long> listOf(Money amount) {
        return amounts.getOrDefault(amount, Set.of());
    }
}
