/** The screens on which decisions are proposed, taken and signed, and mandates are edited. */
@NullMarked
package nl.buurtbundel.decision.ui;

import org.jspecify.annotations.NullMarked;
