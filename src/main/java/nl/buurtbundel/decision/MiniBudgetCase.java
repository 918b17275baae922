package nl.buurtbundel.decision;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A case as the team sees it.
 *
 * @param version the version seen, to send along with a command
 * @param need what is needed, without a name
 * @param spent what the bank paid
 * @param proposer the colleague who asks
 * @param agreed how many colleagues agreed
 * @param colleagues how many have to
 * @param own the reader proposed it
 * @param agreedByMe the reader agreed
 * @param mayAgree the reader can agree
 * @param until the last day to agree on it, or once it is final to spend it
 */
public record MiniBudgetCase(
        MiniBudgetId id,
        int version,
        NeighbourhoodCode neighbourhood,
        String need,
        Money amount,
        Money spent,
        MiniBudgetState state,
        String proposer,
        LocalDate proposedOn,
        int agreed,
        int colleagues,
        boolean own,
        boolean agreedByMe,
        boolean mayAgree,
        @Nullable LocalDate until) {}
