package nl.buurtbundel.ledger;

import java.time.Instant;
import java.util.List;
import nl.buurtbundel.money.Money;

/** What the proof found, and when. */
public record ProofReport(Instant at, List<Finding> findings) {

    public ProofReport {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return findings.stream().allMatch(Finding::holds);
    }

    public Finding finding(ProofRule rule) {
        return findings.stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param examined how many accounts, transfers or reservations were looked at
     * @param wrong how many of them break the rule
     * @param sum the sum behind the rule: of all postings, of all balances and so on
     * @param examples the ids of the first that are wrong, for who must look into it
     */
    public record Finding(ProofRule rule, long examined, long wrong, Money sum, String examples) {
        public boolean holds() {
            return wrong == 0;
        }
    }
}
