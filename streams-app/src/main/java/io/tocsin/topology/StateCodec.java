package io.tocsin.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * State values: one version byte, then Avro binary with a schema that is kept in the jar, so that state survives
 * upgrades without asking a registry. Not thread-safe; each task has its own.
 *
 * @param <T> generated class of the current version
 */
final class StateCodec<T extends SpecificRecord> {

    /** The version that is written. A changed schema gets the next, and the old one stays readable. */
    static final byte VERSION = 1;

    private final SpecificDatumWriter<T> writer;
    private final SpecificDatumReader<T> reader;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    StateCodec(Schema schema) {
        SpecificData data = SpecificData.getForSchema(schema);
        data.setCustomCoders(true);
        this.writer = new SpecificDatumWriter<>(schema, data);
        this.reader = new SpecificDatumReader<>(schema, schema, data);
    }

    byte[] encode(T value) {
        try {
            out.reset();
            out.write(VERSION);
            encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
            writer.write(value, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    T decode(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new IllegalStateException("state of version " + (bytes.length == 0 ? "none" : bytes[0])
                    + " cannot be read by this release, which writes version " + VERSION
                    + "; run the release that wrote it, or reset the application");
        }
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
            return reader.read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException("corrupt state value", e);
        }
    }
}
