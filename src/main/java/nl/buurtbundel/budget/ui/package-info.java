/** The money of one initiative on a page: where it came from, where it went, and what is only planned. */
@NullMarked
package nl.buurtbundel.budget.ui;

import org.jspecify.annotations.NullMarked;
