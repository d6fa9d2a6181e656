package io.tocsin.benchmarks.reading;

import io.tocsin.incident.Casualties;
import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Source;
import io.tocsin.incident.Target;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports made by hand. */
final class Reports {

    static final Place BALAD = site("IQ", "Salah ad Din", "Balad Air Base", 33.940, 44.362);

    private Category category = Category.ROCKET;
    private Place place = BALAD;
    private Occurrence occurrence = day("2021-05-03");
    private Optional<Target> target = Optional.empty();
    private Optional<Perpetrator> perpetrator = Optional.empty();
    private Casualties casualties = Casualties.NONE;
    private OptionalInt quantity = OptionalInt.empty();
    private List<String> origins = List.of();
    private Optional<Evidence> evidence = Optional.empty();
    private final List<String> tags = new ArrayList<>();
    private Map<String, String> attributes = Map.of();

    private Reports() {}

    /** A rocket attack on Balad air base on 3 May 2021, by Baghdad's clock. */
    static Reports rocket() {
        return new Reports();
    }

    /** The day in Baghdad. */
    static Occurrence day(String day) {
        Instant from = Instant.parse(day + "T00:00:00Z").minusSeconds(3 * 3600);
        return new Occurrence(from, from.plusSeconds(24 * 3600), TimePrecision.DAY);
    }

    static Place site(String country, String province, String name, double lat, double lon) {
        return new Place(
                country,
                Optional.of(province),
                Optional.empty(),
                Optional.of(name),
                Optional.of(new Coordinates(lat, lon)),
                PlacePrecision.SITE);
    }

    static Place province(String country, String name) {
        return new Place(
                country,
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PlacePrecision.PROVINCE);
    }

    static Place country(String country) {
        return new Place(
                country,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PlacePrecision.COUNTRY);
    }

    Reports as(Category other) {
        category = other;
        return this;
    }

    Reports at(Place other) {
        place = other;
        return this;
    }

    Reports on(String day) {
        occurrence = day(day);
        return this;
    }

    Reports between(String from, String until, TimePrecision precision) {
        occurrence = new Occurrence(Instant.parse(from), Instant.parse(until), precision);
        return this;
    }

    Reports against(TargetKind kind, String name) {
        target = Optional.of(new Target(kind, Optional.of(name), Optional.empty()));
        return this;
    }

    Reports by(String name, Perpetrator.Attribution attribution) {
        perpetrator = Optional.of(new Perpetrator(name, attribution));
        return this;
    }

    Reports killed(Estimate killed) {
        casualties = new Casualties(killed, casualties.injured());
        return this;
    }

    Reports injured(Estimate injured) {
        casualties = new Casualties(casualties.killed(), injured);
        return this;
    }

    Reports rounds(int rounds) {
        quantity = OptionalInt.of(rounds);
        return this;
    }

    Reports said(String... authorities) {
        origins = List.of(authorities);
        return this;
    }

    Reports quoting(String sentence) {
        evidence = Optional.of(new Evidence(Optional.of(sentence), Optional.empty()));
        return this;
    }

    Reports tagged(String tag) {
        tags.add(tag);
        return this;
    }

    Reports about(String victim) {
        attributes = Map.of("victim", victim);
        return this;
    }

    Report made() {
        return new Report(
                new ReportId("press", "1"),
                0,
                false,
                new Source("press", Source.Kind.NEWS, 0.5),
                origins,
                Instant.parse("2021-05-05T12:00:00Z"),
                Optional.empty(),
                occurrence,
                category,
                place,
                target,
                perpetrator,
                casualties,
                quantity,
                Optional.empty(),
                evidence,
                tags,
                attributes);
    }
}
