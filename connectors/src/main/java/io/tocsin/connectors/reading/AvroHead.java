package io.tocsin.connectors.reading;

import io.tocsin.avro.Report;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * What stands before the blocks of an Avro container file.
 *
 * @param bytes all of it
 * @param sync what stands behind each block
 */
record AvroHead(byte[] bytes, byte[] sync) {

    /** The longest head that is read, many times a report's schema. */
    static final int MAX_BYTES = 1 << 20;

    /** Those for which the JDK and what Kafka brings along suffice. */
    private static final List<String> CODECS = List.of("null", "deflate", "snappy", "zstandard");

    /** The head that the bytes begin with; nothing if they end within it. */
    static Optional<AvroHead> of(byte[] beginning) throws UnknownSchemaException {
        int magic = Math.min(beginning.length, DataFileConstants.MAGIC.length);
        if (!Arrays.equals(beginning, 0, magic, DataFileConstants.MAGIC, 0, magic)) {
            throw new UnknownSchemaException("it is no Avro container file");
        }
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(beginning, null);
        try {
            decoder.skipFixed(DataFileConstants.MAGIC.length);
            for (long entries = decoder.readMapStart(); entries > 0; entries = decoder.mapNext()) {
                for (long i = 0; i < entries; i++) {
                    decoder.skipString();
                    decoder.skipBytes();
                }
            }
            byte[] sync = new byte[DataFileConstants.SYNC_SIZE];
            decoder.readFixed(sync);
            int length = beginning.length - decoder.inputStream().available();
            return Optional.of(new AvroHead(Arrays.copyOf(beginning, length), sync));
        } catch (EOFException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // the decoder says in many ways that bytes are not what they should be
            throw UnknownSchemaException.unreadable(e);
        }
    }

    /** The schema that the reports are written by. */
    Schema schema() throws UnknownSchemaException {
        try (DataFileStream<Object> file = open(new byte[0])) {
            requireKnownCodec(file);
            requireReports(file.getSchema());
            return file.getSchema();
        } catch (IOException | AvroRuntimeException e) {
            throw UnknownSchemaException.unreadable(e);
        }
    }

    private static void requireKnownCodec(DataFileStream<?> file) throws UnknownSchemaException {
        String codec =
                Optional.ofNullable(file.getMetaString(DataFileConstants.CODEC)).orElse(DataFileConstants.NULL_CODEC);
        if (!CODECS.contains(codec)) {
            throw new UnknownSchemaException("its blocks are packed with '" + codec + "' instead of one of " + CODECS);
        }
    }

    private static void requireReports(Schema written) throws UnknownSchemaException {
        SchemaCompatibilityType type = SchemaCompatibility.checkReaderWriterCompatibility(
                        Report.getClassSchema(), written)
                .getType();
        if (type != SchemaCompatibilityType.COMPATIBLE) {
            throw new UnknownSchemaException(
                    "its records (" + written.getName() + ") are no reports, or lack what every report has");
        }
    }

    /** A file of this head and one block, to be read with the library. */
    DataFileStream<Object> open(byte[] block) throws IOException {
        byte[] whole = Arrays.copyOf(bytes, bytes.length + block.length);
        System.arraycopy(block, 0, whole, bytes.length, block.length);
        return new DataFileStream<>(new ByteArrayInputStream(whole), new GenericDatumReader<>());
    }
}
