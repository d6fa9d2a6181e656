package io.tocsin.connectors.gdelt;

import io.tocsin.avro.Report;
import io.tocsin.connectors.mapping.InvalidFieldException;
import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.publishing.RecordMaker;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attacks of an export file, de-duplicated. GDELT makes a row of every pair of names in every sentence: rows that were read from
 * one article and speak of one day, one place and one root code are one report.
 */
final class EventFile {

    /** The reason of a line that has not the columns of an event. */
    private static final String MALFORMED_CSV = "malformed-csv";

    private final String name;
    private final Map<Key, List<Line>> groups = new LinkedHashMap<>();
    private final List<Publication> unusable = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();

    /** A file of which nothing has been read yet. */
    EventFile(String name) {
        this.name = name;
    }

    /** What the rows of one report have in common. */
    private record Key(String article, String day, String placeType, String place, String feature, String root) {

        static Key of(EventRow row) throws InvalidFieldException {
            return new Key(
                    row.article(),
                    row.day().toString(),
                    row.placeType(),
                    row.placeName().orElse(""),
                    row.featureId(),
                    row.root());
        }
    }

    /** An attack where it stands. */
    private record Line(EventRow row, String text, long number) {}

    /**
     * Reads a file.
     *
     * @param countries those whose attacks are wanted, as ISO 3166 codes; empty for all
     * @throws SourceFault if not one line has the columns of an event
     */
    static EventFile read(String name, byte[] content, Set<String> countries) throws SourceFault {
        EventFile file = new EventFile(name);
        boolean anyEvent = false;
        long number = 0;
        Iterator<String> lines =
                new String(content, StandardCharsets.UTF_8).lines().iterator();
        while (lines.hasNext()) {
            anyEvent |= file.read(lines.next(), ++number, countries);
        }
        if (!anyEvent) {
            throw new SourceFault(
                    Kind.CHANGED_SCHEMA, name + " has no row with the " + EventRow.WIDTH + " columns of an event");
        }
        return file;
    }

    /** Reads a line; false where it has not the columns of an event. */
    boolean read(String line, long number, Set<String> countries) {
        Optional<EventRow> row = EventRow.parse(line);
        if (row.isPresent()) {
            add(new Line(row.get(), line, number), countries);
        } else if (!line.isBlank()) {
            unusable(line, number, MALFORMED_CSV, Optional.empty(), "has not the 61 columns of an event");
        }
        return row.isPresent();
    }

    private void add(Line line, Set<String> countries) {
        EventRow row = line.row();
        boolean wanted = row.placed() && AttackCodes.category(row).isPresent() && in(countries, row);
        if (!wanted) {
            return;
        }
        try {
            row.check();
            ids.add(row.id());
            groups.computeIfAbsent(Key.of(row), key -> new ArrayList<>()).add(line);
        } catch (InvalidFieldException e) {
            unusable(line.text(), line.number(), RecordMaker.INVALID_FIELD, Optional.of(e.field()), e.getMessage());
        }
    }

    private static boolean in(Set<String> countries, EventRow row) {
        return countries.isEmpty()
                || FipsCountries.iso(row.fips()).filter(countries::contains).isPresent();
    }

    private void unusable(String line, long number, String reason, Optional<String> field, String message) {
        unusable.add(new Unusable(original(line, number), reason, field, message));
    }

    private Original original(String line, long number) {
        return new Original(line.getBytes(StandardCharsets.UTF_8), name, number);
    }

    /** The GLOBALEVENTIDs of the attacks. */
    Set<Long> ids() {
        return Set.copyOf(ids);
    }

    /** How many rows are attacks that reports are made of. */
    int attackRows() {
        return groups.values().stream().mapToInt(Collection::size).sum();
    }

    /** What cannot be read, then the reports in the order in which the file begins to speak of them. */
    List<Publication> publications(GdeltReports reports, Mentions mentions, int revision) {
        List<Publication> all = new ArrayList<>(unusable);
        groups.values().forEach(lines -> {
            List<EventRow> rows = lines.stream().map(Line::row).toList();
            Line first = lines.get(0);
            Original original = original(first.text(), first.number());
            all.add(publication(original, () -> reports.report(rows, mentions, revision)));
        });
        return all;
    }

    /** Makes a report. */
    @FunctionalInterface
    private interface Making {
        Report report() throws InvalidFieldException;
    }

    private static Publication publication(Original original, Making making) {
        try {
            return new ReportRead(making.report(), original);
        } catch (InvalidFieldException e) {
            return new Unusable(original, RecordMaker.INVALID_FIELD, Optional.of(e.field()), e.getMessage());
        }
    }
}
