/** Screens of the intake: hand in files, follow an import, read what was refused and why. */
@NullMarked
package nl.buurtbundel.intake.ui;

import org.jspecify.annotations.NullMarked;
