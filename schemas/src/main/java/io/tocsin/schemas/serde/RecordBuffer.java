package io.tocsin.schemas.serde;

import java.io.OutputStream;
import java.util.Arrays;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** A reused, bounded buffer of one thread that starts with room for the wire format's header. */
final class RecordBuffer extends OutputStream {

    private static final int FIRST_CAPACITY = 1024;
    private static final int KEPT_CAPACITY = 256 * 1024;

    private final int limit;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    RecordBuffer(int limit) {
        this.limit = limit;
    }

    void start() {
        if (bytes.length > KEPT_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
        }
        size = WireFormat.HEADER_BYTES;
    }

    byte[] finish(int schemaId) {
        WireFormat.putHeader(schemaId, bytes);
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void write(int octet) {
        makeRoom(1);
        bytes[size++] = (byte) octet;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        makeRoom(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void makeRoom(int wanted) {
        long needed = (long) size + wanted;
        if (needed > limit) {
            throw new RecordTooLargeException("the record has more than " + limit + " bytes ("
                    + SerdeConfig.MAX_RECORD_BYTES + "); shorten it or raise the limit");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(needed, 2L * bytes.length)));
        }
    }
}
