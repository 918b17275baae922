/** The frame: main layout, public pages, error pages, start-up and the demo. */
@NullMarked
package nl.buurtbundel.shell;

import org.jspecify.annotations.NullMarked;
