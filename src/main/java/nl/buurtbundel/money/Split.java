package nl.buurtbundel.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides an amount over weights by the largest-remainder method (Hamilton), so that the parts sum exactly. */
public final class Split {

    private Split() {}

    /**
     * The parts, in the order of the weights. Each part is off from its exact share by less than one cent. Equal remainders
     * are settled by the larger weight first and then by the earlier place, so that equal input gives equal output; parts
     * follow their weight whatever the order in which the weights are given, up to the exchange of equal weights.
     *
     * @throws IllegalArgumentException if there is no weight, a weight is negative, or all are zero
     */
    public static List<Money> byLargestRemainder(Money amount, List<Long> weights) {
        BigInteger total = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("negative weight " + weight);
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0) {
            throw new IllegalArgumentException("no weight above zero");
        }
        long sign = amount.isNegative() ? -1 : 1;
        BigInteger magnitude = BigInteger.valueOf(amount.cents()).abs();
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        BigInteger given = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share =
                    magnitude.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(total);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            given = given.add(share[0]);
        }
        long left = magnitude.subtract(given).longValueExact();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i])
                        .thenComparing(weights::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(i -> parts[i]++);
        List<Money> result = new ArrayList<>(parts.length);
        for (long part : parts) {
            result.add(Money.ofCents(sign * part));
        }
        return List.copyOf(result);
    }
}
