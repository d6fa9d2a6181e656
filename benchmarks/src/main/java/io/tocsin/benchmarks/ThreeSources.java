package io.tocsin.benchmarks;

import io.tocsin.avro.Casualties;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Report;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * The incidents of {@link History} as three sources tell them: the database all, a news agency six in ten and the
 * authorities three in ten, each with figures of its own; one report in ten comes once more as it was. Not thread-safe.
 */
final class ThreeSources implements Iterator<Report> {

    static final int PERCENT_TOLD_BY_NEWS = 60;
    static final int PERCENT_TOLD_BY_AUTHORITIES = 30;
    static final int PERCENT_REPEATED = 10;

    private static final Source AUTHORITIES = new Source("authorities", SourceKind.OFFICIAL, 0.8);

    private final int reports;
    private final Random random;
    private final History incidents;
    private final Deque<Report> told = new ArrayDeque<>();
    private int next;

    ThreeSources(int reports, long seed) {
        this.reports = reports;
        this.random = new Random(seed + 2);
        this.incidents = new History(reports, seed);
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
        if (told.isEmpty()) {
            tell(incidents.next());
        }
        next++;
        return told.poll();
    }

    private void tell(Report incident) {
        add(incident);
        if (chance(PERCENT_TOLD_BY_NEWS)) {
            add(retold(incident, ReportMaker.NEWS, "news-"));
        }
        if (chance(PERCENT_TOLD_BY_AUTHORITIES)) {
            add(retold(incident, AUTHORITIES, "official-"));
        }
    }

    private void add(Report report) {
        told.add(report);
        if (chance(PERCENT_REPEATED)) {
            told.add(report);
        }
    }

    private Report retold(Report incident, Source source, String prefix) {
        Report report = Report.newBuilder(incident).build();
        Duration later = Duration.ofMinutes(random.nextInt(360));
        report.setId(prefix + incident.getId());
        report.setSource(source);
        report.setOrigins(List.of(prefix + random.nextInt(40)));
        report.setPublishedAt(incident.getPublishedAt().plus(later));
        report.setReceivedAt(incident.getReceivedAt().plus(later));
        int killed = random.nextInt(4);
        report.setCasualties(new Casualties(new Estimate(killed, killed, killed), null));
        report.setSummary(
                incident.getPlace().getSite() + " was hit; " + killed + " people died, " + source.getId() + " said.");
        return report;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
