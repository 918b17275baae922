/** Where is the same need served household by household? On the screen: the map and the list of neighbourhoods. */
@NullMarked
package nl.buurtbundel.opportunity.ui;

import org.jspecify.annotations.NullMarked;
