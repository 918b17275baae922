package nl.buurtbundel.shell.demo;

/** A postcode and house number. */
record Address(String postcode, int houseNumber) {}
