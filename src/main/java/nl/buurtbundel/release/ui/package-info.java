/** The screens on which the team brings people back to their own help, and on which too much release is told. */
@NullMarked
package nl.buurtbundel.release.ui;

import org.jspecify.annotations.NullMarked;
