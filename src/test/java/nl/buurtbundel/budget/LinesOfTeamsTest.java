package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.MunicipalEntry;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class LinesOfTeamsTest {
    private static final YearMonth MARCH = YearMonth.of(2027, 3);

    private final List<MunicipalEntry> booked = new ArrayList<>();

    @Test
    void what_teams_paid_in_a_month_is_one_line_each_way_without_neighbourhood_and_day() {
        paid(3, "BU99010001", 85, Reason.PAID);
        paid(9, "BU99010001", 120, Reason.PAID);
        paid(21, "BU99010002", 40, Reason.PAID);
        assertThat(LinesOfTeams.together(booked, MARCH))
                .containsExactlyInAnyOrder(
                        ofMany(AccountKind.GRANTED, Reason.PAID, -245), ofMany(AccountKind.PAID, Reason.PAID, 245));
    }

    @Test
    void what_came_back_in_the_same_month_leaves_no_line() {
        paid(3, "BU99010001", 85, Reason.PAID);
        paid(4, "BU99010001", -85, Reason.PAID);
        assertThat(LinesOfTeams.together(booked, MARCH)).isEmpty();
    }

    @Test
    void what_is_not_of_a_team_stays_a_line_of_its_own() {
        MunicipalEntry other = new MunicipalEntry(
                7L,
                MARCH.atDay(2),
                AccountKind.PAID,
                "6.1",
                "BU99010001",
                Reason.PAID,
                "initiative:1",
                Money.ofEuros(500));
        booked.add(other);
        paid(3, "BU99010001", 85, Reason.PAID);
        assertThat(LinesOfTeams.together(booked, MARCH)).hasSize(3).contains(other);
    }

    private void paid(int day, String neighbourhood, long euros, Reason reason) {
        LocalDate on = MARCH.atDay(day);
        String reference = "team-pot:" + neighbourhood;
        Money amount = Money.ofEuros(euros);
        booked.add(new MunicipalEntry(
                (long) day, on, AccountKind.GRANTED, "6.1", neighbourhood, reason, reference, amount.negated()));
        booked.add(
                new MunicipalEntry((long) day, on, AccountKind.PAID, "6.1", neighbourhood, reason, reference, amount));
    }

    private static MunicipalEntry ofMany(AccountKind kind, Reason reason, long euros) {
        return new MunicipalEntry(null, MARCH.atEndOfMonth(), kind, "6.1", "", reason, "", Money.ofEuros(euros));
    }
}
