/** The screen on which the audit log is verified. */
@NullMarked
package nl.buurtbundel.access.ui;

import org.jspecify.annotations.NullMarked;
