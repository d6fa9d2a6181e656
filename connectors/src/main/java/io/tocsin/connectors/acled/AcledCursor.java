package io.tocsin.connectors.acled;

import io.tocsin.connectors.polling.Cursor;
import io.tocsin.connectors.polling.OffsetEntries;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far ACLED has been read. A poll reads a window of time, [from, until): first the rows that changed in it, then the deletions.
 * All times are seconds since 1970 by ACLED's clock.
 *
 * @param stage what is being read
 * @param page the page to ask for next, from 1
 * @param from 0 before anything was read
 * @param until 0 as long as the poll has not begun
 * @param began when the poll began; 0 likewise
 * @param rows how many rows the poll has seen so far, those outside of the window included
 * @param prefixes to which countries the ids belong whose first letters are no ISO code
 */
record AcledCursor(Stage stage, long page, long from, long until, long began, long rows, Prefixes prefixes)
        implements Cursor {

    /** What a poll reads, in this order. */
    enum Stage {
        /** Rows, for the first time in this poll. */
        ROWS,
        /** Deletions; none since the poll began, so far. */
        DELETIONS,
        /** Deletions, of which at least one was made since the poll began: it may have moved a row to a page already read. */
        DELETIONS_UNDER_WAY,
        /** Rows again, for that reason. */
        ROWS_AGAIN
    }

    static final AcledCursor START = new AcledCursor(Stage.ROWS, 1, 0, 0, 0, 0, Prefixes.NONE);

    private static final String STAGE = "stage";
    private static final String PAGE = "page";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String BEGAN = "began";
    private static final String ROWS_SEEN = "rows";
    private static final String PREFIXES = "prefixes";

    AcledCursor {
        if (page < 1) {
            throw new IllegalArgumentException("'page' is " + page + "; the first is 1");
        }
        boolean windowReversed = until != 0 && until < from;
        if (windowReversed) {
            throw new IllegalArgumentException("'until' is " + until + ", before 'from' " + from);
        }
        boolean windowLacking = until == 0 && (stage != Stage.ROWS || page > 1);
        if (windowLacking) {
            throw new IllegalArgumentException("'until' is 0 in the middle of a poll");
        }
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>();
        map.put(STAGE, stage.name().toLowerCase(Locale.ROOT));
        map.put(PAGE, page);
        map.put(FROM, from);
        map.put(UNTIL, until);
        map.put(BEGAN, began);
        map.put(ROWS_SEEN, rows);
        map.put(PREFIXES, prefixes.toString());
        return map;
    }

    static AcledCursor fromMap(OffsetEntries entries) {
        String stage = entries.text(STAGE).orElse("").toUpperCase(Locale.ROOT);
        return new AcledCursor(
                Stage.valueOf(stage),
                entries.count(PAGE),
                entries.count(FROM),
                entries.count(UNTIL),
                entries.count(BEGAN),
                entries.count(ROWS_SEEN),
                Prefixes.parse(entries.text(PREFIXES).orElse("")));
    }

    /** The poll begins with this window. */
    AcledCursor over(long windowUntil, long now) {
        return new AcledCursor(stage, page, from, Math.max(from, windowUntil), now, rows, prefixes);
    }

    AcledCursor nextPage(long rowsRead, Prefixes learnt) {
        return new AcledCursor(stage, page + 1, from, until, began, rows + rowsRead, learnt);
    }

    AcledCursor on(Stage next, Prefixes learnt) {
        return new AcledCursor(next, 1, from, until, began, rows, learnt);
    }

    AcledCursor nextPage(Stage same) {
        return new AcledCursor(same, page + 1, from, until, began, rows, prefixes);
    }

    /** The poll is over; the next one goes on where its window ended. */
    AcledCursor done(Prefixes learnt) {
        return new AcledCursor(Stage.ROWS, 1, until, 0, 0, 0, learnt);
    }

    boolean inWindow(long time) {
        return time >= from && time < until;
    }

    /** Whether nothing was published before this poll. */
    boolean first() {
        return from == 0;
    }
}
