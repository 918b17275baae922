/** Does every euro balance? Accounts, transfers and reservations over opaque references, and the proof that they add up. */
@NullMarked
package nl.buurtbundel.ledger;

import org.jspecify.annotations.NullMarked;
