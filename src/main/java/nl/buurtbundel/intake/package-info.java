/** What came in? Reads messages and files with distrust, hands on commands, and tells line by line what it did not take. */
@NullMarked
package nl.buurtbundel.intake;

import org.jspecify.annotations.NullMarked;
