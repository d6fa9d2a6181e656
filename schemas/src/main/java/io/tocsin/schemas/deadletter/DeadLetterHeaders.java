package io.tocsin.schemas.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a dead letter says about itself. Immutable; all values are text in UTF-8, absent ones are left out, and {@code message} is cut
 * at {@value #MAX_MESSAGE_BYTES} bytes. Made by {@link #of} and the {@code with} and {@code from} methods.
 */
public final class DeadLetterHeaders {

    /** The step that failed, such as {@code decode}. */
    public static final String STAGE = "tocsin.error.stage";

    /** Why, from a closed set, such as {@code unknown-schema-id}. */
    public static final String REASON = "tocsin.error.reason";

    /** The field at fault. */
    public static final String FIELD = "tocsin.error.field";

    /** Why, for people. */
    public static final String MESSAGE = "tocsin.error.message";

    /** The topic it came from. */
    public static final String TOPIC = "tocsin.error.topic";

    /** The partition it came from. */
    public static final String PARTITION = "tocsin.error.partition";

    /** Its offset there. */
    public static final String OFFSET = "tocsin.error.offset";

    /** Its timestamp there, in milliseconds since 1970. */
    public static final String TIMESTAMP = "tocsin.error.timestamp";

    /** The file it came from. */
    public static final String FILE = "tocsin.error.file";

    /** Its line there, from 1. */
    public static final String LINE = "tocsin.error.line";

    /** The schema id in its bytes. */
    public static final String SCHEMA_ID = "tocsin.error.schema-id";

    /** The most bytes of a message that are kept. */
    public static final int MAX_MESSAGE_BYTES = 1024;

    private final Map<String, String> values;

    private DeadLetterHeaders(Map<String, String> values) {
        this.values = values;
    }

    /** The headers of a letter that died at this stage for this reason. */
    public static DeadLetterHeaders of(String stage, String reason) {
        return new DeadLetterHeaders(Map.of()).with(STAGE, stage).with(REASON, reason);
    }

    /** What the headers of a record say; what is not there is absent. */
    public static DeadLetterHeaders read(Headers headers) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Header header : headers) {
            if (header.key().startsWith("tocsin.error.") && header.value() != null) {
                found.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return new DeadLetterHeaders(found);
    }

    /** Adds the field at fault. */
    public DeadLetterHeaders withField(String field) {
        return with(FIELD, field);
    }

    /** Adds the reason for people. */
    public DeadLetterHeaders withMessage(String message) {
        return with(MESSAGE, String.valueOf(message));
    }

    /** Adds the schema id found in the bytes. */
    public DeadLetterHeaders withSchemaId(int schemaId) {
        return with(SCHEMA_ID, Integer.toString(schemaId));
    }

    /** Adds where on Kafka it came from. */
    public DeadLetterHeaders from(String topic, int partition, long offset, Instant timestamp) {
        return with(TOPIC, topic)
                .with(PARTITION, Integer.toString(partition))
                .with(OFFSET, Long.toString(offset))
                .with(TIMESTAMP, Long.toString(timestamp.toEpochMilli()));
    }

    /** Adds the file and line it came from. */
    public DeadLetterHeaders from(String file, long line) {
        return with(FILE, file).with(LINE, Long.toString(line));
    }

    /** The value of one header. */
    public Optional<String> get(String header) {
        return Optional.ofNullable(values.get(header));
    }

    /** Writes them, in place of any that are there from an earlier death. */
    public void writeTo(Headers headers) {
        values.forEach((name, value) -> headers.remove(name).add(name, bytes(name, value)));
    }

    private DeadLetterHeaders with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new DeadLetterHeaders(more);
    }

    private static byte[] bytes(String name, String value) {
        return name.equals(MESSAGE) ? cut(value) : value.getBytes(UTF_8);
    }

    /** Cuts between characters, so that the rest is still UTF-8. */
    private static byte[] cut(String message) {
        CharsetEncoder encoder = UTF_8.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer kept = ByteBuffer.allocate(MAX_MESSAGE_BYTES);
        encoder.encode(CharBuffer.wrap(message), kept, true);
        byte[] bytes = new byte[kept.flip().remaining()];
        kept.get(bytes);
        return bytes;
    }
}
