package nl.buurtbundel.opportunity;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Needs by neighbourhoods as published for one month. It stays as it is until the next month, so that nobody learns from two
 * looks shortly after each other that a single household came or went.
 *
 * @param neighbourhoods codes, in the order of the columns
 * @param cells by need, then by neighbourhood
 */
record PublishedTable(
        List<String> needs,
        List<String> neighbourhoods,
        List<Row> cells,
        List<PublishedCell> needTotals,
        List<PublishedCell> neighbourhoodTotals,
        PublishedCell total) {

    /** What is published of one need. */
    record Row(List<PublishedCell> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    PublishedTable {
        needs = List.copyOf(needs);
        neighbourhoods = List.copyOf(neighbourhoods);
        cells = List.copyOf(cells);
        needTotals = List.copyOf(needTotals);
        neighbourhoodTotals = List.copyOf(neighbourhoodTotals);
    }

    static PublishedTable of(List<String> needs, List<String> neighbourhoods, Suppression table) {
        List<Row> rows = new ArrayList<>();
        List<PublishedCell> needTotals = new ArrayList<>();
        for (int row = 0; row < needs.size(); row++) {
            List<PublishedCell> published = new ArrayList<>();
            for (int column = 0; column < neighbourhoods.size(); column++) {
                published.add(table.cell(row, column));
            }
            rows.add(new Row(published));
            needTotals.add(table.rowTotal(row));
        }
        List<PublishedCell> totals = new ArrayList<>();
        for (int column = 0; column < neighbourhoods.size(); column++) {
            totals.add(table.columnTotal(column));
        }
        return new PublishedTable(needs, neighbourhoods, rows, needTotals, totals, table.grandTotal());
    }

    /** What was published of one neighbourhood, most households first. Today’s files have no say in it. */
    List<Opportunity> list(NeighbourhoodCode neighbourhood, YearMonth month) {
        List<Opportunity> published = new ArrayList<>();
        for (String need : needs) {
            PublishedCell cell = cell(need, neighbourhood.value());
            Integer households = cell.households();
            if (households != null && households > 0) {
                published.add(Opportunity.published(need, neighbourhood, month.atDay(1), households, cell));
            }
        }
        published.sort((one, other) -> Integer.compare(other.households(), one.households()));
        return published;
    }

    PublishedCell cell(String need, String neighbourhood) {
        int row = needs.indexOf(need);
        int column = neighbourhoods.indexOf(neighbourhood);
        return row < 0 || column < 0
                ? PublishedCell.NOTHING
                : cells.get(row).cells().get(column);
    }
}
