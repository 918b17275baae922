package nl.buurtbundel.shell.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/**
 * The map of Waterrijk: a round town in the open water of the IJsselmeer, with a river through the middle and one island.
 *
 * <p>Neighbourhoods stand in rows between wavy lines. A point on a line or border is a function of where it is and of
 * nothing else, so that neighbours share exactly the same corners. The square of rows is then pressed into a disc.
 */
final class TownMap {

    private static final double LONGITUDE = 5.42;
    private static final double LATITUDE = 52.74;
    private static final double DEGREES_EAST = 0.036;
    private static final double DEGREES_NORTH = 0.022;
    private static final int ISLAND = Quarter.Role.BELOW_THRESHOLD.ordinal();
    private static final int SAMPLES = 24;
    private static final int ISLAND_POINTS = 18;

    /** A point of the square, each coordinate from -1 to 1. */
    private record Point(double x, double y) {}

    private final Town town;
    private final int rows;
    private final int riverRow;
    private final double rowHeight;
    private final double scale;
    private final List<Line> lines = new ArrayList<>();
    private final List<Row> grid = new ArrayList<>();
    private final List<Point> island = new ArrayList<>();

    TownMap(Town town, long seed) {
        this.town = town;
        Random random = new Random(seed * 31 + 4);
        int cells = town.quarters().size() - 1;
        rows = (int) Math.round(Math.sqrt(cells));
        riverRow = rows / 2;
        rowHeight = 2.0 / rows;
        scale = Math.min(2.2, Math.sqrt(town.quarters().size() / 16.0));
        for (int row = 0; row <= rows; row++) {
            lines.add(new Line(-1 + row * rowHeight, rowHeight * 0.09, random.nextDouble(), random.nextDouble()));
        }
        for (int row = 0; row < rows; row++) {
            grid.add(new Row(cells / rows + (row < cells % rows ? 1 : 0), random));
        }
        for (int i = 0; i < ISLAND_POINTS; i++) {
            double angle = 2 * StrictMath.PI * i / ISLAND_POINTS;
            double radius = 0.17 + 0.06 * random.nextDouble();
            island.add(new Point(1.5 + radius * StrictMath.cos(angle), 0.4 + radius * StrictMath.sin(angle)));
        }
    }

    /** A line between two rows: a straight line with two waves on it. */
    private record Line(double height, double amplitude, double phase, double otherPhase) {
        Point at(double t, double shift) {
            double wave = StrictMath.sin(2 * StrictMath.PI * (t + phase))
                    + 0.5 * StrictMath.sin(2 * StrictMath.PI * (2.3 * t + otherPhase));
            return new Point(2 * t - 1, height + amplitude * wave + shift);
        }
    }

    /** A row of cells with the borders between them, which need not stand upright. */
    private static final class Row {
        private final int cells;
        private final double[] bottom;
        private final double[] top;
        private final double[][] bend;

        Row(int cells, Random random) {
            this.cells = cells;
            bottom = new double[cells + 1];
            top = new double[cells + 1];
            bend = new double[cells + 1][3];
            for (int i = 0; i <= cells; i++) {
                boolean edge = i == 0 || i == cells;
                bottom[i] = ((edge ? 0 : 0.36 * (random.nextDouble() - 0.5)) + i) / cells;
                top[i] = ((edge ? 0 : 0.36 * (random.nextDouble() - 0.5)) + i) / cells;
                for (int j = 0; j < 3; j++) {
                    bend[i][j] = 0.2 * (random.nextDouble() - 0.5) / cells;
                }
            }
        }
    }

