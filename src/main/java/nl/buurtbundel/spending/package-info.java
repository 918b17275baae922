/** Where did it go? Budget lines fixed at the decision, what was agreed on them, expenses with their receipts, and payments. */
@NullMarked
package nl.buurtbundel.spending;

import org.jspecify.annotations.NullMarked;
