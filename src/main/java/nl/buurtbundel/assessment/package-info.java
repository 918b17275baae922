/** Is it good, and what stands in the way? The reverse test, objections with their article, legal gates, and advice. */
@NullMarked
package nl.buurtbundel.assessment;

import org.jspecify.annotations.NullMarked;
