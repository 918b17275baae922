/** What could people do together? On the screen: the list of all alternatives. */
@NullMarked
package nl.buurtbundel.catalogue.ui;

import org.jspecify.annotations.NullMarked;
