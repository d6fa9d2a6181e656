package io.tocsin.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes a record in the shape of another schema by way of its bytes: Avro's writers go by field position, which differs between
 * versions. Slow, and only used with {@code use.latest.version}.
 */
final class Translation implements DatumWriter<IndexedRecord> {

    private final Schema target;
    private final DatumWriter<IndexedRecord> own;

    Translation(Schema target, DatumWriter<IndexedRecord> own) {
        this.target = target;
        this.own = own;
    }

    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("the schema of a translation is fixed");
    }

    @Override
    public void write(IndexedRecord message, Encoder encoder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder intermediate = EncoderFactory.get().directBinaryEncoder(bytes, null);
        own.write(message, intermediate);
        Object translated = new GenericDatumReader<>(message.getSchema(), target)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        new GenericDatumWriter<>(target).write(translated, encoder);
    }
}
