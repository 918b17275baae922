package nl.buurtbundel.suggestion;

import nl.buurtbundel.catalogue.Payer;
import nl.buurtbundel.money.Money;

/** What somebody else comes to bear in a likely year. Zero with an assumption means: not counted. */
public record OtherPayer(Payer payer, SumLine line) {

    public Money amount() {
        return line.amount();
    }
}
