package io.tocsin.benchmarks;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Casualties;
import io.tocsin.avro.Category;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Evidence;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Perpetrator;
import io.tocsin.avro.Place;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.Target;
import io.tocsin.avro.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Fills in what a report says besides its site and its times. The same seed says the same. Not thread-safe. */
final class ReportMaker {

    /** One database, which never reports an incident twice. */
    static final Source DATABASE = new Source("worldwide-events", SourceKind.DATABASE, 0.9);

    /** A news agency. */
    static final Source NEWS = new Source("news-agency", SourceKind.NEWS, 0.7);

    private static final List<Category> CATEGORIES = List.of(
            Category.ROCKET,
            Category.MORTAR_OR_ARTILLERY,
            Category.DRONE,
            Category.AIR_STRIKE,
            Category.IED,
            Category.SHOOTING,
            Category.ARMED_CLASH,
            Category.ABDUCTION);

    private static final List<TargetKind> TARGETS = List.of(
            TargetKind.BASE,
            TargetKind.CHECKPOINT,
            TargetKind.CONVOY,
            TargetKind.CIVILIANS,
            TargetKind.AID,
            TargetKind.GOVERNMENT);

    private static final List<String> WEAPONS = List.of(
            "Several 122 mm rockets",
            "Four mortar rounds",
            "A one-way attack drone",
            "A roadside bomb",
            "Small arms fire");

    private static final List<String> OUTCOMES = List.of(
            "the perimeter fence was damaged and no casualties were reported",
            "two vehicles burned out and the road was closed for hours",
            "witnesses spoke of several wounded people taken to hospital",
            "local officials said the attackers had withdrawn before dawn");

    private final Random random;

    ReportMaker(long seed) {
        this.random = new Random(seed);
    }

    Report report(String id, Site site, Occurrence occurrence, Instant publishedAt) {
        return report(id, DATABASE, site.place(), occurrence, publishedAt);
    }

    Report report(String id, Source source, Place place, Occurrence occurrence, Instant publishedAt) {
        Category category = pick(CATEGORIES);
        return new Report(
                id,
                0,
                ReportStatus.ACTIVE,
                source,
                List.of("agency-" + random.nextInt(40)),
                publishedAt,
                publishedAt.plus(Duration.ofSeconds(90)),
                occurrence,
                category,
                place,
                chance(60) ? new Target(pick(TARGETS), null, null) : null,
                chance(50) ? new Perpetrator("Armed group " + random.nextInt(60), Attribution.SUSPECTED) : null,
                chance(80) ? new Casualties(people(3), people(8)) : null,
                chance(20) ? 1 + random.nextInt(12) : null,
                pick(WEAPONS) + " hit " + place.getSite() + "; " + pick(OUTCOMES) + ".",
                new Evidence(null, "https://events.example.org/" + id),
                List.of(category.name().toLowerCase(Locale.ROOT)),
                Map.of());
    }

    private Estimate people(int most) {
        int best = random.nextInt(most + 1);
        return new Estimate(best, best, best + random.nextInt(2));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
