package io.tocsin.schemas.json;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Finds the form of a schema. Types that no record uses are refused here, when the program starts. */
final class Forms {

    private Forms() {}

    static Form of(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> RecordForm.of(schema);
            case ENUM -> EnumForm.of(SpecificData.get().getClass(schema));
            case ARRAY -> new ArrayForm(of(schema.getElementType()));
            case MAP -> new MapForm(of(schema.getValueType()));
            case UNION -> new OptionalForm(of(theOtherThanNull(schema)));
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? ScalarForm.INSTANT : ScalarForm.LONG;
            case STRING -> ScalarForm.STRING;
            case INT -> ScalarForm.INT;
            case DOUBLE -> ScalarForm.DOUBLE;
            case BOOLEAN -> ScalarForm.BOOLEAN;
            case NULL, FLOAT, BYTES, FIXED -> throw unsupported(schema);
        };
    }

    private static Schema theOtherThanNull(Schema union) {
        List<Schema> others = union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        boolean optional = others.size() == 1 && union.isNullable();
        if (!optional) {
            throw unsupported(union);
        }
        return others.get(0);
    }

    private static IllegalArgumentException unsupported(Schema schema) {
        return new IllegalArgumentException("the JSON form knows no " + schema);
    }
}
