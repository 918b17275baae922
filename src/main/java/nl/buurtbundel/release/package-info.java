/** When does individual money really come free? Planned and realised release, kept apart, and the way back. */
@NullMarked
package nl.buurtbundel.release;

import org.jspecify.annotations.NullMarked;
