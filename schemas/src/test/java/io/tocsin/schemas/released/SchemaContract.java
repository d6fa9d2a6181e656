package io.tocsin.schemas.released;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** What every schema has to keep to; each method returns what is wrong, for people. */
final class SchemaContract {

    private SchemaContract() {}

    /** Old and new must read each other: FULL, and checked against every release, FULL_TRANSITIVE. */
    static List<String> incompatibilities(Map<String, Schema> released, Map<String, Schema> current) {
        List<String> wrong = new ArrayList<>();
        released.forEach((name, old) -> {
            Schema present = current.get(name);
            if (present == null) {
                wrong.add(name + ": was released and is gone");
                return;
            }
            unreadable(present, old).forEach(why -> wrong.add(name + ": the present one cannot read the old: " + why));
            unreadable(old, present).forEach(why -> wrong.add(name + ": the old one cannot read the present: " + why));
        });
        return wrong;
    }

    /** Documentation, defaults and logical types. */
    static List<String> flaws(Schema record) {
        List<String> wrong = new ArrayList<>();
        if (record.getDoc() == null) {
            wrong.add(record.getName() + ": no doc");
        }
        for (Schema.Field field : record.getFields()) {
            flaws(field).forEach(flaw -> wrong.add(record.getName() + "." + field.name() + ": " + flaw));
        }
        return wrong;
    }

    private static List<String> flaws(Schema.Field field) {
        List<String> wrong = new ArrayList<>();
        if (field.doc() == null) {
            wrong.add("no doc");
        }
        if (mayBeLeftOut(field.schema()) && !field.hasDefaultValue()) {
            wrong.add("optional without a default");
        }
        List<Schema> types = field.schema().isUnion() ? field.schema().getTypes() : List.of(field.schema());
        for (Schema type : types) {
            if (type.getType() == Schema.Type.ENUM && type.getEnumDefault() == null) {
                wrong.add(type.getName() + " has no default symbol");
            }
            boolean isTime = type.getLogicalType() instanceof LogicalTypes.TimestampMillis;
            if (type.getType() == Schema.Type.LONG && !isTime && !field.name().endsWith("Ms")) {
                wrong.add("a long that is neither a timestamp nor says its unit");
            }
        }
        return wrong;
    }

    private static boolean mayBeLeftOut(Schema schema) {
        boolean container = schema.getType() == Schema.Type.ARRAY || schema.getType() == Schema.Type.MAP;
        return schema.isNullable() || container;
    }

    private static List<String> unreadable(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(SchemaContract::text)
                .toList();
    }

    private static String text(Incompatibility incompatibility) {
        return incompatibility.getType() + " at " + incompatibility.getLocation() + " (" + incompatibility.getMessage()
                + ")";
    }
}
