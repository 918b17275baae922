/** What does somebody find who trusts nothing of the product? Programs of their own, that share no code with it. */
@NullMarked
package nl.buurtbundel.recompute;

import org.jspecify.annotations.NullMarked;
