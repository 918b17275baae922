package nl.buurtbundel.spending;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.money.Money;

/** What may come in by agreement with other payers, to recognise it on a statement of the bank by number or by amount. */
final class AgreedReceipts {
    static final AgreedReceipts NONE = new AgreedReceipts(Set.of());

    /** A shorter number, or one without a figure, stands in too many descriptions. */
    private static final int FEWEST_SIGNS = 4;

    private static final String SIGN = "[\\p{L}\\p{N}]";

    private final Map<Long, Pattern> numbers = new HashMap<>();
    private final Map<Money, Set<Long>> amounts = new HashMap<>();

    private AgreedReceipts(Collection<PayerAgreement> agreements) {
        for (PayerAgreement one : agreements) {
            NewContribution agreement = one.agreement();
            long id = one.id().value();
            amounts.computeIfAbsent(agreement.agreed(), first -> new TreeSet<>())
                    .add(id);
            String number = agreement.agreementNumber();
            if (number.replaceAll("[^\\p{L}\\p{N}]", "").length() >= FEWEST_SIGNS && number.matches(".*\\d.*")) {
                numbers.put(id, pattern(number));
            }
        }
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

    /** Which agreements could be meant: those that are named, else those of exactly this amount. */
    Set<Long> list(Collection<String> texts, Money amount) {
        Set<Long> named = numbers.entrySet().stream()
                .filter(one -> texts.stream()
                        .anyMatch(text -> one.getValue().matcher(text).find()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        return named.isEmpty() ? amounts.getOrDefault(amount, Set.of()) : named;
    }
}
