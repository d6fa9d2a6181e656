package io.tocsin.benchmarks;

import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Report;
import io.tocsin.avro.TimePrecision;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * The history that is replayed: what one database published, 2,500 reports a day in order of publication, on incidents
 * of the same day or up to six days before. A tenth of the sites has a third of the incidents. A longer history has
 * more days, not busier ones, so its shares do not depend on its length. Not thread-safe.
 */
final class History implements Iterator<Report> {

    static final int REPORTS_PER_DAY = 2_500;
    static final int SITES = 20_000;

    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(REPORTS_PER_DAY);
    private static final int BUSY_SITES = SITES / 10;
    static final int PERCENT_AT_BUSY_SITES = 35;

    private final int reports;
    private final Random random;
    private final ReportMaker maker;
    private int next;

    History(int reports, long seed) {
        this.reports = reports;
        this.random = new Random(seed);
        this.maker = new ReportMaker(seed + 1);
    }

    @Override
    public boolean hasNext() {
        return next < reports;
    }

    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Instant publishedAt = START.plus(BETWEEN.multipliedBy(next));
        Instant day = publishedAt.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(daysLate(random)));
        Occurrence occurrence = new Occurrence(day, day.plus(Duration.ofDays(1)), TimePrecision.DAY);
        return maker.report("evt-" + next++, new Site(site()), occurrence, publishedAt);
    }

    private int site() {
        return random.nextInt(100) < PERCENT_AT_BUSY_SITES
                ? random.nextInt(BUSY_SITES)
                : BUSY_SITES + random.nextInt(SITES - BUSY_SITES);
    }

    /** Seven in ten the same day, a quarter the day after, the rest within the week. */
    static int daysLate(Random random) {
        int percent = random.nextInt(100);
        if (percent < 70) {
            return 0;
        }
        return percent < 95 ? 1 : 2 + random.nextInt(5);
    }
}
