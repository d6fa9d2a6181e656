package io.tocsin.connectors.reading;

import java.io.IOException;

/**
 * Finds where the next CSV record ends, counting bytes: line breaks within quotes belong to the record. A quote opens a
 * quoted cell only where the cell begins, and only a separator or a line end may follow the quote that closes it.
 */
final class RecordScanner {

    private final Tape tape;
    private final Lines lines;
    private final char separator;

    RecordScanner(Tape tape, Lines lines, char separator) {
        this.tape = tape;
        this.lines = lines;
        this.separator = separator;
    }

    /** What lies ahead on the tape. */
    enum Ahead {
        RECORD,
        NO_WHOLE_RECORD,
        QUOTES_OUT_OF_PLACE
    }

    /** What lies ahead, and if it is a record, its length with the line end. */
    record Extent(Ahead ahead, int length) {

        private static final Extent NO_WHOLE_RECORD = new Extent(Ahead.NO_WHOLE_RECORD, 0);
        private static final Extent QUOTES_OUT_OF_PLACE = new Extent(Ahead.QUOTES_OUT_OF_PLACE, 0);
    }

    private enum State {
        CELL_BEGINS,
        BARE,
        QUOTED,
        QUOTE_IN_QUOTED,
        RETURN_AFTER_QUOTED,
        RECORD_ENDS,
        OUT_OF_PLACE
    }

    Extent next() throws IOException {
        if (tape.available() == 0 && !tape.more()) {
            return Extent.NO_WHOLE_RECORD;
        }
        State state = State.CELL_BEGINS;
        for (int i = lines.byteOrderMark(); i <= lines.window(); i++) {
            if (i == tape.available() && !tape.more()) {
                return atFileEnd(state, i);
            }
            state = after(state, tape.at(i));
            if (state == State.RECORD_ENDS) {
                return new Extent(Ahead.RECORD, i + 1);
            }
            if (state == State.OUT_OF_PLACE) {
                return Extent.QUOTES_OUT_OF_PLACE;
            }
        }
        return Extent.QUOTES_OUT_OF_PLACE;
    }

    private Extent atFileEnd(State state, int length) {
        if (!lines.endIsFinal() || length == 0) {
            return Extent.NO_WHOLE_RECORD;
        }
        return state == State.QUOTED ? Extent.QUOTES_OUT_OF_PLACE : new Extent(Ahead.RECORD, length);
    }

    private State after(State state, byte next) {
        return switch (state) {
            case CELL_BEGINS -> next == '"' ? State.QUOTED : afterBare(next);
            case BARE -> afterBare(next);
            case QUOTED -> next == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> afterQuote(next);
            case RETURN_AFTER_QUOTED -> next == '\n' ? State.RECORD_ENDS : State.OUT_OF_PLACE;
            case RECORD_ENDS, OUT_OF_PLACE -> state;
        };
    }

    private State afterBare(byte next) {
        if (next == '\n') {
            return State.RECORD_ENDS;
        }
        return next == separator ? State.CELL_BEGINS : State.BARE;
    }

    private State afterQuote(byte next) {
        if (next == '"') {
            return State.QUOTED;
        }
        if (next == '\r') {
            return State.RETURN_AFTER_QUOTED;
        }
        State bare = afterBare(next);
        return bare == State.BARE ? State.OUT_OF_PLACE : bare;
    }
}
