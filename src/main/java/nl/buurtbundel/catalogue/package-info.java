/** What could people do together? Collective alternatives with their cost lines, assumptions and legal gates, in versions. */
@NullMarked
package nl.buurtbundel.catalogue;

import org.jspecify.annotations.NullMarked;
