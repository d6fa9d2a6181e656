package io.tocsin.connectors.reading;

import io.tocsin.connectors.reading.BlockRecords.Block;
import io.tocsin.connectors.reading.BlockRecords.Blocks;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Tells the blocks of an Avro container file apart, so that their positions are known and a damaged one costs no other. Records
 * are counted as lines are elsewhere.
 */
final class AvroBlocks implements Blocks {

    /** The longest block that is read, packed. */
    static final int MAX_BYTES = 16 << 20;

    /** The longest two numbers that a block can begin with. */
    private static final int MAX_PREFIX = 20;

    private static final int SYNC = DataFileConstants.SYNC_SIZE;

    private final Tape tape;
    private final Lines lines;
    private AvroHead head;
    private boolean refused;
    private AvroReports reports;

    AvroBlocks(Tape tape, Lines lines) {
        this.tape = tape;
        this.lines = lines;
    }

    @Override
    public Optional<Outcome> open() throws IOException {
        try {
            Optional<AvroHead> read = readHead();
            if (read.isPresent()) {
                reports = new AvroReports(read.get(), read.get().schema(), lines);
                head = read.get();
                tape.take(head.bytes().length);
            }
            return Optional.empty();
        } catch (UnknownSchemaException e) {
            refused = true;
            Line beginning = AvroReports.beginning(tape.ahead(tape.available()), tape.available(), 1);
            tape.take(beginning.bytes().length);
            return Optional.of(new BadLines(lines).of(beginning, Reason.UNKNOWN_SCHEMA, e.getMessage()));
        }
    }

    private Optional<AvroHead> readHead() throws IOException, UnknownSchemaException {
        while (tape.more()) {
            Optional<AvroHead> read = AvroHead.of(tape.ahead(tape.available()));
            if (read.isPresent()) {
                return read;
            }
            if (tape.available() > AvroHead.MAX_BYTES) {
                throw new UnknownSchemaException("its head is longer than " + AvroHead.MAX_BYTES + " bytes");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Block> next() throws IOException {
        if (head == null || !tape.bringIn(1)) {
            return Optional.empty();
        }
        Position from = lines.position();
        try {
            Optional<Frame> frame = frameAhead();
            return frame.isPresent() ? Optional.of(block(from, frame.get())) : Optional.empty();
        } catch (DamagedException e) {
            return passOver(from, e.getMessage());
        }
    }

    /** What a block says of itself: the length of the two numbers that it begins with, and what they are. */
    private record Frame(int prefix, int records, int size) {

        int length() {
            return prefix + size + SYNC;
        }
    }

    /** The frame of the block ahead, all of which is there. */
    private Optional<Frame> frameAhead() throws IOException, DamagedException {
        boolean enough = tape.bringIn(MAX_PREFIX);
        byte[] beginning = tape.ahead(MAX_PREFIX);
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(beginning, null);
            long records = decoder.readLong();
            long size = decoder.readLong();
            boolean plausible = records >= 0 && records <= Integer.MAX_VALUE && size >= 0 && size <= MAX_BYTES;
            if (!plausible) {
                throw new DamagedException("it says that it holds " + records + " records in " + size
                        + " bytes, and at most " + MAX_BYTES + " bytes are read");
            }
            int prefix = beginning.length - decoder.inputStream().available();
            Frame frame = new Frame(prefix, (int) records, (int) size);
            return tape.bringIn(frame.length()) ? Optional.of(frame) : Optional.empty();
        } catch (EOFException e) {
            if (enough) {
                throw new DamagedException("it does not say how long it is");
            }
            return Optional.empty();
        } catch (AvroRuntimeException e) {
            throw new DamagedException("it does not say how long it is");
        }
    }

    private Block block(Position from, Frame frame) throws DamagedException {
        byte[] block = tape.ahead(frame.length());
        byte[] sync = head.sync();
        if (!Arrays.equals(block, block.length - SYNC, block.length, sync, 0, SYNC)) {
            throw new DamagedException("it does not end where it says");
        }
        tape.take(block.length);
        lines.countFrom(from.line() + frame.records());
        return new Block(from, lines.position(), reports.of(block, frame.records(), from));
    }

    /** Goes on behind the next mark of a block's end; where there is none, nothing more can be read. */
    private Optional<Block> passOver(Position from, String why) throws IOException {
        byte[] beginning =
                AvroReports.beginning(tape.ahead(tape.available()), 0, 0).bytes();
        boolean found = false;
        while (!found && tape.bringIn(SYNC)) {
            byte[] ahead = tape.ahead(tape.available());
            int mark = indexOf(head.sync(), ahead);
            found = mark >= 0;
            tape.take(found ? mark + SYNC : ahead.length - SYNC + 1);
        }
        if (!found) {
            if (!lines.endIsFinal()) {
                return Optional.empty();
            }
            tape.take(tape.available());
        }
        Position after = lines.position();
        long length = after.bytes() - from.bytes();
        Line line =
                new Line(Arrays.copyOf(beginning, (int) Math.min(beginning.length, length)), length, from.line() + 1);
        return Optional.of(new Block(
                from, after, List.of(AvroReports.damaged(line, from, why + "; read on at byte " + after.bytes()))));
    }

    private static int indexOf(byte[] wanted, byte[] in) {
        for (int i = 0; i + wanted.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean holdsBack() {
        return !refused && tape.available() > 0;
    }

    @Override
    public Optional<String> brokenEnd() {
        return holdsBack() ? Optional.of("the file ends within a block, or within its head") : Optional.empty();
    }

    /** A block does not begin or end as blocks do. */
    private static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }
}
