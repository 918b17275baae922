package nl.buurtbundel.neighbourhood;

/**
 * The outline of a neighbourhood.
 *
 * @param geometry a GeoJSON geometry (Polygon or MultiPolygon, WGS84) as text
 */
public record Shape(NeighbourhoodCode code, String name, String geometry) {}
