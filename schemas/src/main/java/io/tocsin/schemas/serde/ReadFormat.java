package io.tocsin.schemas.serde;

import io.tocsin.schemas.serde.UnreadableRecordException.Reason;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;

/** Into what records are read. */
interface ReadFormat<T> {

    /** A new reader (for one thread) of what was written with this schema. */
    DatumReader<T> reader(int schemaId, Schema writer);

    /** Always into this class. */
    static <T> ReadFormat<T> into(Class<T> type) {
        TrustedClass.require(type);
        return (schemaId, writer) -> specific(schemaId, writer, type);
    }

    /** Into the generated class that the schema itself names, else into generic records. */
    static <T> ReadFormat<T> named(SerdeConfig config) {
        return config.specificReader()
                ? (schemaId, writer) -> specific(schemaId, writer, TrustedClass.of(writer))
                : (schemaId, writer) -> new GenericDatumReader<>(writer, writer, Models.generic(config.logicalTypes()));
    }

    private static <T> DatumReader<T> specific(int schemaId, Schema writer, Class<?> type) {
        SpecificData model = SpecificData.getForClass(type);
        Schema reader = model.getSchema(type);
        SchemaPairCompatibility verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new UnreadableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA,
                    schemaId,
                    "schema " + schemaId + " (" + writer.getFullName() + ") cannot be read as " + type.getName() + ": "
                            + verdict.getResult().getIncompatibilities(),
                    null);
        }
        return new SpecificDatumReader<>(writer, reader, model);
    }
}
