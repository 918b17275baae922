/** What deciding costs, beside the amount decided on, and of a whole municipality. */
@NullMarked
package nl.buurtbundel.outcome.ui;

import org.jspecify.annotations.NullMarked;
