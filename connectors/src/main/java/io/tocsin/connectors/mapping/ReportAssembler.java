package io.tocsin.connectors.mapping;

import io.tocsin.avro.Casualties;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Evidence;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Perpetrator;
import io.tocsin.avro.Place;
import io.tocsin.avro.Report;
import io.tocsin.avro.Source;
import io.tocsin.avro.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** Collects values by field path and puts them together as a report; what is not given takes the schema's default. */
final class ReportAssembler {

    private static final Map<String, Supplier<? extends SpecificRecordBase>> RECORDS = Map.of(
            "Report", Report::new,
            "Source", Source::new,
            "Occurrence", Occurrence::new,
            "Place", Place::new,
            "Target", Target::new,
            "Perpetrator", Perpetrator::new,
            "Casualties", Casualties::new,
            "Estimate", Estimate::new,
            "Evidence", Evidence::new);

    private final NavigableMap<String, Object> values = new TreeMap<>();
    private final Map<String, Map<String, Object>> entries = new HashMap<>();

    void put(ReportField field, Object value) {
        if (field.entry().isPresent()) {
            entries.computeIfAbsent(field.path(), path -> new LinkedHashMap<>())
                    .put(field.entry().get(), value);
        } else {
            values.put(field.path(), value);
        }
    }

    Report report() throws InvalidFieldException {
        return (Report) record(Report.getClassSchema(), "");
    }

    private SpecificRecordBase record(Schema schema, String prefix) throws InvalidFieldException {
        SpecificRecordBase made = RECORDS.get(schema.getName()).get();
        for (Schema.Field field : schema.getFields()) {
            made.put(field.pos(), value(field, prefix + field.name()));
        }
        return made;
    }

    private Object value(Schema.Field field, String path) throws InvalidFieldException {
        Schema type = ReportField.required(field.schema());
        boolean needed = !field.hasDefaultValue();
        if (type.getType() == Schema.Type.RECORD) {
            return needed || anyBelow(path) ? record(type, path + ".") : null;
        }
        if (values.containsKey(path)) {
            return values.get(path);
        }
        if (entries.containsKey(path)) {
            return entries.get(path);
        }
        if (needed) {
            throw new InvalidFieldException(path, "is required, and its columns are empty");
        }
        return defaultOf(field, type);
    }

    private boolean anyBelow(String path) {
        String next = values.ceilingKey(path + ".");
        return next != null && next.startsWith(path + ".");
    }

    private static Object defaultOf(Schema.Field field, Schema type) {
        Object value = field.defaultVal();
        if (value == JsonProperties.NULL_VALUE) {
            return null;
        }
        return type.getType() == Schema.Type.ENUM ? ReportEnums.symbol(type, value.toString()) : value;
    }
}
