package io.tocsin.benchmarks.quality;

import io.tocsin.incident.Casualties;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Evidence;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.Source;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Retells press reports as reports that one office could have given: its headline, date of publication and kind of
 * attack as the headline names it; day, place and killed with seeded noise. Nothing in a report tells the event: ids
 * are random and the order is shuffled. Two reports of one article share its random address, as those that are read
 * from one article do.
 */
final class Retelling {

    private static final double WITHOUT_COORDINATES = 0.5;
    private static final double DAY_OFF = 0.1;
    private static final double COARSER = 0.2;
    private static final double NUMBER_OFF = 0.2;
    private static final double NUMBER_UNTOLD = 0.1;
    /** Offices place a town where their own gazetteer has it. */
    private static final double DEGREES_OFF = 0.005;

    private static final Map<String, String> COUNTRIES = Map.of("iraq", "IQ", "syria", "SY", "ukraine", "UA");
    private static final double RELIABILITY = 0.7;

    private final Random random;
    private final Map<String, String> articles = new HashMap<>();

    private Retelling(long seed) {
        this.random = new Random(seed);
    }

    /** All retold, in random order; the same seed gives the same. */
    static List<Labelled> of(List<PressReport> press, long seed) {
        Retelling retelling = new Retelling(seed);
        List<Labelled> retold = new ArrayList<>(press.size());
        for (PressReport report : press) {
            retold.add(new Labelled(retelling.retell(report), report.event()));
        }
        Collections.shuffle(retold, retelling.random);
        return retold;
    }

    private Report retell(PressReport press) {
        boolean coarser = random.nextDouble() < COARSER;
        boolean coarserTime = coarser && random.nextBoolean();
        String source = press.office().isBlank() ? "unnamed" : press.office();
        LocalDate published = press.published().orElse(press.end().plusDays(1));
        return new Report(
                new ReportId(source, randomId()),
                0,
                false,
                new Source(source, Source.Kind.NEWS, RELIABILITY),
                List.of(),
                published.atTime(LocalTime.of(18, 0)).toInstant(ZoneOffset.UTC),
                Optional.empty(),
                coarserTime ? week(press) : days(press),
                Headline.category(press.headline()),
                place(press, coarser && !coarserTime),
                Optional.empty(),
                Optional.empty(),
                new Casualties(killed(press.killed()), Estimate.NONE),
                OptionalInt.empty(),
                Optional.of(press.headline()).filter(text -> !text.isBlank()),
                Optional.of(new Evidence(Optional.empty(), Optional.of(article(source, published, press.headline())))),
                List.of(),
                Map.of());
    }

    private Occurrence days(PressReport press) {
        int off = random.nextDouble() < DAY_OFF ? random.nextBoolean() ? 1 : -1 : 0;
        TimePrecision precision = press.timePrecision() == 1
                ? TimePrecision.DAY
                : press.timePrecision() <= 3 ? TimePrecision.WEEK : TimePrecision.MONTH;
        return occurrence(press.start().plusDays(off), press.end().plusDays(1 + off), precision);
    }

    private static Occurrence week(PressReport press) {
        LocalDate monday = press.start().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate until = press.end().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return occurrence(monday, until, TimePrecision.WEEK);
    }

    private static Occurrence occurrence(LocalDate from, LocalDate until, TimePrecision precision) {
        return new Occurrence(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                until.atStartOfDay(ZoneOffset.UTC).toInstant(),
                precision);
    }

    private Place place(PressReport press, boolean coarser) {
        String country = COUNTRIES.getOrDefault(press.set(), Place.NOWHERE);
        Optional<String> province = Optional.of(press.province()).filter(name -> !name.isBlank());
        boolean located = random.nextDouble() >= WITHOUT_COORDINATES;
        Coordinates near = new Coordinates(press.lat() + degreesOff(), press.lon() + degreesOff());
        if (coarser || press.placePrecision() >= 4) {
            PlacePrecision precision = province.isPresent() && press.placePrecision() < 6
                    ? PlacePrecision.PROVINCE
                    : PlacePrecision.COUNTRY;
            return new Place(country, province, Optional.empty(), Optional.empty(), Optional.empty(), precision);
        }
        boolean district = press.placePrecision() == 3;
        Optional<String> name = Optional.of(press.place()).filter(text -> !text.isBlank());
        return new Place(
                country,
                province,
                district ? name : Optional.empty(),
                district ? Optional.empty() : name,
                located ? Optional.of(near) : Optional.empty(),
                district ? PlacePrecision.DISTRICT : PlacePrecision.SITE);
    }

    private double degreesOff() {
        return (2 * random.nextDouble() - 1) * DEGREES_OFF;
    }

    private Estimate killed(int truth) {
        if (random.nextDouble() < NUMBER_UNTOLD) {
            return Estimate.NONE;
        }
        if (truth == 0 || random.nextDouble() >= NUMBER_OFF) {
            return Estimate.of(truth);
        }
        int off = 1 + random.nextInt(1 + truth / 4);
        return Estimate.of(Math.max(0, random.nextBoolean() ? truth + off : truth - off));
    }

    private String article(String source, LocalDate published, String headline) {
        return articles.computeIfAbsent(
                source + '\t' + published + '\t' + headline, unseen -> "urn:article:" + randomId());
    }

    private String randomId() {
        return Long.toHexString(random.nextLong());
    }
}
