/** What do we propose here, and why? Sums of which every euro can be opened, frozen when they have been shown. */
@NullMarked
package nl.buurtbundel.suggestion;

import org.jspecify.annotations.NullMarked;
