package nl.buurtbundel.foundation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A record as a JSON text and back, for what is kept whole and never changed again, such as a version of a catalogue or a
 * sum that was shown. Reading goes through the constructors, so that a document holds the same rules as a record. Amounts
 * and decimals are texts: a reader must not make a floating number of them.
 */
public final class RecordDocument {

    private RecordDocument() {}

    public static String write(Record record) {
        return json(record).toString();
    }

    public static <T extends Record> T read(Class<T> type, String text) {
        return type.cast(record(type, Json.createReader(new StringReader(text)).readObject()));
    }

    /** The records in the array of this name at the top of the document. */
    public static <T extends Record> List<T> readList(Class<T> type, String name, String text) {
        JsonObject document = Json.createReader(new StringReader(text)).readObject();
        return document.getJsonArray(name).stream()
                .map(item -> type.cast(record(type, item.asJsonObject())))
                .toList();
    }

    private static JsonValue json(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Money amount) {
            return Json.createValue(amount.toString());
        }
        if (value instanceof BigDecimal number) {
            return Json.createValue(number.toPlainString());
        }
        if (value instanceof Integer number) {
            return Json.createValue(number);
        }
        if (value instanceof Long number) {
            return Json.createValue(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Collection<?> items) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            items.forEach(item -> array.add(json(item)));
            return array.build();
        }
        if (value instanceof Record) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                object.add(component.getName(), json(read(component, value)));
            }
            return object.build();
        }
        if (value instanceof Enum<?> constant) {
            return Json.createValue(constant.name());
        }
        if (value instanceof String
                || value instanceof LocalDate
                || value instanceof YearMonth
                || value instanceof Instant) {
            return Json.createValue(value.toString());
        }
        throw new IllegalArgumentException("no place in a document for " + value.getClass());
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object record(Class<?> type, JsonObject object) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        Set<String> unknown = new java.util.TreeSet<>(object.keySet());
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            JsonValue value = object.get(components[i].getName());
            unknown.remove(components[i].getName());
            values[i] = value == null ? absent(types[i]) : value(components[i].getGenericType(), value);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no " + unknown);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException invalid) {
                throw invalid;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + type.getSimpleName() + " from " + object, e);
        }
    }

    private static @Nullable Object absent(Class<?> type) {
        return type == List.class ? List.of() : null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object value(Type generic, JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (generic instanceof ParameterizedType list) {
            List<Object> items = new ArrayList<>();
            for (JsonValue item : value.asJsonArray()) {
                Object read = value(list.getActualTypeArguments()[0], item);
                if (read != null) {
                    items.add(read);
                }
            }
            return List.copyOf(items);
        }
        Class<?> type = (Class<?>) generic;
        if (type == Money.class) {
            return Money.parse(string(value));
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(string(value));
        }
        if (type == int.class || type == Integer.class) {
            return ((jakarta.json.JsonNumber) value).intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return ((jakarta.json.JsonNumber) value).longValueExact();
        }
        if (type == boolean.class) {
            return value == JsonValue.TRUE;
        }
        if (type == String.class) {
            return string(value);
        }
        if (type == YearMonth.class) {
            return YearMonth.parse(string(value));
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(string(value));
        }
        if (type == Instant.class) {
            return Instant.parse(string(value));
        }
        if (type.isEnum()) {
            return Enum.valueOf((Class) type, string(value));
        }
        if (type.isRecord()) {
            return record(type, value.asJsonObject());
        }
        throw new IllegalArgumentException("cannot read a " + type);
    }

    private static String string(JsonValue value) {
        return ((JsonString) value).getString();
    }
}
