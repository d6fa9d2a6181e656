package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Home;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * The key of a report in the store: {@code day area 0x00 cell 0x00 source 0x00 id}, the day in four bytes that sort as it
 * does.
 */
record ReportKey(Home home, ReportId id) {

    private static final int DAY = Integer.BYTES;

    Bytes bytes() {
        byte[] area = home.area().getBytes(UTF_8);
        byte[] cell = home.cell().getBytes(UTF_8);
        byte[] source = id.source().getBytes(UTF_8);
        byte[] own = id.id().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(DAY + area.length + cell.length + source.length + own.length + 3)
                .putInt(home.day() ^ Integer.MIN_VALUE)
                .put(area)
                .put((byte) 0)
                .put(cell)
                .put((byte) 0)
                .put(source)
                .put((byte) 0)
                .put(own)
                .array());
    }

    /** The beginning of the keys of a day. */
    static Bytes day(int day) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES)
                .putInt(day ^ Integer.MIN_VALUE)
                .array());
    }

    /** The beginning of the keys of an area, or of a cell in it. */
    static Bytes prefix(int day, String area, Optional<String> cell) {
        byte[] text = (area + '\0' + cell.map(c -> c + '\0').orElse("")).getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(DAY + text.length)
                .putInt(day ^ Integer.MIN_VALUE)
                .put(text)
                .array());
    }

    static ReportKey of(Bytes bytes) {
        byte[] key = bytes.get();
        int cell = end(key, DAY) + 1;
        int source = end(key, cell) + 1;
        int id = end(key, source) + 1;
        return new ReportKey(
                new Home(
                        ByteBuffer.wrap(key).getInt() ^ Integer.MIN_VALUE,
                        text(key, DAY, cell - 1),
                        text(key, cell, source - 1)),
                new ReportId(text(key, source, id - 1), text(key, id, key.length)));
    }

    private static String text(byte[] key, int from, int to) {
        return new String(key, from, to - from, UTF_8);
    }

    private static int end(byte[] key, int start) {
        int end = start;
        while (key[end] != 0) {
            end++;
        }
        return end;
    }
}
