package nl.buurtbundel.opportunity;

import nl.buurtbundel.money.Money;

/**
 * A true number that may have to be hidden.
 *
 * @param largestHousehold what the household with the most money has in this cell
 */
record Cell(int households, Money amount, Money largestHousehold) {
    static final Cell NONE = new Cell(0, Money.ZERO, Money.ZERO);

    Cell {
        if (households < 0 || amount.isNegative() || largestHousehold.compareTo(amount) > 0) {
            throw new IllegalArgumentException("no cell: " + households + ", " + amount + ", " + largestHousehold);
        }
    }
}
