package nl.buurtbundel.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * How an amount can be borne now: by what others gave for it, then by realised release, then by pre-financing, then by what the
 * council adopted for initiatives. Never by planned release.
 *
 * @param sufficient the lines bear the whole amount
 * @param missing what they do not bear
 * @param withinAppropriation what is missing is still there in the task fields of the year, so that pre-financing could be set
 *     for it; if not, only the council can decide (Gemeentewet 189, 192)
 */
public record Cover(
        Money amount,
        List<CoverLine> lines,
        boolean sufficient,
        Money missing,
        boolean withinAppropriation,
        FiscalYear year) {

    public Cover {
        lines = List.copyOf(lines);
        Money borne = Money.sum(lines.stream().map(CoverLine::amount).toList());
        if (!borne.plus(missing).equals(amount) || missing.isNegative() || sufficient != missing.isZero()) {
            throw new IllegalArgumentException("lines of " + borne + " and " + missing + " missing are not " + amount);
        }
    }

    /** @param available what each task field could bear at most, in any order and possibly in several pieces */
    static Cover of(FiscalYear year, Money amount, List<CoverLine> available, Money appropriatedLeft) {
        Map<CoverLine, Money> bearable = available.stream()
                .sorted(Comparator.comparing(CoverLine::kind).thenComparing(CoverLine::taskField))
                .collect(Collectors.groupingBy(
                        line -> new CoverLine(line.taskField(), line.kind(), Money.ZERO),
                        LinkedHashMap::new,
                        Collectors.reducing(Money.ZERO, CoverLine::amount, Money::plus)));
        List<CoverLine> lines = new ArrayList<>();
        Money missing = amount;
        for (Map.Entry<CoverLine, Money> source : bearable.entrySet()) {
            Money borne = missing.min(source.getValue());
            if (borne.isPositive()) {
                lines.add(new CoverLine(
                        source.getKey().taskField(), source.getKey().kind(), borne));
                missing = missing.minus(borne);
            }
        }
        boolean within = missing.compareTo(appropriatedLeft) <= 0;
        return new Cover(amount, lines, missing.isZero(), missing, missing.isZero() || within, year);
    }

    /** What others bear of it. */
    public Money contributed() {
        return Money.sum(lines.stream()
                .filter(line -> line.kind() == CoverKind.CONTRIBUTION)
                .map(CoverLine::amount)
                .toList());
    }

    String canonical() {
        return year + "|" + amount.cents() + '|'
                + lines.stream()
                        .map(line -> line.kind() + " " + line.taskField() + '='
                                + line.amount().cents())
                        .collect(Collectors.joining("|"));
    }
}
