/** How does every screen show the same thing? Pictures with their tables, notices, timelines, dialogs: on the server. */
@NullMarked
package nl.buurtbundel.foundation.ui;

import org.jspecify.annotations.NullMarked;
