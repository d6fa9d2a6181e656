package io.tocsin.cli.reading;

import io.tocsin.avro.Report;
import io.tocsin.news.Article;
import io.tocsin.news.Editions;
import io.tocsin.news.Reading;
import io.tocsin.news.Reads;
import io.tocsin.topology.ReportRecords;
import java.util.List;
import java.util.Optional;

/**
 * What was read in an article, and the reports as the application publishes them when it reads the article first.
 *
 * @param reports one for each telling, in the same order
 */
public record MadeReading(Article article, Reading reading, List<Report> reports) {

    public MadeReading {
        reports = List.copyOf(reports);
    }

    /** Reads the article. */
    public static MadeReading of(Article article, Reads reads) {
        Editions editions = new Editions(reads, report -> report.place().country());
        Editions.Outcome outcome = editions.take(article, Optional.empty());
        List<Report> reports = outcome.statements().stream()
                .map(statement -> ReportRecords.record(statement.report()))
                .toList();
        return new MadeReading(article, outcome.reading().orElseThrow(), reports);
    }
}
