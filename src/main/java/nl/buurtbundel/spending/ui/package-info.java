/** The pages about what is spent: for who began the plan, the team and the budget holder. */
@NullMarked
package nl.buurtbundel.spending.ui;

import org.jspecify.annotations.NullMarked;
