package io.tocsin.benchmarks;

import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Place;
import io.tocsin.avro.Report;
import io.tocsin.avro.Source;
import io.tocsin.avro.TimePrecision;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reports in order of publication, evenly over a stretch of time, on incidents of the day or up to six days before but
 * not before the stretch. Not thread-safe.
 */
final class Stretch {

    private final String name;
    private final int reports;
    private final Instant from;
    private final Duration length;
    private final int percentNews;
    private final Function<Random, Place> sites;
    private final Random random;
    private final ReportMaker maker;

    /**
     * @param name which the ids begin with
     * @param from midnight of the first day, UTC
     * @param percentNews reports that a news agency tells; the others the database
     */
    Stretch(
            String name,
            int reports,
            Instant from,
            Duration length,
            int percentNews,
            Function<Random, Place> sites,
            long seed) {
        this.name = name;
        this.reports = reports;
        this.from = from;
        this.length = length;
        this.percentNews = percentNews;
        this.sites = sites;
        this.random = new Random(seed);
        this.maker = new ReportMaker(seed + 1);
    }

    /** All of them, once. */
    Stream<Report> stream() {
        return IntStream.range(0, reports).mapToObj(this::report);
    }

    private Report report(int number) {
        Instant publishedAt = from.plusMillis(length.toMillis() * number / reports);
        Instant day = publishedAt.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(History.daysLate(random)));
        Instant first = day.isBefore(from) ? from : day;
        Source source = random.nextInt(100) < percentNews ? ReportMaker.NEWS : ReportMaker.DATABASE;
        return maker.report(
                name + "-" + number,
                source,
                sites.apply(random),
                new Occurrence(first, first.plus(Duration.ofDays(1)), TimePrecision.DAY),
                publishedAt);
    }
}
