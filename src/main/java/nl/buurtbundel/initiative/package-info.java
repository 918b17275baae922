/**
 * What do residents want? Neighbourhood plans from idea to closing account, who takes part and what neighbours offer. The
 * room does not know who has an allocation, so it cannot show it either.
 */
@NullMarked
package nl.buurtbundel.initiative;

import org.jspecify.annotations.NullMarked;