    void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("{\n\"type\": \"FeatureCollection\",\n\"name\": \"buurten\",\n\"features\": [\n");
            String separator = "";
            int cell = 0;
            for (Quarter quarter : town.quarters()) {
                List<String> ring = quarter.index() == ISLAND ? ring(island, false) : ring(outline(cell++), true);
                writer.write(separator);
                writer.write(feature(quarter, ring));
                separator = ",\n";
            }
            writer.write("\n]\n}\n");
        }
    }

    private String feature(Quarter quarter, List<String> ring) {
        // figures of a handful of people are not published
        String youth = quarter.index() == ISLAND ? "-99997" : Integer.toString(26 - quarter.olderPercent() / 6);
        return "{ \"type\": \"Feature\", \"properties\": { \"buurtcode\": \"" + quarter.code()
                + "\", \"buurtnaam\": \"" + quarter.name()
                + "\", \"wijkcode\": \"" + quarter.districtCode()
                + "\", \"gemeentecode\": \"" + Town.CODE
                + "\", \"gemeentenaam\": \"" + Town.NAME
                + "\", \"water\": \"NEE\", \"aantal_inwoners\": " + (quarter.inhabitants() + 2) / 5 * 5
                + ", \"aantal_huishoudens\": " + (quarter.dwellings() * 97 / 100 + 2) / 5 * 5
                + ", \"percentage_personen_0_tot_15_jaar\": " + youth
                + ", \"geboorte_totaal\": -99995"
                + " }, \"geometry\": { \"type\": \"Polygon\", \"coordinates\": [ [ "
                + String.join(", ", ring) + " ] ] } }";
    }

    /** Row by row, to and fro, so that a district is one piece of town. Against the clock, as GeoJSON wants it. */
    private List<Point> outline(int cell) {
        int number = 0;
        int place = cell;
        while (place >= grid.get(number).cells) {
            place -= grid.get(number).cells;
            number++;
        }
        Row row = grid.get(number);
        int left = number % 2 == 0 ? place : row.cells - 1 - place;
        List<Point> outline = new ArrayList<>();
        outline.addAll(along(number, row.bottom[left], row.bottom[left + 1], true));
        outline.addAll(border(number, left + 1));
        List<Point> above = along(number + 1, row.top[left], row.top[left + 1], false);
        for (int i = above.size() - 1; i >= 0; i--) {
            outline.add(above.get(i));
        }
        List<Point> west = border(number, left);
        for (int i = west.size() - 1; i >= 0; i--) {
            outline.add(west.get(i));
        }
        return outline;
    }

    /** The points of a line from one place to another, with every corner that a cell on either side has there. */
    private List<Point> along(int line, double from, double to, boolean seenFromAbove) {
        TreeSet<Double> places = new TreeSet<>();
        for (int i = 0; i <= SAMPLES; i++) {
            places.add((double) i / SAMPLES);
        }
        if (line < rows) {
            for (double place : grid.get(line).bottom) {
                places.add(place);
            }
        }
        if (line > 0) {
            for (double place : grid.get(line - 1).top) {
                places.add(place);
            }
        }
        double shift = bank(line, seenFromAbove);
        return places.subSet(from, true, to, true).stream()
                .map(place -> lines.get(line).at(place, shift))
                .toList();
    }

    /** The inner points of the border on the left of a cell. */
    private List<Point> border(int number, int place) {
        Row row = grid.get(number);
        Point low = lines.get(number).at(row.bottom[place], bank(number, true));
        Point high = lines.get(number + 1).at(row.top[place], bank(number + 1, false));
        List<Point> points = new ArrayList<>();
        for (int j = 0; j < 3; j++) {
            double part = (j + 1) / 4.0;
            points.add(new Point(
                    low.x() + part * (high.x() - low.x()) + row.bend[place][j], low.y() + part * (high.y() - low.y())));
        }
        return points;
    }

    /** Half the river on each side of its line. */
    private double bank(int line, boolean seenFromAbove) {
        if (line != riverRow) {
            return 0;
        }
        double half = Math.min(0.03, rowHeight * 0.12);
        return seenFromAbove ? half : -half;
    }

    private List<String> ring(List<Point> outline, boolean pressed) {
        List<String> ring = new ArrayList<>();
        for (Point point : outline) {
            ring.add(position(pressed ? press(point) : point));
        }
        ring.add(ring.get(0));
        return ring;
    }

    /** From the square into the disc. */
    private static Point press(Point point) {
        return new Point(
                point.x() * Math.sqrt(1 - point.y() * point.y() / 2),
                point.y() * Math.sqrt(1 - point.x() * point.x() / 2));
    }

    private String position(Point point) {
        return String.format(
                Locale.ROOT,
                "[ %.6f, %.6f ]",
                LONGITUDE + point.x() * DEGREES_EAST * scale,
                LATITUDE + point.y() * DEGREES_NORTH * scale);
    }
}
