/**
 * What would a whole municipality look like in here? A seeded generator that writes the files of the fictitious
 * municipality Waterrijk (GM9901) in the layouts that the real intake reads. It knows no other room: whatever it makes
 * has to come in through the front door.
 */
@NullMarked
package nl.buurtbundel.shell.demo;

import org.jspecify.annotations.NullMarked;
