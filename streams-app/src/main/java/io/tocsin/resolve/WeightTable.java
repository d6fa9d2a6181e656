package io.tocsin.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of all findings, and the bounds that a score is judged by. Text, a line each: name, weight, the stated
 * weight and how many pairs of one event and of two events it was seen in, separated by tabs; {@code #} begins a
 * comment. Immutable.
 */
public final class WeightTable {

    /** The bound that is called so in the table: a score above it makes a link. */
    public static final String THRESHOLD = "threshold";

    /** The bound that is called so in the table: a score above it, up to the threshold, makes a near miss. */
    public static final String NEAR_MISS = "near-miss";

    private static final String RESOURCE = "pair-weights.tsv";
    private static final int COLUMNS = 5;
    private static final double LARGEST = 50;

    private final double[] weights;
    private final double[] stated;
    private final double threshold;
    private final double nearMiss;

    private WeightTable(Map<Finding, Row> rows, double threshold, double nearMiss) {
        this.weights = new double[Finding.values().length];
        this.stated = new double[weights.length];
        rows.forEach((finding, row) -> {
            weights[finding.ordinal()] = row.weight();
            stated[finding.ordinal()] = row.stated();
        });
        this.threshold = threshold;
        this.nearMiss = nearMiss;
    }

    /** The table that comes with the program. */
    public static WeightTable shipped() {
        try (InputStream in = WeightTable.class.getResourceAsStream(RESOURCE)) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return parse(RESOURCE, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table.
     *
     * @param name what to call it in complaints
     * @throws IllegalArgumentException naming line, field and remedy, if anything is missing, unknown, said twice or
     *     against the order of closer and farther findings
     */
    public static WeightTable parse(String name, List<String> lines) {
        Map<Finding, Row> rows = new EnumMap<>(Finding.class);
        Optional<Row> threshold = Optional.empty();
        Optional<Row> nearMiss = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Row row = row(name + " line " + (i + 1), line.split("\t", -1));
            boolean twice;
            if (row.name().equals(THRESHOLD)) {
                twice = threshold.isPresent();
                threshold = Optional.of(row);
            } else if (row.name().equals(NEAR_MISS)) {
                twice = nearMiss.isPresent();
                nearMiss = Optional.of(row);
            } else {
                twice = rows.put(finding(row), row) != null;
            }
            if (twice) {
                throw new IllegalArgumentException(row.where() + ": " + row.name() + " is said twice; leave one out");
            }
        }
        for (Finding finding : Finding.values()) {
            requireInOrder(name, finding, rows);
        }
        Row link = threshold.orElseThrow(() -> missing(name, THRESHOLD));
        Row near = nearMiss.orElseThrow(() -> missing(name, NEAR_MISS));
        if (near.weight() > link.weight()) {
            throw new IllegalArgumentException(near.where() + ": weight: " + NEAR_MISS + " " + near.weight()
                    + " is above " + THRESHOLD + " " + link.weight() + "; lower it");
        }
        return new WeightTable(rows, link.weight(), near.weight());
    }

    /** A score above it makes a link. */
    public double threshold() {
        return threshold;
    }

    /** A score above it, up to the threshold, makes a near miss. */
    public double nearMiss() {
        return nearMiss;
    }

    /** What the finding adds to a score. */
    public double weight(Finding finding) {
        return weights[finding.ordinal()];
    }

    /** The weight that was stated before any pair was seen. */
    public double stated(Finding finding) {
        return stated[finding.ordinal()];
    }

    /** The greatest weight that the feature can come to. */
    double most(Feature feature) {
        double most = Double.NEGATIVE_INFINITY;
        for (Finding finding : Finding.values()) {
            if (finding.feature() == feature) {
                most = Math.max(most, weight(finding));
            }
        }
        return most;
    }

    private static void requireInOrder(String name, Finding finding, Map<Finding, Row> rows) {
        Row row = Optional.ofNullable(rows.get(finding)).orElseThrow(() -> missing(name, finding.label()));
        finding.closer()
                .map(closer -> Optional.ofNullable(rows.get(closer)).orElseThrow(() -> missing(name, closer.label())))
                .filter(closer -> closer.weight() < row.weight())
                .ifPresent(closer -> {
                    throw new IllegalArgumentException(row.where() + ": weight: " + row.name() + " " + row.weight()
                            + " outweighs " + closer.name() + " " + closer.weight()
                            + ", which is the closer match; lower the one or raise the other");
                });
    }

    private static Finding finding(Row row) {
        for (Finding finding : Finding.values()) {
            if (finding.label().equals(row.name())) {
                return finding;
            }
        }
        throw new IllegalArgumentException(
                row.where() + ": name: there is no finding " + row.name() + "; correct it or leave the line out");
    }

    private static Row row(String where, String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(where + ": " + cells.length + " columns instead of " + COLUMNS
                    + "; separate name, weight, stated, pairs of one event, pairs of two by single tabs");
        }
        return new Row(where, cells[0], number(where, "weight", cells[1]), number(where, "stated", cells[2]));
    }

    private static double number(String where, String field, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= LARGEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": " + field + ": '" + text + "' is no number; write one", e);
        }
        throw new IllegalArgumentException(
                where + ": " + field + ": " + text + " is not within -" + LARGEST + " to " + LARGEST);
    }

    private static IllegalArgumentException missing(String table, String name) {
        return new IllegalArgumentException(table + ": " + name + " is missing; add a line for it");
    }

    private record Row(String where, String name, double weight, double stated) {}
}
