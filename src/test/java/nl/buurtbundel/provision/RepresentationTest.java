package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepresentationTest {
    private static final MunicipalityCode HERE = new MunicipalityCode("GM9901");
    private static final PersonId WHOM = new PersonId(7);
    private static final UserId SOMEBODY = new UserId(1);
    private static final UserId FINDER = new UserId(2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void the_first_of_january_of_the_years_of_twelve_and_sixteen_changes_who_sees() {
        HouseholdMember child = born(2014);
        assertThat(child.seesOwnFile(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(child.seesOwnFile(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(child.isDecidedForByParents(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(child.isDecidedForByParents(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(child.isSeenByParents(LocalDate.of(2029, 12, 31))).isTrue();
        assertThat(child.isSeenByParents(LocalDate.of(2030, 1, 1))).isFalse();
        HouseholdMember unknown = born(null);
        assertThat(unknown.seesOwnFile(TODAY)).isTrue();
        assertThat(unknown.isSeenByParents(TODAY)).isFalse();
    }

    /** Whatever the ages, days, grounds and deeds: nobody sees whom they may not, and who may does. */
    @Test
    void nobody_sees_whom_they_may_not() {
        Random random = new Random(16);
        int seen = 0;
        for (int i = 0; i < 20_000; i++) {
            LocalDate made = TODAY.plusDays(random.nextInt(400));
            HouseholdMember whom = born(random.nextInt(8) == 0 ? null : 2026 - random.nextInt(40));
            RepresentationGround ground =
                    RepresentationGround.values()[random.nextInt(RepresentationGround.values().length)];
            LocalDate lastDay = random.nextInt(3) == 0 ? null : made.plusDays(random.nextInt(3_000) - 20L);
            Representation one;
            try {
                one = new Representation(HERE, whom, ground, lastDay, OneTimeCode.random(), made);
            } catch (Refusal refusal) {
                boolean child = whom.isSeenByParents(made);
                boolean dayFits = lastDay == null ? ground.isOfChild() : !lastDay.isBefore(made);
                assertThat(child == ground.isOfChild() && dayFits).isFalse();
                continue;
            }
            LocalDate opened = made.plusDays(random.nextInt(10));
            boolean came = opens(one, whom, opened);
            LocalDate ended = random.nextBoolean() ? null : opened.plusDays(random.nextInt(1_000));
            LocalDate day = opened.plusDays(random.nextInt(4_000));
            if (ended != null && !day.isBefore(ended)) {
                one.end(ended);
            }
            boolean sees = one.isSeenBy(SOMEBODY, whom, day);
            Integer born = whom.yearOfBirth();
            boolean oldEnough = born == null || day.getYear() - born >= 16;
            boolean may = came
                    && (ended == null || day.isBefore(ended))
                    && (lastDay == null || !day.isAfter(lastDay))
                    && !(ground.isOfChild() && oldEnough);
            assertThat(sees).as("%s %s on %s", ground, whom, day).isEqualTo(may);
            assertThat(one.isSeenBy(FINDER, whom, day)).isFalse();
            seen += sees ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void the_first_who_comes_with_the_code_is_the_one_and_nobody_is_their_own() {
        HouseholdMember whom = born(1950);
        Representation one = mentor(whom);
        refused("provision.error.own-representation", () -> one.open(SOMEBODY, WHOM, whom, TODAY));
        one.open(SOMEBODY, new PersonId(8), whom, TODAY);
        one.open(SOMEBODY, null, whom, TODAY.plusDays(9));
        refused("provision.error.representation-code", () -> one.open(FINDER, null, whom, TODAY));
        refused("provision.error.representation-code", () -> mentor(whom).open(FINDER, null, whom, TODAY.plusDays(7)));
    }

    @Test
    void who_authorised_takes_it_back_and_who_looks_may_stop_looking() {
        HouseholdMember whom = born(1950);
        assertThatThrownBy(() -> mentor(whom).stop(FINDER, WHOM, TODAY)).isInstanceOf(NotFound.class);
        Representation authorised = new Representation(
                HERE, whom, RepresentationGround.AUTHORISED, TODAY.plusYears(1), OneTimeCode.random(), TODAY);
        authorised.open(SOMEBODY, null, whom, TODAY);
        assertThatThrownBy(() -> authorised.stop(FINDER, new PersonId(8), TODAY))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> authorised.stop(FINDER, null, TODAY)).isInstanceOf(NotFound.class);
        authorised.stop(FINDER, WHOM, TODAY);
        assertThat(authorised.isSeenBy(SOMEBODY, whom, TODAY)).isFalse();
        Representation looking = mentor(whom);
        looking.open(SOMEBODY, null, whom, TODAY);
        looking.stop(SOMEBODY, null, TODAY);
        assertThat(looking.isSeenBy(SOMEBODY, whom, TODAY)).isFalse();
    }

    private static boolean opens(Representation one, HouseholdMember whom, LocalDate on) {
        try {
            one.open(SOMEBODY, null, whom, on);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static Representation mentor(HouseholdMember whom) {
        return new Representation(
                HERE, whom, RepresentationGround.MENTOR, TODAY.plusYears(1), OneTimeCode.random(), TODAY);
    }

    private static HouseholdMember born(@Nullable Integer year) {
        return new HouseholdMember(WHOM, null, year);
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
