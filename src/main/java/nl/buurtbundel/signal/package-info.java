/**
 * What should change in the rules? Where it chafes is heard from residents, staff and the product itself; what is alike forms
 * a pattern, whose owner finds the cause and sees whether changing it made the number fall.
 */
@NullMarked
package nl.buurtbundel.signal;

import org.jspecify.annotations.NullMarked;
