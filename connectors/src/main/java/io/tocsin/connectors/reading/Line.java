package io.tocsin.connectors.reading;

/** A line or row as it was read, without its line end; of an oversized one only the beginning is kept. Immutable. */
public final class Line {

    private final byte[] bytes;
    private final long length;
    private final long number;

    Line(byte[] bytes, long length, long number) {
        this.bytes = bytes;
        this.length = length;
        this.number = number;
    }

    /** Its bytes, which are not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes it had. */
    public long length() {
        return length;
    }

    /** Its number in the file, from 1; of a row over several lines, that of the first. */
    public long number() {
        return number;
    }

    boolean oversized() {
        return length > bytes.length;
    }

    /** Whether there is nothing in it but white space. */
    boolean blank() {
        if (oversized()) {
            return false;
        }
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "line " + number + " of " + length + " bytes";
    }
}
