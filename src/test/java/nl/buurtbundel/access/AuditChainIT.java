package nl.buurtbundel.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.buurtbundel.PackagedWar;
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
    private AuditLog auditLog;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(PackagedWar.class);
    }

    @Test
    void a_changed_row_and_a_removed_row_are_named() throws Exception {
        for (int i = 0; i < 5; i++) {
            record("subject-" + i);
        }
        for (int wait = 0; verify().tail() > 0 && wait < 300; wait++) {
            Thread.sleep(100);
        }
        assertEquals(0, verify().tail(), "the sealer follows within seconds");
        assertTrue(verify().isWhole());
        long changed = idOf("subject-1");
        long removed = idOf("subject-3");
        execute("update audit_event set details = 'amount=1' where id = " + changed);
        assertTrue(verify().faults().contains("row " + changed + " is changed"));
        execute("update audit_event set details = '' where id = " + changed);
        assertTrue(verify().isWhole());
        execute("delete from audit_event where id = " + removed);
        assertEquals(List.of("row " + removed + " is removed"), verify().faults());
        execute("delete from audit_seal");
        execute("delete from audit_event");
    }

    @Test
    void a_deed_that_is_rolled_back_leaves_no_row() throws Exception {
        transaction.begin();
        auditLog.record("test.deed", "test", "rolled-back", "");
        transaction.rollback();
        assertEquals(0, count("select count(*) from audit_event where subject = 'rolled-back'"));
    }

    @Test
    void only_who_may_see_the_log_can_have_it_verified() {
        User resident = new User(new UserId(8), "resident", MUNICIPALITY, Set.of(Role.RESIDENT), Set.of(), null);
        RuntimeException thrown =
                assertThrows(RuntimeException.class, () -> currentUser.runAs(resident, () -> chain.verify()));
        assertTrue(Refusal.unwrapped(thrown) instanceof NotFound);
    }

    private AuditChain.Verdict verify() {
        return currentUser.runAs(CONTROLLER, () -> chain.verify());
    }

    private void record(String subject) throws Exception {
        transaction.begin();
        auditLog.record("test.deed", "test", subject, "");
        transaction.commit();
    }

    private long idOf(String subject) throws Exception {
        return count("select id from audit_event where subject = '" + subject + "'");
    }

    private long count(String query) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String command) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }
}
