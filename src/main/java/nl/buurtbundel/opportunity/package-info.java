/** Where is the same need served household by household? Seen on provisions, never on traits of people. */
@NullMarked
package nl.buurtbundel.opportunity;

import org.jspecify.annotations.NullMarked;
