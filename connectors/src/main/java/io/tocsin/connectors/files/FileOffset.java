package io.tocsin.connectors.files;

import io.tocsin.connectors.reading.Fingerprint;
import io.tocsin.connectors.reading.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A position in a file as Connect's source offset. */
record FileOffset(Position position) {

    private static final String POSITION = "position";
    private static final String LINE = "line";
    private static final String FINGERPRINT = "fingerprint";
    private static final String BROKEN_SIZE = "brokenSize";
    private static final String TAKEN = "taken";
    private static final Set<String> KEYS = Set.of(POSITION, LINE, FINGERPRINT, BROKEN_SIZE, TAKEN);

    Map<String, Object> toMap() {
        Map<String, Object> offset = new HashMap<>();
        offset.put(POSITION, position.bytes());
        offset.put(LINE, position.line());
        offset.put(FINGERPRINT, position.fingerprint().toString());
        if (position.brokenSize() != Position.NOT_BROKEN) {
            offset.put(BROKEN_SIZE, position.brokenSize());
        }
        if (position.taken() > 0) {
            offset.put(TAKEN, position.taken());
        }
        return offset;
    }

    /**
     * Reads what {@link #toMap} writes; throws IllegalArgumentException for anything else. The position alone will do: then the
     * file is not checked for having been replaced.
     */
    static FileOffset fromMap(Map<String, ?> offset) {
        if (!KEYS.containsAll(offset.keySet())) {
            throw new IllegalArgumentException("the source offset " + offset + " has keys other than " + KEYS);
        }
        if (!(offset.get(POSITION) instanceof Number)) {
            throw new IllegalArgumentException("the source offset " + offset + " lacks the number '" + POSITION + "'");
        }
        Object fingerprint = offset.get(FINGERPRINT);
        return new FileOffset(new Position(
                number(offset, POSITION, 0),
                number(offset, LINE, 0),
                fingerprint == null ? Fingerprint.NONE : Fingerprint.parse(fingerprint.toString()),
                number(offset, BROKEN_SIZE, Position.NOT_BROKEN),
                number(offset, TAKEN, 0)));
    }

    private static long number(Map<String, ?> offset, String key, long absent) {
        Object value = offset.get(key);
        if (value == null) {
            return absent;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("the source offset " + offset + " has a '" + key + "' that is no number");
    }
}
