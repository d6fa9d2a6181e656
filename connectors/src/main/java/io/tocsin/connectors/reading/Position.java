package io.tocsin.connectors.reading;

/**
 * How far a file has been read.
 *
 * @param bytes how many bytes of the unpacked content
 * @param line how many lines
 * @param fingerprint by what the file is known again
 * @param brokenSize the size of the gzip file whose broken end has been told, or {@link #NOT_BROKEN}; while the file has that
 *     size there is nothing more to read
 */
public record Position(long bytes, long line, Fingerprint fingerprint, long brokenSize) {

    /** Says that no broken end has been told. */
    public static final long NOT_BROKEN = -1;

    /** The beginning of any file. */
    public static final Position START = new Position(0, 0, Fingerprint.NONE, NOT_BROKEN);

    public Position {
        if (bytes < 0) {
            throw new IllegalArgumentException("position " + bytes + " is negative");
        }
        if (line < 0) {
            throw new IllegalArgumentException("line " + line + " is negative");
        }
        if (brokenSize < NOT_BROKEN) {
            throw new IllegalArgumentException("broken size " + brokenSize + " is negative");
        }
        if (fingerprint.length() > bytes) {
            throw new IllegalArgumentException(
                    "fingerprint length " + fingerprint.length() + " is beyond position " + bytes);
        }
    }

    public Position(long bytes, long line, Fingerprint fingerprint) {
        this(bytes, line, fingerprint, NOT_BROKEN);
    }

    Position brokenAt(long size) {
        return new Position(bytes, line, fingerprint, size);
    }
}
