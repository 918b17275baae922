package nl.buurtbundel.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    /** Exact numbers are published in the attack: rounding only makes it harder. */
    private static final SuppressionRule EXACT = new SuppressionRule(10, 1);

    private static final SuppressionRule RULE = new SuppressionRule(10, 5);

    @Test
    void fewer_than_ten_and_nobody_at_all_are_not_shown() {
        Suppression table = Suppression.of(RULE, List.of(row(9, 40, 40), row(0, 40, 40), row(30, 50, 60)));
        assertThat(table.cell(0, 0)).isEqualTo(PublishedCell.NOTHING);
        assertThat(table.cell(1, 0)).isEqualTo(PublishedCell.NOTHING);
    }

    @Test
    void a_municipality_without_neighbourhoods_gets_an_answer_that_shows_nothing() {
        Suppression table = Suppression.of(RULE, List.of(List.of(), List.of()));
        assertThat(table.rowTotal(0)).isEqualTo(PublishedCell.NOTHING);
        assertThat(table.grandTotal()).isEqualTo(PublishedCell.NOTHING);
    }

    @Test
    void a_second_cell_is_hidden_when_the_total_would_give_the_first_away() {
        Suppression table = Suppression.of(RULE, List.of(row(4, 40, 40), row(30, 50, 60), row(30, 50, 60)));
        assertThat(table.cell(0, 0).households()).isNull();
        long hiddenInRow = IntStream.range(0, 3)
                .filter(column -> table.cell(0, column).households() == null)
                .count();
        long hiddenInColumn = IntStream.range(0, 3)
                .filter(row -> table.cell(row, 0).households() == null)
                .count();
        assertThat(hiddenInRow).isGreaterThan(1);
        assertThat(hiddenInColumn).isGreaterThan(1);
    }

    @Test
    void a_table_without_small_numbers_is_shown_whole() {
        Suppression table = Suppression.of(RULE, List.of(row(20, 40), row(30, 51)));
        assertThat(table.cell(1, 1).households()).isEqualTo(50);
        assertThat(table.grandTotal().households()).isEqualTo(140);
        assertThat(table.rowTotal(0).amount()).isNotNull();
    }

    @Test
    void one_household_with_more_than_half_hides_the_amount_and_not_the_count() {
        Cell dominated = new Cell(20, Money.ofEuros(100_000), Money.ofEuros(50_001));
        Cell even = new Cell(20, Money.ofEuros(100_000), Money.ofEuros(50_000));
        Suppression table = Suppression.of(RULE, List.of(List.of(dominated, even), List.of(even, even)));
        assertThat(table.cell(0, 0).households()).isEqualTo(20);
        assertThat(table.cell(0, 0).amount()).isNull();
        assertThat(table.cell(0, 1).amount()).isNull(); // else the total minus this one would be the hidden one
    }

    @Test
    void no_combination_of_published_numbers_tells_how_many_a_hidden_few_are() {
        Random random = new Random(20261121);
        int attacked = 0;
        for (int trial = 0; trial < 300; trial++) {
            List<List<Cell>> cells = randomTable(random);
            Suppression table = Suppression.of(EXACT, cells);
            attacked += attack(
                    cells,
                    cell -> cell.households() < 10,
                    Cell::households,
                    shown(
                            table,
                            cells,
                            published -> published.households() == null ? null : published.households() * 1.0),
                    truth -> 10);
        }
        assertThat(attacked).isGreaterThan(500);
    }

    @Test
    void no_combination_of_published_amounts_tells_what_a_hidden_household_costs() {
        Random random = new Random(4711);
        int attacked = 0;
        for (int trial = 0; trial < 150; trial++) {
            List<List<Cell>> cells = randomTable(random);
            Suppression table = Suppression.of(EXACT, cells);
            // the attacker is given the true amount wherever an amount is published, not the rounded one
            attacked += attack(
                    cells,
                    cell -> cell.households() < 10
                            || cell.largestHousehold().times(2).compareTo(cell.amount()) > 0,
                    cell -> cell.amount().cents() / 100.0,
                    shown(table, cells, published -> published.amount() == null ? null : Double.NaN),
                    truth -> Math.max(truth, 10_000));
        }
        assertThat(attacked).isGreaterThan(300);
    }

    @Test
    void the_attack_finds_a_number_that_is_hidden_alone() {
        // the attack itself must be able to succeed, or the tests above say nothing
        double[][] equations = {{1, 0, 1}, {0, 1, 1}};
        assertThat(Attacker.largest(new double[][] {{1}}, new double[] {4}, 0)).isEqualTo(4);
        assertThat(Attacker.smallest(new double[][] {{1}}, new double[] {4}, 0)).isEqualTo(4);
        assertThat(Attacker.largest(equations, new double[] {5, 3}, 0)).isEqualTo(5);
        assertThat(Attacker.smallest(equations, new double[] {5, 3}, 0)).isEqualTo(2);
    }

    @Test
    void the_same_table_is_published_the_same_way() {
        Random random = new Random(5);
        List<List<Cell>> cells = randomTable(random);
        assertThat(Suppression.of(RULE, cells).cell(0, 0))
                .isEqualTo(Suppression.of(RULE, cells).cell(0, 0));
    }

    @Test
    void a_large_municipality_takes_seconds_and_not_minutes() {
        Random random = new Random(9);
        List<List<Cell>> cells = new ArrayList<>();
        for (int need = 0; need < 11; need++) {
            cells.add(IntStream.range(0, 120).mapToObj(i -> randomCell(random)).toList());
        }
        long before = System.nanoTime();
        Suppression.of(RULE, cells);
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }

    /** All numbers in a line: cells, row totals, column totals, the grand total; null where hidden. */
    private static List<Double> shown(
            Suppression table, List<List<Cell>> cells, Function<PublishedCell, Double> value) {
        List<Double> all = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            for (int column = 0; column < cells.get(0).size(); column++) {
                all.add(value.apply(table.cell(row, column)));
            }
        }
        for (int row = 0; row < cells.size(); row++) {
            all.add(value.apply(table.rowTotal(row)));
        }
        for (int column = 0; column < cells.get(0).size(); column++) {
            all.add(value.apply(table.columnTotal(column)));
        }
        all.add(value.apply(table.grandTotal()));
        return all;
    }

    private static int attack(
            List<List<Cell>> cells,
            java.util.function.Predicate<Cell> sensitive,
            ToDoubleFunction<Cell> value,
            List<Double> shown,
            ToDoubleFunction<Double> doubt) {
        int rows = cells.size();
        int columns = cells.get(0).size();
        int all = shown.size();
        double[] truth = new double[all];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double cell = value.applyAsDouble(cells.get(row).get(column));
                truth[row * columns + column] = cell;
                truth[rows * columns + row] += cell;
                truth[rows * columns + rows + column] += cell;
                truth[all - 1] += cell;
            }
        }
        int[] unknown =
                IntStream.range(0, all).filter(i -> shown.get(i) == null).toArray();
        List<double[]> equations = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        for (int line = 0; line <= rows + columns; line++) {
            double[] whole = new double[all];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    boolean counts = line < rows ? row == line : line < rows + columns ? column == line - rows : true;
                    whole[row * columns + column] = counts ? 1 : 0;
                }
            }
            whole[line < rows ? rows * columns + line : line < rows + columns ? rows * columns + line : all - 1] = -1;
            double[] equation = new double[unknown.length];
            double known = 0;
            for (int i = 0; i < all; i++) {
                int at = java.util.Arrays.binarySearch(unknown, i);
                if (at >= 0) {
                    equation[at] = whole[i];
                } else {
                    known += whole[i] * truth[i];
                }
            }
            equations.add(equation);
            totals.add(-known);
        }
        double[][] left = equations.toArray(double[][]::new);
        double[] right = totals.stream().mapToDouble(Double::doubleValue).toArray();
        int attacked = 0;
        for (int at = 0; at < unknown.length; at++) {
            int cell = unknown[at];
            if (cell >= rows * columns
                    || !sensitive.test(cells.get(cell / columns).get(cell % columns))) {
                continue;
            }
            attacked++;
            double largest = Attacker.largest(left, right, at);
            assertThat(largest)
                    .as("cell %d of %s, shown %s", cell, cells, shown)
                    .isGreaterThanOrEqualTo(truth[cell] + doubt.applyAsDouble(truth[cell]) - 0.01);
        }
        return attacked;
    }

    private static List<List<Cell>> randomTable(Random random) {
        int columns = 2 + random.nextInt(4);
        return IntStream.range(0, 2 + random.nextInt(4))
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> randomCell(random))
                        .toList())
                .toList();
    }

    private static Cell randomCell(Random random) {
        int households = random.nextInt(3) == 0 ? random.nextInt(10) : random.nextInt(80);
        long amount = households * (1000L + random.nextInt(9000));
        long largest = households == 0
                ? 0
                : Math.min(amount, Math.max(amount / households, random.nextInt(6) == 0 ? amount * 3 / 5 : 0));
        return new Cell(households, Money.ofEuros(amount), Money.ofEuros(largest));
    }

    private static List<Cell> row(int... households) {
        return IntStream.of(households)
                .mapToObj(count ->
                        new Cell(count, Money.ofEuros(count * 5000L), count == 0 ? Money.ZERO : Money.ofEuros(5000)))
                .toList();
    }
}
