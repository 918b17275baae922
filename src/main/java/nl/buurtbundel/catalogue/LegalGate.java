package nl.buurtbundel.catalogue;

import nl.buurtbundel.foundation.Refusal;

/**
 * Something the law asks before it may start. No decision while a gate is open.
 *
 * @param id names the gate within its alternative, over versions
 * @param article law and article
 * @param checker the office that checks it
 */
public record LegalGate(String id, String article, Text plainWords, Text checker) {

    public LegalGate {
        if (id.isBlank() || article.isBlank()) {
            throw new Refusal("catalogue.error.gate-incomplete");
        }
    }
}
