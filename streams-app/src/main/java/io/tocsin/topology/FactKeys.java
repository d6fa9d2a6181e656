package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the ledger's store: {@code home day path 0x00 incident}; that of the first fact of a day at a path has no
 * incident. The home is the first letters of the path, which stand before the day; days are in order, also those before
 * 1970. A path holds no control character, see {@link io.tocsin.places.Area#folded}.
 */
final class FactKeys {

    /** Where the letters after those of the home begin. */
    private static final int WITHIN = KnownDays.HOME_LETTERS + Integer.BYTES;

    private static final byte END_OF_PATH = 0;

    private FactKeys() {}

    static Bytes of(String path, int day, String incident) {
        return start(path + (char) END_OF_PATH + incident, day);
    }

    /** The key of the first fact there, and the beginning of those of the others. */
    static Bytes first(String path, int day) {
        return start(path + (char) END_OF_PATH, day);
    }

    /** The beginning of the keys of what is kept under paths that begin so. */
    static Bytes start(String path, int day) {
        byte[] text = path.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + text.length)
                .put(text, 0, KnownDays.HOME_LETTERS)
                .putInt(day ^ Integer.MIN_VALUE)
                .put(text, KnownDays.HOME_LETTERS, text.length - KnownDays.HOME_LETTERS)
                .array());
    }

    static String path(Bytes key) {
        byte[] bytes = key.get();
        int end = WITHIN;
        while (bytes[end] != END_OF_PATH) {
            end++;
        }
        return new String(bytes, 0, KnownDays.HOME_LETTERS, UTF_8) + new String(bytes, WITHIN, end - WITHIN, UTF_8);
    }

    static int day(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt(KnownDays.HOME_LETTERS) ^ Integer.MIN_VALUE;
    }
}
