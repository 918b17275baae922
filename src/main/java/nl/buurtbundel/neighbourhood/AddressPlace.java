package nl.buurtbundel.neighbourhood;

/** In which neighbourhood a house stands: postcode (1234AB, no space) and house number, as CBS publishes yearly. */
public record AddressPlace(String postcode, int houseNumber, NeighbourhoodCode neighbourhood) {}
