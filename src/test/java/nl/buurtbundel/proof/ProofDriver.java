package nl.buurtbundel.proof;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.DecisionRoad;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.intake.ImportSummary;
import nl.buurtbundel.intake.Intake;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.Receipt;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Only in the WAR of the proofs: lets a test outside the server call services inside it. An answer is given after the
 * service has returned, so it is an acknowledgement such as a screen gives.
 */
@WebServlet("/proof")
public class ProofDriver extends HttpServlet {
    private static final Logger LOGGER = Logger.getLogger(ProofDriver.class.getName());
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9901");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final User CONTROLLER =
            new User(new UserId(912), "controller", MUNICIPALITY, Set.of(Role.CONTROLLER), Set.of(), null);
    private static final User BACK_OFFICE =
            new User(new UserId(911), "back office", MUNICIPALITY, Set.of(Role.BACK_OFFICE), Set.of(), null);

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private transient DataSource dataSource;

    @Inject
    private transient DecisionRoad road;

    @Inject
    private transient Ledger ledger;

    @Inject
    private transient Proofs proofs;

    @Inject
    private transient Intake intake;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        PrintWriter out = response.getWriter();
        String what = request.getParameter("what");
        switch (request.getParameter("deed")) {
            case "propose" -> propose(Integer.parseInt(what), out);
            case "decide" -> {
                road.decide(new DecisionId(Long.parseLong(what)));
                out.println("decided");
            }
            case "sign" -> {
                road.signSecond(new DecisionId(Long.parseLong(what)));
                out.println("signed");
            }
            case "transfer" -> transfer(what, out);
            case "prove" -> prove(out);
            case "import" -> importFiles(Path.of(what), out);
            case "last-id" -> out.println(lastId(what));
            case "log" -> LOGGER.log(Level.INFO, what);
            case "fail" -> throw new IllegalStateException(what);
            case "heap-peak" -> out.println(heapPeak());
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void propose(int many, PrintWriter out) {
        road.prepare();
        for (int i = 0; i < many; i++) {
            out.println(road.proposed().value());
        }
    }

    /** What the key says: the same key is always the same transfer. */
    private void transfer(String key, PrintWriter out) {
        int drawn = Math.floorMod(key.hashCode(), 1_000_003);
        AccountKey council = AccountKey.of(MUNICIPALITY, YEAR, AccountKind.COUNCIL);
        AccountKey pot = AccountKey.of(MUNICIPALITY, YEAR, AccountKind.APPROPRIATED)
                .withReference("proof:" + drawn % 3)
                .withTaskField("6.1");
        AccountKey plan = AccountKey.of(MUNICIPALITY, YEAR, AccountKind.GRANTED)
                .withReference("proof:plan:" + drawn % 5)
                .withTaskField("6.1");
        boolean adopts = drawn % 2 == 0;
        try {
            Receipt receipt = ledger.transfer(new NewTransfer(
                    key,
                    adopts ? council : pot,
                    adopts ? pot : plan,
                    Money.ofCents(1 + drawn % 10_000),
                    adopts ? Reason.COUNCIL_ADOPTED : Reason.GRANTED,
                    "proof",
                    ""));
            out.println(receipt.transfer().value());
            out.println(receipt.repeated());
        } catch (Refusal overdrawn) {
            out.println("refused");
        }
    }

    private void prove(PrintWriter out) {
        ProofReport proof = currentUser.runAs(CONTROLLER, () -> proofs.prove(MUNICIPALITY));
        out.println(proof.holds());
        out.println(proof);
    }

    private void importFiles(Path folder, PrintWriter out) {
        long start = System.nanoTime();
        ImportSummary summary =
                currentUser.runAs(BACK_OFFICE, () -> intake.importFiles(folder).summary());
        out.println(System.nanoTime() - start);
        out.println(summary.filesTaken());
        out.println(summary.filesRefused());
    }

    private long lastId(String table) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select coalesce(max(id), 0) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
