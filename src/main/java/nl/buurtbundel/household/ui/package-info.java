/** The page on which residents read what is held about them. */
@NullMarked
package nl.buurtbundel.household.ui;

import org.jspecify.annotations.NullMarked;
