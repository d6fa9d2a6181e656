package io.tocsin.incident;

import java.util.Comparator;

/** Which report: the source, and the id that is unique within it. Ordered by source, then id. */
public record ReportId(String source, String id) implements Comparable<ReportId> {

    private static final Comparator<ReportId> ORDER =
            Comparator.comparing(ReportId::source).thenComparing(ReportId::id);

    public ReportId {
        Limits.text("source.id", source, Limits.ID);
        Limits.text("id", id, Limits.ID);
    }

    @Override
    public int compareTo(ReportId other) {
        return ORDER.compare(this, other);
    }
}
