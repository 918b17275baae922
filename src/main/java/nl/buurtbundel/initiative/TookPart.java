package nl.buurtbundel.initiative;

/**
 * What became of the households of a plan. Exact, and so for the program alone.
 *
 * @param helped take part in the plan as it is, or did until its end
 * @param wentBack left it after it had begun, to where they came from
 */
public record TookPart(int helped, int wentBack) {}
