package nl.buurtbundel.opportunity;

import java.math.BigDecimal;
import nl.buurtbundel.money.Money;

/** The part of what is allocated that is really used: an assumption with a name, because nobody knows it beforehand. */
public record Usage(int basisPoints) {

    public Usage {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("no share: " + basisPoints);
        }
    }

    public Money of(Money allocated) {
        return allocated.times(BigDecimal.valueOf(basisPoints).movePointLeft(4));
    }
}
