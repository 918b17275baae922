/** What do you hold about me? The own file, who looked at it, and the letters of the own plans. */
@NullMarked
package nl.buurtbundel.household;

import org.jspecify.annotations.NullMarked;
