/** Screens of the provisions: the repair list. */
@NullMarked
package nl.buurtbundel.provision.ui;

import org.jspecify.annotations.NullMarked;
