package io.tocsin.connectors.ucdp;

import io.tocsin.connectors.polling.Cursor;
import io.tocsin.connectors.polling.OffsetEntries;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far UCDP's releases have been published.
 *
 * @param yearly the newest yearly release that is published as a whole; nothing before the first
 * @param candidate likewise the newest candidate events
 * @param stage what is being done
 * @param reading the release that is being read
 * @param replaced which of the releases that it replaces is gone through
 * @param page the page to ask for next, from 0
 * @param total how many rows the release being read had when its first page was read
 */
record UcdpCursor(
        Optional<Version> yearly,
        Optional<Version> candidate,
        Stage stage,
        Optional<Version> reading,
        int replaced,
        long page,
        long total)
        implements Cursor {

    /** What a poll does with a release. */
    enum Stage {
        /** Looks whether there is another one. */
        LOOKING,
        /** Publishes its rows. */
        ROWS,
        /** Takes back what it replaces and no longer has. */
        RETRACTIONS
    }

    static final UcdpCursor START =
            new UcdpCursor(Optional.empty(), Optional.empty(), Stage.LOOKING, Optional.empty(), 0, 0, 0);

    private static final String YEARLY = "yearly";
    private static final String CANDIDATE = "candidate";
    private static final String STAGE = "stage";
    private static final String READING = "reading";
    private static final String REPLACED = "replaced";
    private static final String PAGE = "page";
    private static final String TOTAL = "total";

    UcdpCursor {
        if (reading.isPresent() == (stage == Stage.LOOKING)) {
            throw new IllegalArgumentException("'reading' does not go with the stage " + stage);
        }
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>();
        yearly.ifPresent(version -> map.put(YEARLY, version.toString()));
        candidate.ifPresent(version -> map.put(CANDIDATE, version.toString()));
        map.put(STAGE, stage.name().toLowerCase(Locale.ROOT));
        reading.ifPresent(version -> map.put(READING, version.toString()));
        map.put(REPLACED, replaced);
        map.put(PAGE, page);
        map.put(TOTAL, total);
        return map;
    }

    static UcdpCursor fromMap(OffsetEntries entries) {
        return new UcdpCursor(
                entries.text(YEARLY).map(Version::parse),
                entries.text(CANDIDATE).map(Version::parse),
                Stage.valueOf(entries.text(STAGE).orElse("").toUpperCase(Locale.ROOT)),
                entries.text(READING).map(Version::parse),
                Math.toIntExact(entries.count(REPLACED)),
                entries.count(PAGE),
                entries.count(TOTAL));
    }

    UcdpCursor read(Version version, long rows) {
        return new UcdpCursor(yearly, candidate, Stage.ROWS, Optional.of(version), 0, 0, rows);
    }

    UcdpCursor nextPage() {
        return new UcdpCursor(yearly, candidate, stage, reading, replaced, page + 1, total);
    }

    UcdpCursor retract(int of) {
        return new UcdpCursor(yearly, candidate, Stage.RETRACTIONS, reading, of, 0, total);
    }

    /** The release being read is published as a whole. */
    UcdpCursor done() {
        boolean ofYear = reading.orElseThrow().yearly();
        return new UcdpCursor(
                ofYear ? reading : yearly, ofYear ? candidate : reading, Stage.LOOKING, Optional.empty(), 0, 0, 0);
    }

    /** The yearly release that may be out next. */
    Optional<Version> nextYearly() {
        return yearly.map(Version::next);
    }

    /** The candidate events that may be out next: those after the newest, of a year that no yearly release covers. */
    Optional<Version> nextCandidate() {
        Optional<Version> uncovered = yearly.map(Version::firstCandidate);
        return candidate
                .map(Version::next)
                .filter(next ->
                        uncovered.filter(first -> first.year() > next.year()).isEmpty())
                .or(() -> uncovered);
    }

    /** Whether a release was published before, at least in part, by this feed. */
    boolean published(Version version) {
        Optional<Version> newest = version.yearly() ? yearly : candidate;
        return newest.filter(known -> known.revision() >= version.revision()).isPresent();
    }
}
