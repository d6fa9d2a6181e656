package io.tocsin.schemas.serde;

import io.tocsin.schemas.serde.UnreadableRecordException.Reason;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;

/** The reader of a schema that cannot be read. */
record RefusingReader<T>(int schemaId, UnreadableRecordException why) implements DatumReader<T> {

    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("nothing makes this schema readable");
    }

    @Override
    public T read(T reuse, Decoder in) {
        throw new UnreadableRecordException(Reason.INCOMPATIBLE_SCHEMA, schemaId, why.getMessage(), why);
    }
}
