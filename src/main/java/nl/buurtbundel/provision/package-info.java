/** Who gets what, at what real cost? Persons as pseudonyms, households, provisions, tariffs, consent, and what must be repaired. */
@NullMarked
package nl.buurtbundel.provision;

import org.jspecify.annotations.NullMarked;
