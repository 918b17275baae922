/**
 * What does somebody find who trusts nothing of the product? Programs of their own, with nothing but the JDK: no class of the
 * product is used here and none uses these, so that a mistake in the one is not repeated in the other.
 */
@NullMarked
package nl.buurtbundel.recompute;

import org.jspecify.annotations.NullMarked;
