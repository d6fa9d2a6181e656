package io.tocsin.schemas.serde;

import io.tocsin.schemas.serde.UnreadableRecordException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/** What one thread reads with: a decoder, and one resolving reader per schema id, the last one at hand. */
final class Input<T> {

    private final Registry registry;
    private final ReadFormat<T> format;
    private final Map<Integer, DatumReader<T>> readers = new HashMap<>();
    private BinaryDecoder decoder;
    private DatumReader<T> lastReader;
    private int lastId;

    Input(Registry registry, ReadFormat<T> format) {
        this.registry = registry;
        this.format = format;
    }

    T read(int schemaId, byte[] bytes) {
        DatumReader<T> reader = reader(schemaId);
        try {
            decoder = DecoderFactory.get()
                    .binaryDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, decoder);
            T message = reader.read(null, decoder);
            refuseTrailingBytes(schemaId);
            return message;
        } catch (UnreadableRecordException e) {
            throw e;
        } catch (EOFException e) {
            throw unreadable(Reason.TRUNCATED, schemaId, "the bytes end within the record", e);
        } catch (IOException | RuntimeException e) {
            throw unreadable(Reason.MALFORMED, schemaId, "the bytes contradict schema " + schemaId + ": " + e, e);
        }
    }

    private DatumReader<T> reader(int schemaId) {
        if (lastReader == null || lastId != schemaId) {
            lastReader = knownReader(schemaId);
            lastId = schemaId;
        }
        return lastReader;
    }

    private DatumReader<T> knownReader(int schemaId) {
        DatumReader<T> known = readers.get(schemaId);
        if (known == null) {
            known = newReader(schemaId);
            readers.put(schemaId, known);
        }
        return known;
    }

    /** A schema that does not fit never will: that is remembered like a reader. */
    private DatumReader<T> newReader(int schemaId) {
        try {
            return format.reader(schemaId, registry.schema(schemaId));
        } catch (UnreadableRecordException e) {
            if (e.reason() == Reason.INCOMPATIBLE_SCHEMA) {
                return new RefusingReader<>(schemaId, e);
            }
            throw e;
        }
    }

    private void refuseTrailingBytes(int schemaId) throws IOException {
        int trailing = decoder.inputStream().available();
        if (trailing > 0) {
            throw unreadable(Reason.TRAILING_BYTES, schemaId, trailing + " bytes after the record", null);
        }
    }

    private static UnreadableRecordException unreadable(Reason reason, int id, String message, Exception cause) {
        return new UnreadableRecordException(reason, id, message, cause);
    }
}
