/** What do we propose here, and why? On the screen: the neighbourhood, the sum opened, one alternative, and ideas for residents. */
@NullMarked
package nl.buurtbundel.suggestion.ui;

import org.jspecify.annotations.NullMarked;
