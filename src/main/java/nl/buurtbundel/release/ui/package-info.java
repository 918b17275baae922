/** The screen on which the team brings people back to their own help. */
@NullMarked
package nl.buurtbundel.release.ui;

import org.jspecify.annotations.NullMarked;
