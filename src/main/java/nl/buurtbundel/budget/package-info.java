/** What may be spent, and what is promised? Appropriations, pre-financing, and the pooled budget of a neighbourhood. */
@NullMarked
package nl.buurtbundel.budget;

import org.jspecify.annotations.NullMarked;
