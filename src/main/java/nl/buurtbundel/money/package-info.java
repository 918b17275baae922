/** What is an amount? Whole euro cents, fiscal years, periods, and splits that always sum exactly. */
@NullMarked
package nl.buurtbundel.money;

import org.jspecify.annotations.NullMarked;
