package io.tocsin.connectors.reading;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The unpacked content of a file, read forward. What lies ahead can be looked at as far as {@link #more} has brought it in,
 * and is counted once it is {@link #take taken}. A packed file that ends too early or is damaged ends there, and {@link #broken}
 * says why.
 */
final class Tape implements Closeable {

    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private final Packing packing;
    private final byte[] firstBytes = new byte[Fingerprint.MAX_LENGTH];
    private InputStream input;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private long position;
    private String broken;
    private Fingerprint fingerprint = Fingerprint.NONE;

    Tape(Path file) throws IOException {
        this.file = file;
        this.packing = Packing.ofName(file);
        this.input = packing == Packing.NONE ? packing.unpack(file) : null;
    }

    long position() {
        return position;
    }

    Packing packing() {
        return packing;
    }

    int available() {
        return end - start;
    }

    byte at(int index) {
        return buffer[start + index];
    }

    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** Brings in what follows; false at the end of the file. */
    boolean more() throws IOException {
        if (broken != null) {
            return false;
        }
        makeRoom();
        int count = read();
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }

    private int read() throws IOException {
        try {
            if (input == null) {
                if (Files.size(file) == 0) {
                    return -1;
                }
                input = packing.unpack(file);
            }
            return input.read(buffer, end, buffer.length - end);
        } catch (EOFException e) {
            broken = "the " + packing.noun() + " file ends too early";
        } catch (ZipException e) {
            broken = "the " + packing.noun() + " file is damaged: " + e.getMessage();
        }
        return -1;
    }

    /** Brings in so much that so many bytes lie ahead; false where the content ends before. */
    boolean bringIn(int length) throws IOException {
        while (available() < length) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, available());
            end -= start;
            start = 0;
        }
        if (buffer.length - end < CHUNK / 2) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    /** The first bytes of what lies ahead, at most so many. */
    byte[] ahead(int length) {
        return Arrays.copyOfRange(buffer, start, start + Math.min(length, available()));
    }

    void take(int length) {
        if (position < firstBytes.length) {
            int kept = (int) Math.min(length, firstBytes.length - position);
            System.arraycopy(buffer, start, firstBytes, (int) position, kept);
        }
        start += length;
        position += length;
    }

    /** The fingerprint of what has been taken. */
    Fingerprint fingerprint() {
        int length = (int) Math.min(position, firstBytes.length);
        if (fingerprint.length() != length) {
            fingerprint = Fingerprint.of(firstBytes, length);
        }
        return fingerprint;
    }

    /** Whether the file, of which nothing has been taken yet, begins as it did. */
    boolean beginsWith(Fingerprint known) throws IOException {
        bringIn(known.length());
        return known.fits(ahead(known.length()));
    }

    /** Goes forward to a position; false where the file ends before it. A position already passed is left as it is. */
    boolean skipTo(long wanted) throws IOException {
        while (position < wanted) {
            if (available() == 0 && !skipUnread(wanted) && !more()) {
                return false;
            }
            take((int) Math.min(wanted - position, available()));
        }
        return true;
    }

    private boolean skipUnread(long wanted) throws IOException {
        boolean cheap = packing == Packing.NONE && position >= firstBytes.length;
        long skipped = cheap ? input.skip(wanted - position) : 0;
        position += skipped;
        return skipped > 0;
    }

    @Override
    public void close() throws IOException {
        if (input != null) {
            input.close();
        }
    }
}
