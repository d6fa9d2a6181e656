package io.tocsin.connectors.acled;

import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.publishing.RecordMaker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What pages of rows and of deletions are worth publishing. Pure. */
final class AcledPages {

    private static final String TIMESTAMP = "timestamp";
    private static final String DELETED = "deleted_timestamp";

    private final String feed;
    private final AcledReports reports;

    AcledPages(String feed, AcledReports reports) {
        this.feed = feed;
        this.reports = reports;
    }

    /** What a row becomes. */
    @FunctionalInterface
    private interface Reading {
        List<Publication> read(AcledRow row, Original original) throws InvalidCellException;
    }

    /** The reports of the rows that changed in the poll's window. */
    List<Publication> reports(List<AcledRow> rows, AcledCursor poll, Prefixes prefixes) {
        return publications(rows, poll, (row, original) -> {
            if (!poll.inWindow(row.seconds(TIMESTAMP))) {
                return List.of();
            }
            List<Publication> found = new ArrayList<>();
            ReportRead report = new ReportRead(reports.report(row), original);
            if (!poll.first()) {
                moved(row, report, prefixes, original).ifPresent(found::add);
            }
            found.add(report);
            return found;
        });
    }

    /**
     * A row may now lie elsewhere than in the country that its id was given in, at sea for one. Reports are kept by country: what was
     * said there is taken back there.
     */
    private Optional<Publication> moved(AcledRow row, ReportRead report, Prefixes prefixes, Original original)
            throws InvalidCellException {
        Optional<String> now = Optional.ofNullable(report.report().getPlace().getCountry());
        long when = row.seconds(TIMESTAMP);
        int before = AcledRow.revision(when) - 1;
        String id = row.id();
        return prefixes.country(id)
                .filter(old -> !Optional.of(old).equals(now))
                .map(old -> new ReportRead(reports.retraction(id, before, when, Optional.of(old)), original));
    }

    /** The retractions of the deletions in the poll's window. */
    List<Publication> retractions(List<AcledRow> rows, AcledCursor poll) {
        return publications(rows, poll, (row, original) -> {
            long when = row.seconds(DELETED);
            if (!poll.inWindow(when)) {
                return List.of();
            }
            String id = row.id();
            int revision = AcledRow.revision(when) + 1;
            List<Publication> found = new ArrayList<>();
            for (Optional<String> country : whereabouts(id, poll.prefixes())) {
                found.add(new ReportRead(reports.retraction(id, revision, when, country), original));
            }
            return found;
        });
    }

    /** A deletion names no place: it may have been in the id's country, or at sea. */
    private static Set<Optional<String>> whereabouts(String id, Prefixes prefixes) {
        Set<Optional<String>> places = new LinkedHashSet<>();
        places.add(prefixes.country(id));
        places.add(Optional.empty());
        return places;
    }

    private List<Publication> publications(List<AcledRow> rows, AcledCursor poll, Reading reading) {
        List<Publication> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            AcledRow row = rows.get(i);
            Original original = new Original(row.bytes(), feed + ", page " + poll.page(), i + 1L);
            try {
                found.addAll(reading.read(row, original));
            } catch (InvalidCellException e) {
                found.add(new Unusable(original, RecordMaker.INVALID_FIELD, Optional.of(e.field()), e.getMessage()));
            }
        }
        return found;
    }

    /** What the rows teach about ids. */
    Prefixes learn(Prefixes known, List<AcledRow> rows) {
        Prefixes prefixes = known;
        for (AcledRow row : rows) {
            Optional<String> country = AcledCountries.of(row.cell("iso"), row.cell("country"));
            if (country.isPresent()) {
                prefixes = prefixes.with(row.cell("event_id_cnty"), country.get());
            }
        }
        return prefixes;
    }

    /** Whether any of the deletions was made at a time or later. */
    boolean anyDeletedSince(List<AcledRow> rows, long time) {
        return rows.stream().anyMatch(row -> deletedSince(row, time));
    }

    /** A deletion without a time becomes a dead letter where the deletions are read. */
    private static boolean deletedSince(AcledRow row, long time) {
        try {
            return row.seconds(DELETED) >= time;
        } catch (InvalidCellException e) {
            return false;
        }
    }
}
