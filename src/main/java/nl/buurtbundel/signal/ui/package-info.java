/** Where residents and staff say that it chafes, and where the simplifier finds out why. */
@NullMarked
package nl.buurtbundel.signal.ui;

import org.jspecify.annotations.NullMarked;
