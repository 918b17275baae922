/** What did it bring, and what did deciding on it cost? */
@NullMarked
package nl.buurtbundel.outcome;

import org.jspecify.annotations.NullMarked;
