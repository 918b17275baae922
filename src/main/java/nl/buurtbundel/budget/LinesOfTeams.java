package nl.buurtbundel.budget;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.MunicipalEntry;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.money.Money;

/**
 * The lines of a month for the municipality’s own ledger, in which what teams decided on themselves stands together: by the day, the
 * neighbourhood and the amount a line would be one household’s washing machine.
 */
final class LinesOfTeams {
    private LinesOfTeams() {}

    private record Line(AccountKind kind, String taskField, Reason reason) {}

    /** Zero together as before; what is not of a team stays as it is. */
    static List<MunicipalEntry> together(List<MunicipalEntry> booked, YearMonth month) {
        List<MunicipalEntry> entries = new ArrayList<>();
        Map<Line, Money> teams = new LinkedHashMap<>();
        for (MunicipalEntry entry : booked) {
            if (TeamPot.isNamedBy(entry.reference())) {
                teams.merge(new Line(entry.kind(), entry.taskField(), entry.reason()), entry.amount(), Money::plus);
            } else {
                entries.add(entry);
            }
        }
        teams.forEach((line, amount) -> {
            if (!amount.isZero()) {
                entries.add(new MunicipalEntry(
                        null, month.atEndOfMonth(), line.kind(), line.taskField(), "", line.reason(), "", amount));
            }
        });
        return entries;
    }
}
