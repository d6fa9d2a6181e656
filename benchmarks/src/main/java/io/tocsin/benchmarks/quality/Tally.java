package io.tocsin.benchmarks.quality;

import io.tocsin.resolve.Finding;
import io.tocsin.resolve.PairScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labelled pairs that meet, counted by what comparing them comes to. */
record Tally(List<Row> rows) {

    /** So many pairs of one event, and of two, came to these findings. */
    record Row(List<Finding> findings, int same, int different) {}

    static Tally of(List<Labelled> reports) {
        Map<List<Finding>, int[]> counts = new LinkedHashMap<>();
        new Candidates(reports).forEach((lower, higher) -> {
            Labelled one = reports.get(lower);
            Labelled other = reports.get(higher);
            List<Finding> findings = PairScore.compare(one.report(), other.report());
            if (!findings.isEmpty()) {
                int label = one.event().equals(other.event()) ? 0 : 1;
                counts.computeIfAbsent(findings, unseen -> new int[2])[label]++;
            }
        });
        List<Row> rows = new ArrayList<>(counts.size());
        counts.forEach((findings, count) -> rows.add(new Row(findings, count[0], count[1])));
        return new Tally(List.copyOf(rows));
    }

    int same(Finding finding) {
        return rows.stream()
                .filter(row -> row.findings().contains(finding))
                .mapToInt(Row::same)
                .sum();
    }

    int different(Finding finding) {
        return rows.stream()
                .filter(row -> row.findings().contains(finding))
                .mapToInt(Row::different)
                .sum();
    }
}
