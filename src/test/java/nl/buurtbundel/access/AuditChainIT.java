package nl.buurtbundel.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.AuditVerdict.Fault;
import nl.buurtbundel.access.AuditVerdict.Kind;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class AuditChainIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9902");
    private static final User CONTROLLER =
            new User(new UserId(7), "controller", MUNICIPALITY, Set.of(Role.CONTROLLER), Set.of(), null);

    @Inject
    private AuditChain chain;

    @Inject
    private AuditAnchor anchor;

    @Inject
    private Users users;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @Test
    void a_changed_row_and_a_removed_row_are_named() throws Exception {
        for (int i = 0; i < 5; i++) {
            record("subject-" + i);
        }
        awaitSealed();
        assertTrue(verify().isWhole());
        long changed = idOf("subject-1");
        long removed = idOf("subject-3");
        sql.execute("update audit_event set details = 'amount=1' where id = " + changed);
        assertTrue(verify().faults().contains(new Fault(Kind.ROW_CHANGED, changed)));
        sql.execute("update audit_event set details = '' where id = " + changed);
        assertTrue(verify().isWhole());
        sql.execute("delete from audit_event where id = " + removed);
        assertEquals(List.of(new Fault(Kind.ROW_REMOVED, removed)), verify().faults());
        assertEquals(
                List.of(new Fault(Kind.ROW_REMOVED, removed)),
                currentUser
                        .runAs(CONTROLLER, () -> chain.findLast())
                        .orElseThrow()
                        .faults(),
                "the answer can be read again");
        startAnew();
    }

    @Test
    void a_tail_that_was_cut_off_is_noticed_outside_the_database() throws Exception {
        record("kept");
        awaitSealed();
        record("cut");
        awaitSealed();
        long newest = sql.number("select max(sequence_number) from audit_seal");
        sql.execute("delete from audit_event where id = (select event from audit_seal where sequence_number = " + newest
                + ")");
        sql.execute("delete from audit_seal where sequence_number = " + newest);
        assertEquals(List.of(new Fault(Kind.CUT_OFF, newest)), verify().faults());
        record("later");
        awaitNoTail();
        assertEquals(newest, anchor.findLast().orElseThrow().number(), "what was lost stays on record");
        startAnew();
    }

    @Test
    void a_chain_that_was_forged_from_its_first_link_is_noticed_outside_the_database() throws Exception {
        record("before");
        record("after");
        awaitSealed();
        long newest = sql.number("select max(sequence_number) from audit_seal");
        sql.execute("update audit_event set details = 'amount=1' where subject = 'before'");
        sql.execute("delete from audit_seal");
        // the product itself forges every link anew
        awaitNoTail();
        assertEquals(List.of(new Fault(Kind.REWRITTEN, newest)), verify().faults());
        startAnew();
    }

    @Test
    void a_lost_file_is_told_until_somebody_has_it_begun_anew_and_that_stays_to_be_seen() throws Exception {
        record("before the loss");
        awaitSealed();
        int before = madeAnew().size();
        Files.delete(Path.of(anchor.toString()));
        record("after the loss");
        awaitNoTail();
        Thread.sleep(6_000);
        long newest = sql.number("select max(sequence_number) from audit_seal");
        assertFalse(anchor.exists(), "it is not made anew by itself");
        assertEquals(List.of(new Fault(Kind.NO_ANCHOR, newest)), verify().faults());

        anchorAnew();
        assertTrue(verify().isWhole());
        assertEquals(before + 1, madeAnew().size());
        assertEquals(newest, madeAnew().get(0).link());
        assertEquals(
                1, sql.number("select count(*) from audit_event where action = 'access.anchor-anew' and actor = 7"));
        RuntimeException there = assertThrows(RuntimeException.class, this::anchorAnew);
        assertEquals("access.error.anchor-is-there", Refusal.unwrapped(there).getMessage());
        startAnew();
    }

    private void anchorAnew() {
        currentUser.runAs(CONTROLLER, () -> chain.anchorAnew());
    }

    private List<AnchorMadeAnew> madeAnew() {
        return currentUser.runAs(CONTROLLER, () -> chain.listMadeAnew());
    }

    @Test
    void who_set_it_going_stands_beside_who_did_it() throws Exception {
        currentUser.runAs(CONTROLLER, () -> currentUser.runAs(User.system(MUNICIPALITY), () -> record("for another")));
        currentUser.runAs(CONTROLLER, () -> record("for oneself"));
        assertEquals(0, sql.number("select actor from audit_event where subject = 'for another'"));
        assertEquals(7, sql.number("select on_behalf_of from audit_event where subject = 'for another'"));
        assertEquals(
                1,
                sql.number("select count(*) from audit_event where subject = 'for oneself' and on_behalf_of is null"));
    }

    @Test
    void whose_power_it_is_stands_in_each_row_of_the_deed_and_in_none_after_it() throws Exception {
        UserId absent = new UserId(8);
        Capacity lent = new Capacity(Set.of(Role.BUDGET_HOLDER), absent);
        currentUser.runAs(CONTROLLER, () -> {
            currentUser.inPowerOf(lent, () -> {
                record("in their power");
                // what a service does for its own part in its own power is still part of that deed
                currentUser.inPowerOf(Capacity.OWN, () -> {
                    record("within it");
                    return true;
                });
                currentUser.runAs(User.system(MUNICIPALITY), () -> record("by the program"));
                return true;
            });
            record("after it");
            assertThrows(
                    IllegalStateException.class,
                    () -> currentUser.inPowerOf(lent, () -> {
                        throw new IllegalStateException();
                    }));
            record("after what failed");
        });
        assertEquals(8, sql.number("select on_behalf_of from audit_event where subject = 'in their power'"));
        assertEquals(8, sql.number("select on_behalf_of from audit_event where subject = 'within it'"));
        assertEquals(
                7,
                sql.number("select on_behalf_of from audit_event where subject = 'by the program'"),
                "who set it going");
        assertEquals(
                2,
                sql.number("select count(*) from audit_event where subject in ('after it', 'after what failed')"
                        + " and on_behalf_of is null"));
    }

    @Test
    void a_deed_that_is_rolled_back_leaves_no_row() throws Exception {
        transaction.begin();
        auditLog.record("test.deed", "test", "rolled-back", "");
        transaction.rollback();
        assertEquals(0, sql.number("select count(*) from audit_event where subject = 'rolled-back'"));
    }

    @Test
    void only_who_may_see_the_log_can_have_it_verified() {
        User resident = new User(new UserId(8), "resident", MUNICIPALITY, Set.of(Role.RESIDENT), Set.of(), null);
        RuntimeException thrown =
                assertThrows(RuntimeException.class, () -> currentUser.runAs(resident, () -> chain.verify()));
        assertTrue(Refusal.unwrapped(thrown) instanceof NotFound);
    }

    private AuditVerdict verify() {
        return currentUser.runAs(CONTROLLER, () -> chain.verify());
    }

    private void awaitSealed() throws Exception {
        for (int wait = 0; !(verify().tail() == 0 && verify().isWhole()) && wait < 300; wait++) {
            Thread.sleep(100);
        }
        assertEquals(0, verify().tail(), "the sealer follows within seconds");
        assertEquals(
                sql.number("select max(sequence_number) from audit_seal"),
                anchor.findLast().orElseThrow().number(),
                "and so does the anchor");
    }

    private void awaitNoTail() throws Exception {
        for (int wait = 0; verify().tail() > 0 && wait < 300; wait++) {
            Thread.sleep(100);
        }
        assertEquals(0, verify().tail(), "the sealer follows within seconds");
    }

    /** As after a restored backup: what was anchored is of another database. */
    private void startAnew() throws Exception {
        sql.execute("delete from audit_event");
        sql.execute("delete from audit_seal");
        sql.execute("delete from audit_anchor_begin");
        Files.deleteIfExists(Path.of(anchor.toString()));
    }

    @Test
    void who_may_read_the_log_reads_the_office_and_nothing_about_residents() throws Exception {
        UserId alderman = users.create(new NewUser(
                "log-alderman", "Anna Voorbeeld", MUNICIPALITY, Set.of(Role.ALDERMAN), Set.of(), null, false));
        UserId absent = users.create(new NewUser(
                "log-absent", "Bert Voorbeeld", MUNICIPALITY, Set.of(Role.BUDGET_HOLDER), Set.of(), null, false));
        User doer = new User(alderman, "Anna Voorbeeld", MUNICIPALITY, Set.of(Role.ALDERMAN), Set.of(), null);
        transaction.begin();
        currentUser.runAs(doer, () -> {
            auditLog.record("decision.decide", "decision", 9_902_041);
            currentUser.inPowerOf(new Capacity(Set.of(Role.BUDGET_HOLDER), absent), () -> {
                auditLog.record("decision.decide", "decision", 9_902_044);
                return true;
            });
            auditLog.record("initiative.pledge", "initiative", 9_902_042);
            auditLog.record("provision.mark", "person", 9_902_043);
            return true;
        });
        transaction.commit();

        List<AuditLine> deeds = currentUser.runAs(CONTROLLER, () -> chain.listDeeds(0, 10));

        assertEquals(
                List.of("decision.decide 9902044 [ALDERMAN] [BUDGET_HOLDER]", "decision.decide 9902041 [ALDERMAN] []"),
                deeds.stream()
                        .map(deed ->
                                deed.action() + ' ' + deed.subject() + ' ' + deed.offices() + ' ' + deed.onBehalfOf())
                        .toList());
        assertEquals(List.of(), currentUser.runAs(CONTROLLER, () -> chain.listDeeds(2, 10)));
        assertFalse(deeds.toString().contains("Anna"));
        User resident = new User(new UserId(8), "bewoner", MUNICIPALITY, Set.of(Role.RESIDENT), Set.of(), null);
        assertThrows(NotFound.class, () -> currentUser.runAs(resident, () -> chain.listDeeds(0, 10)));
    }

    private void record(String subject) {
        try {
            transaction.begin();
            auditLog.record("test.deed", "test", subject, "");
            transaction.commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long idOf(String subject) throws Exception {
        return sql.number("select id from audit_event where subject = '" + subject + "'");
    }
}
