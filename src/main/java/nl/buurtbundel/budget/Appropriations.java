package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.REQUIRED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** What the council adopted, per task field and year (Gemeentewet 189). The ledger keeps it; this is the way in. */
@ApplicationScoped
public class Appropriations {
    /** The first line of a file that {@link #read} takes. */
    public static final List<String> COLUMNS = AppropriationFile.COLUMNS;

    static final String FOR_INITIATIVES = "initiatives";
    private static final String SOURCE = "council:";

    private final Access access;
    private final Ledger ledger;
    private final TaskFields taskFields;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Appropriations() {
        this(null, null, null);
    }

    @Inject
    Appropriations(Access access, Ledger ledger, TaskFields taskFields) {
        this.access = access;
        this.ledger = ledger;
        this.taskFields = taskFields;
    }

    /**
     * Reads what the council adopted for a year, and books nothing yet.
     *
     * @param file CSV with the columns {@link #COLUMNS}
     * @throws nl.buurtbundel.foundation.Refusal that names the line, and what was expected there
     */
    public List<AppropriationLine> read(MunicipalityCode municipality, FiscalYear year, byte[] file) {
        access.requireForWhole(Operation.LOAD_APPROPRIATIONS, municipality);
        Map<String, Boolean> fields = new HashMap<>();
        return AppropriationFile.read(
                file,
                code -> fields.computeIfAbsent(
                        code, one -> taskFields.find(one, year).isPresent()));
    }

    /**
     * Takes in one decision of the council, whole or not at all. The same decision again changes nothing; with other amounts
     * it is refused.
     *
     * @param councilDecision its number in the council's papers, unique in the municipality
     */
    @Transactional(REQUIRED)
    public void load(
            MunicipalityCode municipality, FiscalYear year, String councilDecision, List<AppropriationLine> lines) {
        access.requireForWhole(Operation.LOAD_APPROPRIATIONS, municipality);
        String number = new CouncilNumber(councilDecision).value();
        for (AppropriationLine line : lines) {
            AccountKey account =
                    account(municipality, year, line.forInitiatives()).withTaskField(line.taskField());
            ledger.transfer(new NewTransfer(
                    "appropriation:" + number + ':' + year + ':' + line.taskField() + ':' + account.reference()
                            + again(account, number),
                    AccountKey.of(municipality, year, AccountKind.COUNCIL),
                    account,
                    line.amount(),
                    Reason.COUNCIL_ADOPTED,
                    SOURCE + number,
                    ""));
        }
    }

    /** Once a line was corrected, the same decision books it anew: how often it was corrected is part of the command. */
    private String again(AccountKey account, String councilDecision) {
        long corrected = ledger.listTransfers(account.municipality(), SOURCE + councilDecision).stream()
                .filter(transfer -> transfer.countered() && transfer.to().equals(account))
                .count();
        return corrected == 0 ? "" : ":" + corrected;
    }

    /** Everything the council adopted for a year, in the order in which it was booked; what was corrected included. */
    public List<AppropriationEntry> list(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_APPROPRIATIONS, municipality);
        return ledger.listTransfers(municipality, year, Reason.COUNCIL_ADOPTED).stream()
                .filter(transfer -> transfer.counters() == null)
                .map(transfer -> new AppropriationEntry(
                        transfer.to().taskField(),
                        transfer.amount(),
                        transfer.to().reference().equals(FOR_INITIATIVES),
                        source(transfer.reference()),
                        transfer.bookedOn(),
                        transfer.countered()))
                .toList();
    }

    private static String source(String reference) {
        return reference.startsWith(SOURCE) ? reference.substring(SOURCE.length()) : reference;
    }

    /** What the council adopted for a task field, not for initiatives in particular: individual help is paid from it. */
    @WithoutAccessCheck("only names an account")
    public static AccountKey account(MunicipalityCode municipality, FiscalYear year, String taskField) {
        return account(municipality, year, false).withTaskField(taskField);
    }

    /** What the council adopted for initiatives themselves. */
    @WithoutAccessCheck("only reads the name of an account")
    public static boolean isForInitiatives(AccountKey account) {
        return account.kind() == AccountKind.APPROPRIATED && account.reference().equals(FOR_INITIATIVES);
    }

    static AccountKey account(MunicipalityCode municipality, FiscalYear year, boolean forInitiatives) {
        return AccountKey.of(municipality, year, AccountKind.APPROPRIATED)
                .withReference(forInitiatives ? FOR_INITIATIVES : "");
    }
}
