package io.tocsin.connectors.reading;

import io.tocsin.connectors.reading.ReadOptions.FileEnd;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Takes lines off a tape and counts them. An oversized line is passed over; its beginning is kept to know it by. */
final class Lines {

    private static final int BYTE_ORDER_MARK = 3;
    private static final int KEPT_OF_OVERSIZED = 1024;

    private final Tape tape;
    private final int maxBytes;
    private final FileEnd fileEnd;
    private long count;

    Lines(Tape tape, ReadOptions options) {
        this.tape = tape;
        this.maxBytes = options.lineMaxBytes();
        this.fileEnd = options.fileEnd();
    }

    /** The longest stretch that can hold a line of the allowed length, a byte order mark and a line end. */
    int window() {
        return maxBytes + BYTE_ORDER_MARK + 2;
    }

    boolean tooLong(long length) {
        return length > maxBytes;
    }

    long count() {
        return count;
    }

    /** Goes on counting from there, unless more lines have been taken already. */
    void countFrom(long lines) {
        count = Math.max(count, lines);
    }

    /** Where reading goes on. */
    Position position() {
        return new Position(tape.position(), count, tape.fingerprint());
    }

    /** Whether what lies ahead without line end is all that will ever come; a whole packed file does not grow. */
    boolean endIsFinal() {
        return tape.broken().isEmpty() && (fileEnd == FileEnd.FINAL || tape.packing() != Packing.NONE);
    }

    /** How many bytes a byte order mark takes at the head of the file. */
    int byteOrderMark() {
        boolean there = tape.position() == 0
                && tape.available() >= BYTE_ORDER_MARK
                && tape.at(0) == (byte) 0xEF
                && tape.at(1) == (byte) 0xBB
                && tape.at(2) == (byte) 0xBF;
        return there ? BYTE_ORDER_MARK : 0;
    }

    /** The next line, or nothing if there is no whole one. */
    Optional<Line> next() throws IOException {
        int scanned = 0;
        while (scanned <= window()) {
            if (scanned == tape.available()) {
                if (!tape.more()) {
                    boolean lastLine = scanned > 0 && endIsFinal();
                    return lastLine ? Optional.of(take(scanned)) : Optional.empty();
                }
            } else if (tape.at(scanned) == '\n') {
                return Optional.of(take(scanned + 1));
            } else {
                scanned++;
            }
        }
        return passOver();
    }

    /** The content of the next line, or of what there is of it, which stays where it is; nothing of an oversized one. */
    Optional<byte[]> peek() throws IOException {
        for (int scanned = 0; scanned <= window(); scanned++) {
            if (!tape.bringIn(scanned + 1)) {
                return Optional.of(content(scanned));
            }
            if (tape.at(scanned) == '\n') {
                return Optional.of(content(scanned + 1));
            }
        }
        return Optional.empty();
    }

    /** Takes so many bytes as one line, line end included; they may hold line breaks in quotes. */
    Line take(int length) {
        byte[] content = content(length);
        long number = count + 1;
        for (int i = 0; i < length; i++) {
            if (tape.at(i) == '\n' || i == length - 1) {
                count++;
            }
        }
        tape.take(length);
        return tooLong(content.length)
                ? new Line(Arrays.copyOf(content, keptOfOversized()), content.length, number)
                : new Line(content, content.length, number);
    }

    /** The bytes of a stretch ahead without byte order mark and line end. */
    byte[] content(int length) {
        byte[] stretch = tape.ahead(length);
        int end = length;
        if (end > 0 && stretch[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && stretch[end - 1] == '\r') {
            end--;
        }
        return Arrays.copyOfRange(stretch, Math.min(byteOrderMark(), end), end);
    }

    private int keptOfOversized() {
        return Math.min(KEPT_OF_OVERSIZED, maxBytes);
    }

    private Optional<Line> passOver() throws IOException {
        byte[] beginning = tape.ahead(keptOfOversized());
        long length = 0;
        while (true) {
            int lineEnd = lineEnd();
            if (lineEnd < tape.available()) {
                tape.take(lineEnd + 1);
                return Optional.of(new Line(beginning, length + lineEnd, ++count));
            }
            length += lineEnd;
            tape.take(lineEnd);
            if (!tape.more()) {
                return endIsFinal() ? Optional.of(new Line(beginning, length, ++count)) : Optional.empty();
            }
        }
    }

    /** How far ahead the line ends, or all that is available. */
    private int lineEnd() {
        int scanned = 0;
        while (scanned < tape.available() && tape.at(scanned) != '\n') {
            scanned++;
        }
        return scanned;
    }
}
