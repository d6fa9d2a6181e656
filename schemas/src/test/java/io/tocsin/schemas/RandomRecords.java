package io.tocsin.schemas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Makes records of any generated class with random contents, awkward text included; the same seed gives the same records. */
public final class RandomRecords {

    private static final String[] TEXTS = {
        "", "x", "Ain al-Asad", "عين الأسد", "🚀", "line\nbreak", "\"quoted\"", "a\\b", "\u0000"
    };
    private static final long LATEST_MILLIS = 4_102_444_800_000L;

    private final Random random;

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    public <T extends SpecificRecord> T next(Class<T> type) {
        return type.cast(record(SpecificData.get().getSchema(type)));
    }

    private SpecificRecord record(Schema schema) {
        Class<?> type = SpecificData.get().getClass(schema);
        SpecificRecord made = (SpecificRecord) SpecificData.newInstance(type, schema);
        for (Schema.Field field : schema.getFields()) {
            made.put(field.pos(), value(field.schema()));
        }
        return made;
    }

    private Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> anyConstant(schema);
            case UNION ->
                random.nextBoolean()
                        ? null
                        : value(schema.getTypes().get(schema.getTypes().size() - 1));
            case ARRAY -> list(schema.getElementType());
            case MAP -> map(schema.getValueType());
            case STRING -> text();
            case INT -> random.nextInt(5) == 0 ? Integer.MIN_VALUE : random.nextInt(1000);
            case LONG -> number(schema);
            case DOUBLE -> random.nextInt(5) == 0 ? random.nextGaussian() * 1e100 : random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case NULL, FLOAT, BYTES, FIXED -> throw new IllegalArgumentException("no such field expected: " + schema);
        };
    }

    private Object number(Schema schema) {
        long millis = (random.nextLong() >>> 1) % LATEST_MILLIS;
        boolean isTime = schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
        return isTime ? Instant.ofEpochMilli(millis) : (Object) random.nextLong();
    }

    private Object anyConstant(Schema schema) {
        Object[] constants = SpecificData.get().getClass(schema).getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private List<Object> list(Schema items) {
        List<Object> made = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            made.add(value(items));
        }
        return made;
    }

    private Map<String, Object> map(Schema values) {
        Map<String, Object> made = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            made.put(text() + i, value(values));
        }
        return made;
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
    }
}
