package nl.buurtbundel.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.provision.PersonId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FileShareTest {
    private static final UserId OWNER = new UserId(1);
    private static final UserId HELPER = new UserId(2);
    private static final UserId FINDER = new UserId(3);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void the_first_who_comes_with_the_code_is_the_helper_and_nobody_else_after_that() {
        FileShare share = share(31);
        assertThatThrownBy(() -> share.requireReadableBy(HELPER, TODAY)).isInstanceOf(NotFound.class);
        refused("household.error.own-code", () -> share.open(OWNER, TODAY));
        share.open(HELPER, TODAY);
        share.open(HELPER, TODAY.plusDays(20));
        share.requireReadableBy(HELPER, TODAY.plusDays(30));
        refused("household.error.code", () -> share.open(FINDER, TODAY));
        assertThatThrownBy(() -> share.requireReadableBy(FINDER, TODAY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> share.requireReadableBy(HELPER, TODAY.plusDays(31)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_code_that_lay_about_for_more_than_a_week_opens_nothing() {
        refused("household.error.code", () -> share(31).open(FINDER, TODAY.plusDays(7)));
        share(31).open(HELPER, TODAY.plusDays(6));
    }

    @Test
    void who_takes_it_back_shows_nothing_any_more_at_once() {
        FileShare share = share(7);
        share.open(HELPER, TODAY);
        assertThatThrownBy(() -> share.withdraw(HELPER, TODAY)).isInstanceOf(NotFound.class);
        share.withdraw(OWNER, TODAY);
        assertThatThrownBy(() -> share.requireReadableBy(HELPER, TODAY)).isInstanceOf(NotFound.class);
        refused("household.error.code", () -> share.open(HELPER, TODAY));
    }

    @Test
    void it_is_about_something_and_for_some_time() {
        refused(
                "household.error.no-part",
                () -> new FileShare(OWNER, Set.of(), Set.of(), 7, OneTimeCode.random(), TODAY));
        refused("household.error.days", () -> share(0));
        refused("household.error.days", () -> share(93));
        assertThat(share(92).parts()).containsExactly(FilePart.HELP, FilePart.LOOKS);
    }

    /** Whatever is done in whatever order, nobody but the helper reads, and never after it is over. */
    @Test
    void nobody_else_reads_it_whatever_happens() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 500; round++) {
            FileShare share = share(1 + random.nextInt(FileShare.MOST_DAYS));
            UserId first = null;
            boolean over = false;
            LocalDate day = TODAY;
            for (int step = 0; step < 12; step++) {
                day = day.plusDays(random.nextInt(12));
                UserId who = List.of(OWNER, HELPER, FINDER).get(random.nextInt(3));
                if (random.nextInt(6) == 0 && who.equals(OWNER)) {
                    share.withdraw(who, day);
                    over = true;
                } else if (random.nextBoolean() && opens(share, who, day) && first == null) {
                    first = who;
                }
                boolean may = !over && !day.isAfter(share.lastDay()) && who.equals(first);
                assertThat(reads(share, who, day)).isEqualTo(may);
            }
        }
    }

    private static boolean opens(FileShare share, UserId who, LocalDate day) {
        try {
            share.open(who, day);
            return true;
        } catch (Refusal no) {
            return false;
        }
    }

    private static boolean reads(FileShare share, UserId who, LocalDate day) {
        try {
            share.requireReadableBy(who, day);
            return true;
        } catch (NotFound no) {
            return false;
        }
    }

    @Test
    void another_parent_takes_back_the_children_and_nothing_else() {
        Set<FilePart> parts = Set.of(FilePart.HELP, FilePart.CHILDREN);
        refused(
                "household.error.no-children",
                () -> new FileShare(OWNER, parts, Set.of(), 7, OneTimeCode.random(), TODAY));
        PersonId child = new PersonId(7);
        FileShare share = new FileShare(OWNER, parts, Set.of(child), 7, OneTimeCode.random(), TODAY);
        share.open(HELPER, TODAY);
        assertThatThrownBy(() -> share.withdrawChildren(Set.of(new PersonId(8)), TODAY))
                .isInstanceOf(NotFound.class);
        share.withdrawChildren(Set.of(child), TODAY);
        assertThat(share.parts()).containsExactly(FilePart.HELP);
        assertThat(share.children()).isEmpty();
        share.requireReadableBy(HELPER, TODAY);

        FileShare alone =
                new FileShare(OWNER, Set.of(FilePart.CHILDREN), Set.of(child), 7, OneTimeCode.random(), TODAY);
        alone.open(HELPER, TODAY);
        alone.withdrawChildren(Set.of(child), TODAY);
        assertThatThrownBy(() -> alone.requireReadableBy(HELPER, TODAY)).isInstanceOf(NotFound.class);
    }

    private static FileShare share(int days) {
        return new FileShare(
                OWNER, List.of(FilePart.LOOKS, FilePart.HELP), Set.of(), days, OneTimeCode.random(), TODAY);
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
