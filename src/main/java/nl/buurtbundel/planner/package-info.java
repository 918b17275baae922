/**
 * Which alternatives, for how many, at what gain? An exact planner for one neighbourhood that proves its answer. It sees
 * classes of households, never households, and uses only {@code money}.
 */
@NullMarked
package nl.buurtbundel.planner;

import org.jspecify.annotations.NullMarked;
