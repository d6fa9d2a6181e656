package io.tocsin.news;

import io.tocsin.incident.InvalidField;
import io.tocsin.incident.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns articles into reports, and changed articles into changed reports. Whatever texts of an article arrive, the
 * reports that stand are those of the newest one that could be read, and a report that one text after another tells
 * keeps its id. As safe for many threads as the reader.
 */
public final class Editions {

    private final Reads reads;
    private final Function<Report, String> countries;

    /** What became of a text. */
    public enum Fate {
        /** It is the newest of its article, and was read. */
        READ,
        /** Nothing in it could be read; what earlier texts told stands. */
        UNREAD,
        /** It was read before. */
        UNCHANGED,
        /** A newer text of its article was read before. */
        LATE
    }

    /** How a report differs from what was published before. */
    public enum Change {
        TOLD,
        REVISED,
        RETRACTED
    }

    /**
     * A report to be published.
     *
     * @param country under which
     */
    public record Statement(Change change, String country, Report report) {}

    /**
     * What a text leads to.
     *
     * @param statements in the order in which they are to be published
     * @param reading what was read; empty where the text was not looked at
     * @param after what to remember of the article; empty for nothing
     */
    public record Outcome(Fate fate, List<Statement> statements, Optional<Reading> reading, Optional<Edition> after) {

        public Outcome {
            statements = List.copyOf(statements);
        }

        private static Outcome nothing(Fate fate, Optional<Reading> reading, Optional<Edition> after) {
            return new Outcome(fate, List.of(), reading, after);
        }
    }

    /** @param countries the country under which a report is published: its ISO 3166-1 alpha-2 code, or XX */
    public Editions(Reads reads, Function<Report, String> countries) {
        this.reads = reads;
        this.countries = countries;
    }

    /**
     * What to publish because of the article.
     *
     * @param before what is remembered of it; empty the first time
     * @throws InvalidField if it holds what no report may hold
     */
    public Outcome take(Article article, Optional<Edition> before) {
        if (before.filter(known -> known.isNewerThan(article)).isPresent()) {
            return Outcome.nothing(Fate.LATE, Optional.empty(), before);
        }
        String digest = Digest.of(article);
        if (before.filter(known -> known.digest().equals(digest)).isPresent()) {
            Optional<Edition> again = before.map(known -> known.fetched(article.fetchedAt()));
            return Outcome.nothing(Fate.UNCHANGED, Optional.empty(), again);
        }
        Reading reading = reads.read(article);
        if (reading.unread().isPresent()) {
            return Outcome.nothing(Fate.UNREAD, Optional.of(reading), before);
        }
        List<Made> made = reading.reports().stream()
                .map(report -> new Made(countries.apply(report), Digest.of(report), report))
                .toList();
        Comparison comparison = new Comparison(article, before);
        comparison.with(made);
        return new Outcome(
                Fate.READ, comparison.statements(), Optional.of(reading), Optional.of(comparison.edition(digest)));
    }

    /** A report as the newest text makes it. */
    record Made(String country, String digest, Report report) {}
}
