/** Who may say yes, and what was said? Mandates, decisions with two signatures, and what only the council can do. */
@NullMarked
package nl.buurtbundel.decision;

import org.jspecify.annotations.NullMarked;
