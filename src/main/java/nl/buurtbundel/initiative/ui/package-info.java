/** The screens on which neighbours read, start and change plans, say yes and offer something. */
@NullMarked
package nl.buurtbundel.initiative.ui;

import org.jspecify.annotations.NullMarked;
