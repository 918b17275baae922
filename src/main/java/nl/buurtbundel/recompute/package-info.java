/**
 * Does a decision file add up? A program of its own, with nothing but the JDK: no class of the product is used here and none
 * uses it, so that a mistake in the one is not repeated in the other.
 */
@NullMarked
package nl.buurtbundel.recompute;

import org.jspecify.annotations.NullMarked;
