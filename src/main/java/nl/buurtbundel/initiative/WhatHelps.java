package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.opportunity.SuppressionRule;
import nl.buurtbundel.suggestion.Suggestions;

/** What those who take part say would help them most: nobody has to say it, and it is counted, not kept. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class WhatHelps {
    private final InitiativeRepository repository;
    private final Suggestions suggestions;
    private final SuppressionRule rule;
    private final Access access;
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected WhatHelps() {
        this(null, null, null, null, null);
    }

    @Inject
    WhatHelps(
            InitiativeRepository repository,
            Suggestions suggestions,
            SuppressionRule rule,
            Access access,
            AuditLog audit) {
        this.repository = repository;
        this.suggestions = suggestions;
        this.rule = rule;
        this.access = access;
        this.audit = audit;
    }

    /** Once a household and plan: who left and came back has said it, and so has the home where another said yes. */
    @Transactional(REQUIRED)
    public void say(PledgeId id, Way way) {
        User user = access.require(Operation.PLEDGE);
        Pledge pledge = repository.readPledge(id);
        String subject = Pledges.subject(user);
        if (!pledge.binds(subject)) {
            throw new NotFound();
        }
        boolean before = repository.listPledges(subject).stream()
                .anyMatch(other -> !other.id().equals(id)
                        && other.initiative().equals(pledge.initiative())
                        && other.saidWhatHelps());
        pledge.saysWhatHelps();
        if (!before && !pledge.standsAside()) {
            repository.lockHelpWanted(pledge.initiative()).count(way, rule);
        }
        audit.record("initiative.pledge", "initiative", pledge.initiative().value());
    }

    /** For the team: what is asked for beside what is offered. */
    public WaysWanted read(InitiativeId id) {
        Initiative initiative = repository.read(id);
        access.require(Operation.ASSESS, initiative.neighbourhood());
        List<Way> offered = Optional.ofNullable(initiative.suggestion())
                .map(suggestions::listWays)
                .orElse(List.of());
        return new WaysWanted(
                repository
                        .findHelpWanted(id)
                        .flatMap(wanted -> wanted.said(rule))
                        .orElse(null),
                offered);
    }
}
