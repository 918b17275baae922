/** The screens on which the team finds its work and assesses a plan. */
@NullMarked
package nl.buurtbundel.assessment.ui;

import org.jspecify.annotations.NullMarked;
