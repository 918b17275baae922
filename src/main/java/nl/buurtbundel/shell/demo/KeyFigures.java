package nl.buurtbundel.shell.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Counts clients while the cases are written, and then writes the key figures as CBS would publish them. */
final class KeyFigures {

    private static final String SECRET = ".";
    private static final List<String> COLUMNS = List.of(
            "gwb_code_10",
            "gwb_code_8",
            "regio",
            "gm_naam",
            "recs",
            "gwb_code",
            "ind_wbi",
            "a_inw",
            "a_00_14",
            "a_15_24",
            "a_25_44",
            "a_45_64",
            "a_65_oo",
            "a_hh",
            "a_1p_hh",
            "a_hh_z_k",
            "a_hh_m_k",
            "g_hhgro",
            "a_woning",
            "g_ink_pi",
            "a_soz_wb",
            "a_jz_tn",
            "p_jz_tn",
            "a_wmo_t",
            "p_wmo_t");

    private final Town town;
    private final int[] wmoClients;
    private final int[] youthClients;
    private final int[] assistanceClients;

    KeyFigures(Town town) {
        this.town = town;
        int count = town.quarters().size();
        wmoClients = new int[count];
        youthClients = new int[count];
        assistanceClients = new int[count];
    }

    void wmoClient(Quarter quarter) {
        wmoClients[quarter.index()]++;
    }

    void youthClient(Quarter quarter) {
        youthClients[quarter.index()]++;
    }

    void assistanceClient(Quarter quarter) {
        assistanceClients[quarter.index()]++;
    }

    void write(Path file) throws IOException {
        try (CsvWriter csv = Output.csv(file)) {
            csv.writeRecord(COLUMNS);
            csv.writeRecord(row(Town.CODE, Town.NAME, "Gemeente", town.quarters()));
            for (int district = 0; district < town.districts(); district++) {
                String code = Quarter.districtCode(district);
                List<Quarter> inside = town.quarters().stream()
                        .filter(quarter -> quarter.districtCode().equals(code))
                        .toList();
                csv.writeRecord(row(code, String.format(Locale.ROOT, "Wijk %02d", district + 1), "Wijk", inside));
                for (Quarter quarter : inside) {
                    csv.writeRecord(row(quarter.code(), quarter.name(), "Buurt", List.of(quarter)));
                }
            }
        }
    }

    private List<String> row(String code, String name, String kind, List<Quarter> quarters) {
        int inhabitants = sum(quarters, Quarter::inhabitants);
        int older = sum(quarters, quarter -> quarter.inhabitants() * (8 + quarter.olderPercent() / 4) / 100);
        int children = sum(quarters, quarter -> quarter.inhabitants() * (26 - quarter.olderPercent() / 6) / 100);
        int young = inhabitants * 11 / 100;
        int rest = inhabitants - older - children - young;
        int households = sum(quarters, Quarter::dwellings) * 97 / 100;
        int single = households * 34 / 100;
        int withChildren = households * 36 / 100;
        int wmo = sum(quarters, quarter -> wmoClients[quarter.index()]);
        int youth = sum(quarters, quarter -> youthClients[quarter.index()]);
        int assistance = inhabitants * 2 / 100 + sum(quarters, quarter -> assistanceClients[quarter.index()]);
        int olderPercent = (int)
                quarters.stream().mapToInt(Quarter::olderPercent).average().orElse(50);
        List<String> row = new ArrayList<>(List.of(code, code.substring(2), name, Town.NAME, kind, code, "1"));
        row.add(toFive(inhabitants));
        row.add(toFive(children));
        row.add(toFive(young));
        row.add(toFive(rest / 2));
        row.add(toFive(rest - rest / 2));
        row.add(toFive(older));
        row.add(toFive(households));
        row.add(toFive(single));
        row.add(toFive(households - single - withChildren));
        row.add(toFive(withChildren));
        row.add(tenths(inhabitants * 10L / Math.max(1, households)));
        row.add(toFive(sum(quarters, Quarter::dwellings)));
        // average income only from a hundred households; here it falls with the share of older residents
        row.add(households < 200 ? SECRET : tenths(420 - olderPercent * 2L));
        row.add(Integer.toString((assistance + 5) / 10 * 10));
        row.add(clients(youth));
        row.add(youth < 8 ? SECRET : tenths(youth * 1_000L / Math.max(1, children + young * 8L / 10)));
        row.add(clients(wmo));
        row.add(wmo < 8 ? SECRET : tenths(wmo * 10_000L / Math.max(1, inhabitants)));
        return row;
    }

    private static int sum(List<Quarter> quarters, ToIntFunction<Quarter> value) {
        return quarters.stream().mapToInt(value).sum();
    }

    private static String clients(int count) {
        return count < 8 ? SECRET : toFive(count);
    }

    private static String toFive(int count) {
        return Integer.toString((count + 2) / 5 * 5);
    }

    private static String tenths(long tenths) {
        return tenths / 10 + "," + tenths % 10;
    }
}
