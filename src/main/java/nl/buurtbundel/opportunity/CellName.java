package nl.buurtbundel.opportunity;

/** One need in one neighbourhood, by their codes. */
record CellName(String need, String neighbourhood) {}
