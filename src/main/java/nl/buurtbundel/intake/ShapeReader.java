package nl.buurtbundel.intake;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Shape;

/** Reads the outlines of neighbourhoods from GeoJSON as PDOK publishes it, one feature at a time. */
final class ShapeReader {
    private final MunicipalityCode municipality;
    private final IntakeLimits limits;

    ShapeReader(MunicipalityCode municipality, IntakeLimits limits) {
        this.municipality = municipality;
        this.limits = limits;
    }

    TableReader.Table<Shape> read(String file, InputStream in) {
        BoundedInput input = new BoundedInput(in, limits.tableBytes());
        List<Shape> shapes = new ArrayList<>();
        try {
            // closing the parser would close the stream, which belongs to the caller
            JsonParser json = Json.createParser(input);
            if (!atFeatures(json)) {
                throw new Refused(file, 1, "features", "not-a-map");
            }
            while (json.next() == JsonParser.Event.START_OBJECT) {
                long line = json.getLocation().getLineNumber();
                shape(file, line, json.getObject(), shapes);
            }
            while (json.hasNext()) {
                json.next();
            }
            return new TableReader.Table<>(shapes, input.finish());
        } catch (JsonException | IllegalStateException | java.util.NoSuchElementException | ClassCastException e) {
            if (BoundedInput.TooLarge.isBehind(e)) {
                throw new Refused(file, 0, "", "too-large", Long.toString(limits.tableBytes() >> 20));
            }
            throw new Refused(file, 0, "", "not-a-map");
        } catch (IOException e) {
            throw new Refused(file, 0, "", "unreadable");
        }
    }

    /** Passes over everything until the list of features of the outermost object. */
    private static boolean atFeatures(JsonParser json) {
        if (!json.hasNext() || json.next() != JsonParser.Event.START_OBJECT) {
            return false;
        }
        while (json.hasNext() && json.next() == JsonParser.Event.KEY_NAME) {
            boolean features = "features".equals(json.getString());
            JsonParser.Event value = json.next();
            if (features) {
                return value == JsonParser.Event.START_ARRAY;
            }
            if (value == JsonParser.Event.START_OBJECT) {
                json.skipObject();
            } else if (value == JsonParser.Event.START_ARRAY) {
                json.skipArray();
            }
        }
        return false;
    }

    private void shape(String file, long line, JsonObject feature, List<Shape> shapes) {
        JsonValue properties = feature.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT);
        String code = word(properties, "buurtcode");
        if (!NeighbourhoodCode.isValid(code)) {
            throw new Refused(file, line, "buurtcode", "neighbourhood-code");
        }
        NeighbourhoodCode neighbourhood = new NeighbourhoodCode(code);
        if (!neighbourhood.municipality().equals(municipality)) {
            return;
        }
        String name = word(properties, "buurtnaam");
        if (name.isBlank() || name.length() > 200) {
            throw new Refused(file, line, "buurtnaam", "wrong-value", "buurtnaam");
        }
        JsonValue geometry = feature.getOrDefault("geometry", JsonValue.NULL);
        if (!isOutline(geometry)) {
            throw new Refused(file, line, "geometry", "not-an-outline", code);
        }
        shapes.add(new Shape(neighbourhood, name, geometry.toString()));
    }

    private static String word(JsonValue object, String name) {
        return object instanceof JsonObject properties && properties.get(name) instanceof JsonString text
                ? text.getString()
                : "";
    }

    /** A polygon or several, in degrees: a file in metres (RD) would draw the neighbourhood in the ocean. */
    private static boolean isOutline(JsonValue value) {
        if (!(value instanceof JsonObject geometry) || !(geometry.get("coordinates") instanceof JsonArray rings)) {
            return false;
        }
        String type = word(geometry, "type");
        int depth = "Polygon".equals(type) ? 3 : "MultiPolygon".equals(type) ? 4 : 0;
        return depth > 0 && areDegrees(rings, depth);
    }

    private static boolean areDegrees(JsonArray array, int depth) {
        if (depth == 1) {
            return array.size() >= 2
                    && array.get(0) instanceof JsonNumber longitude
                    && array.get(1) instanceof JsonNumber latitude
                    && Math.abs(longitude.doubleValue()) <= 180
                    && Math.abs(latitude.doubleValue()) <= 90;
        }
        return !array.isEmpty()
                && array.stream().allMatch(part -> part instanceof JsonArray inner && areDegrees(inner, depth - 1));
    }
}
