package io.tocsin.connectors.reading;

/**
 * How far a file has been read.
 *
 * @param bytes how many bytes of the unpacked content; within a block, those before it
 * @param line how many lines, or records where a file has no lines
 * @param fingerprint by what the file is known again
 * @param brokenSize the size of the file whose broken end has been told, or {@link #NOT_BROKEN}; while the file has that
 *     size there is nothing more to read
 * @param taken how many outcomes of the block that begins here; 0 in formats that are read line by line
 */
public record Position(long bytes, long line, Fingerprint fingerprint, long brokenSize, long taken) {

    /** Says that no broken end has been told. */
    public static final long NOT_BROKEN = -1;

    /** The beginning of any file. */
    public static final Position START = new Position(0, 0, Fingerprint.NONE, NOT_BROKEN, 0);

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
        if (taken < 0) {
            throw new IllegalArgumentException("taken " + taken + " is negative");
        }
        // of a block that has been begun all bytes are known
        if (fingerprint.length() > bytes && taken == 0) {
            throw new IllegalArgumentException(
                    "fingerprint length " + fingerprint.length() + " is beyond position " + bytes);
        }
    }

    public Position(long bytes, long line, Fingerprint fingerprint) {
        this(bytes, line, fingerprint, NOT_BROKEN, 0);
    }

    boolean atBeginning() {
        return bytes == 0 && taken == 0;
    }

    Position brokenAt(long size) {
        return new Position(bytes, line, fingerprint, size, taken);
    }

    /** Within the block that begins here. */
    Position within(long outcomes, Fingerprint known) {
        return new Position(bytes, line, known, NOT_BROKEN, outcomes);
    }
}
