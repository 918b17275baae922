/** The book on a page: the proof in plain words, the accounts, and what was posted on each. */
@NullMarked
package nl.buurtbundel.ledger.ui;

import org.jspecify.annotations.NullMarked;
