package io.tocsin.schemas.serde;

import java.util.OptionalInt;
import org.apache.kafka.common.errors.SerializationException;

/** Bytes that cannot be read now and could not be read later either: they belong among the dead letters. */
public final class UnreadableRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** Why the bytes cannot be read. */
    public enum Reason {
        /** No byte at all. */
        EMPTY,
        /** The first byte is not zero: not Confluent's wire format. */
        WRONG_MAGIC,
        /** The bytes end too early. */
        TRUNCATED,
        /** The registry has no such schema. */
        UNKNOWN_SCHEMA_ID,
        /** Written with a schema that cannot be read as the wanted record. */
        INCOMPATIBLE_SCHEMA,
        /** The bytes contradict the schema they were written with. */
        MALFORMED,
        /** There are bytes after the record. */
        TRAILING_BYTES,
        /** Longer than {@code tocsin.max.record.bytes}. */
        OVERSIZED
    }

    private static final int NO_ID = -1;

    private final Reason reason;
    private final int schemaId;

    UnreadableRecordException(Reason reason, String message) {
        this(reason, NO_ID, message, null);
    }

    UnreadableRecordException(Reason reason, int schemaId, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.schemaId = schemaId;
    }

    /** Why the bytes cannot be read. */
    public Reason reason() {
        return reason;
    }

    /** The schema id in the bytes, where they are long enough to have one. */
    public OptionalInt schemaId() {
        return schemaId == NO_ID ? OptionalInt.empty() : OptionalInt.of(schemaId);
    }
}
