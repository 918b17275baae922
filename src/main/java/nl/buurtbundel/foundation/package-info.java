/** What does every room need? Time, texts in two languages, refusals with a code, and the database. */
@NullMarked
package nl.buurtbundel.foundation;

import org.jspecify.annotations.NullMarked;
