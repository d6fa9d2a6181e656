package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Category;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reports of every sort, by a seed: few places and days, so that many of them are near each other. */
final class AnyReports {

    private static final Instant START = Instant.parse("2021-04-20T00:00:00Z");
    private static final List<String> PROVINCES = List.of("Al Anbar", "AL ANBAR", "Baghdad");
    private static final List<String> SITES = List.of("Hit", "Ain Al Assad", "Ain al-Asad", "Balad");
    private static final List<String> NAMES = List.of("Qassem Suleimani", "Qasem Soleimani", "Union III");
    private static final List<String> SUMMARIES =
            List.of("Two rockets hit the base", "Rockets hit a base at night", "A car bomb killed five", "");

    private final Random random;
    private int made;

    AnyReports(long seed) {
        this.random = new Random(seed);
    }

    Report next() {
        return any().by("source " + random.nextInt(4)).id("r" + made++).build();
    }

    /** The same report again, which may say anything else, or be taken back. */
    Report revised(Report report) {
        ReportBuilder revised =
                any().by(report.id().source()).id(report.id().id()).revision(report.revision() + 1);
        return random.nextInt(3) == 0 ? revised.retracted().build() : revised.build();
    }

    private ReportBuilder any() {
        ReportBuilder report = aReport()
                .kind(Source.Kind.values()[random.nextInt(Source.Kind.values().length)])
                .category(Category.values()[random.nextInt(Category.values().length)])
                .when(when())
                .in(place());
        if (random.nextBoolean()) {
            report.targetNamed(any(NAMES), TargetKind.values()[random.nextInt(TargetKind.values().length)]);
        }
        if (random.nextBoolean()) {
            report.killed(random.nextInt(30)).injured(random.nextInt(30));
        }
        if (random.nextBoolean()) {
            report.quantity(random.nextInt(3)).article("urn:example:" + random.nextInt(20));
        }
        if (random.nextInt(4) > 0) {
            report.summary(any(SUMMARIES));
        }
        return report;
    }

    private Occurrence when() {
        Instant from = START.plus(Duration.ofHours(random.nextInt(24 * 12)));
        return switch (random.nextInt(6)) {
            case 0 -> new Occurrence(from, from, TimePrecision.MINUTE);
            case 1 -> new Occurrence(from, from.plus(Duration.ofHours(8)), TimePrecision.PART_OF_DAY);
            case 2 -> new Occurrence(from, from.plus(Duration.ofDays(7)), TimePrecision.WEEK);
            case 3 -> new Occurrence(from, from.plus(Duration.ofDays(random.nextInt(60))), TimePrecision.MONTH);
            default -> new Occurrence(from, from.plus(Duration.ofDays(1)), TimePrecision.DAY);
        };
    }

    private Place place() {
        Optional<Coordinates> coordinates = random.nextBoolean()
                ? Optional.of(new Coordinates(33.6 + random.nextDouble() / 10, 42.8 + random.nextDouble() / 10))
                : Optional.empty();
        return new Place(
                "IQ",
                Optional.of(any(PROVINCES)).filter(name -> random.nextInt(5) > 0),
                Optional.empty(),
                Optional.of(any(SITES)),
                coordinates,
                PlacePrecision.values()[random.nextInt(PlacePrecision.values().length)]);
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
