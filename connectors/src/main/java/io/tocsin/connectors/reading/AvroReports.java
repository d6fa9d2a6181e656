package io.tocsin.connectors.reading;

import io.tocsin.avro.Report;
import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/** Reads the reports of whole blocks. Behind a record that cannot be read nothing in its block can. */
final class AvroReports {

    /** The most that a block may hold once it is unpacked; writers make blocks of 64 KB unless told otherwise. */
    static final int MAX_UNPACKED_BYTES = 64 << 20;

    private static final int KEPT_OF_DAMAGED = 1024;

    private final AvroHead head;
    private final Lines lines;
    private final SpecificDatumReader<Report> reader;

    AvroReports(AvroHead head, Schema written, Lines lines) {
        this.head = head;
        this.lines = lines;
        this.reader = new SpecificDatumReader<>(written, Report.getClassSchema());
    }

    /**
     * What a block holds.
     *
     * @param records how many reports it says that it has
     * @param from where it begins
     */
    List<Function<Position, Outcome>> of(byte[] block, int records, Position from) {
        List<Function<Position, Outcome>> outcomes = new ArrayList<>();
        byte[] unpacked = block;
        int begin = 0;
        try {
            unpacked = records == 0 ? new byte[0] : unpacked(block);
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(unpacked, null);
            for (int i = 1; i <= records; i++) {
                Report report = reader.read(null, decoder);
                int end = unpacked.length - decoder.inputStream().available();
                outcomes.add(outcome(report, Arrays.copyOfRange(unpacked, begin, end), from.line() + i));
                begin = end;
            }
            if (begin < unpacked.length) {
                throw new IOException("it is longer than its records");
            }
        } catch (IOException | RuntimeException e) {
            // the library says in many ways that bytes are not what they should be
            byte[] rest = Arrays.copyOfRange(unpacked, begin, unpacked.length);
            Line line = beginning(rest, rest.length, from.line() + outcomes.size() + 1);
            outcomes.add(damaged(line, from, e.toString()));
        }
        return outcomes;
    }

    private byte[] unpacked(byte[] block) throws IOException {
        try (DataFileStream<?> file = head.open(block)) {
            ByteBuffer content = file.nextBlock();
            if (content.remaining() > MAX_UNPACKED_BYTES) {
                throw new IOException("it holds more than " + MAX_UNPACKED_BYTES + " bytes once unpacked");
            }
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            return bytes;
        }
    }

    private Function<Position, Outcome> outcome(Report report, byte[] record, long number) {
        if (lines.tooLong(record.length)) {
            Line beginning = beginning(record, record.length, number);
            return after -> BadLines.oversized(beginning, after);
        }
        Line line = new Line(record, record.length, number);
        return after -> new ReportRead(report, line, after);
    }

    /** A block or the rest of one that cannot be read. */
    static Function<Position, Outcome> damaged(Line line, Position block, String why) {
        String message = "the block at byte " + block.bytes() + " cannot be read: " + why;
        return after -> new BadLine(line, Reason.BROKEN_BLOCK, Optional.empty(), message, after);
    }

    /** What is kept of bytes that cannot be read. */
    static Line beginning(byte[] bytes, long length, long number) {
        return new Line(Arrays.copyOf(bytes, Math.min(KEPT_OF_DAMAGED, bytes.length)), length, number);
    }
}
