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
 * upgrades without asking a registry. Values may stand one after the other. Not thread-safe; each task has its own.
 *
 * @param <T> generated class of the current version
 */
final class StateCodec<T extends SpecificRecord> {

    /** The version that is written. A changed schema gets the next, and the old one stays readable. */
    static final byte VERSION = 1;

    private static final byte[] NOTHING = {};

    /** A value, and where the next one begins. */
    record Decoded<T>(T value, int end) {}

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
        return append(NOTHING, value);
    }

    /** The bytes, and after them the value. */
    byte[] append(byte[] before, T value) {
        try {
            out.reset();
            out.write(before, 0, before.length);
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
        return decode(bytes, 0).value();
    }

    /** The value that begins there. */
    Decoded<T> decode(byte[] bytes, int start) {
        if (start >= bytes.length || bytes[start] != VERSION) {
            throw new IllegalStateException("state of version " + (start >= bytes.length ? "none" : bytes[start])
                    + " cannot be read by this release, which writes version " + VERSION
                    + "; run the release that wrote it, or reset the application");
        }
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, start + 1, bytes.length - start - 1, decoder);
            T value = reader.read(null, decoder);
            return new Decoded<>(value, bytes.length - decoder.inputStream().available());
        } catch (IOException e) {
            throw new UncheckedIOException("corrupt state value", e);
        }
    }
}
