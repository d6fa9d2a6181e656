package io.tocsin.benchmarks;

import io.tocsin.avro.Occurrence;
import io.tocsin.avro.Place;
import io.tocsin.avro.Report;
import io.tocsin.avro.TimePrecision;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The reports by which the cost of one is measured: a past, a warm-up in a third country, and the probe, which is in
 * every town of a country for one month of ten years. The same seed gives the same; the probe is the same after any past.
 *
 * @param pastReports the first of all
 * @param warmUpReports that come next
 * @param probeReports the last of all, after every site of theirs was introduced
 */
record CostReports(int pastReports, int warmUpReports, int probeReports, long seed) {

    static final YearMonth FIRST_MONTH = YearMonth.of(2013, 1);
    static final int MONTHS = 120;
    /** After all that happened. */
    static final Instant END = start(FIRST_MONTH.plusMonths(MONTHS));

    private static final int INTRODUCTIONS = Land.TOWNS * Land.SITES_IN_TOWN;
    private static final int NONE_IS_NEWS = 0;
    private static final int HALF_IS_NEWS = 50;
    private static final int WARM_UP_A_DAY = 500;
    /** Further back than anybody remembers who remembers a century. */
    private static final Instant FORGOTTEN = Instant.parse("1900-01-01T00:00:00Z");

    CostReports {
        if (pastReports < 1 || warmUpReports < 1 || probeReports < Land.TOWNS) {
            throw new IllegalArgumentException(
                    "past and warm-up must be positive, the probe " + Land.TOWNS + " or more");
        }
    }

    /** How many come before the probe: past, warm-up and introduction. */
    int before() {
        return pastReports + warmUpReports + INTRODUCTIONS;
    }

    /** How many there are in all. */
    int total() {
        return before() + probeReports;
    }

    /** What one database told before. */
    Iterator<Report> past(Past kind) {
        return switch (kind) {
            case EMPTY -> tenYears(Land.elsewhere());
            case COUNTRY -> tenYears(Land.here());
            case TOWN -> months("past", pastReports, NONE_IS_NEWS, Land.here()::inTown, seed);
            case CITY -> months("past", pastReports, NONE_IS_NEWS, Land.here()::inCity, seed);
        };
    }

    /** What makes the compiler translate all that the probe needs, matching among it: half is news. */
    Iterator<Report> warmUp() {
        return new Stretch(
                        "warm-up",
                        warmUpReports,
                        start(FIRST_MONTH),
                        Duration.ofDays(1 + warmUpReports / WARM_UP_A_DAY),
                        HALF_IS_NEWS,
                        Land.third()::anywhere,
                        seed + 2)
                .stream().iterator();
    }

    /**
     * Names every site of the probe once, so that the gazetteer has placed them all. What is told of them is too long ago to
     * be remembered.
     */
    Iterator<Report> introduction() {
        Land here = Land.here();
        ReportMaker maker = new ReportMaker(seed + 4);
        Occurrence longAgo = new Occurrence(FORGOTTEN, FORGOTTEN.plus(Duration.ofDays(1)), TimePrecision.DAY);
        return IntStream.range(0, INTRODUCTIONS)
                .mapToObj(number -> {
                    Place site = here.town(number % Land.TOWNS).get(number / Land.TOWNS);
                    return maker.report("introduction-" + number, ReportMaker.DATABASE, site, longAgo, END);
                })
                .iterator();
    }

    /** As many in every town in its month, half told by the database and half by a news agency. */
    Iterator<Report> probe() {
        return months("probe", probeReports, HALF_IS_NEWS, Land.here()::inTown, seed + 6);
    }

    /** The month in which the past, or the probe, is in the town; another for every town. */
    static YearMonth month(int town) {
        return FIRST_MONTH.plusMonths((town * 41 + 17) % MONTHS);
    }

    private Iterator<Report> tenYears(Land land) {
        Duration length = Duration.between(start(FIRST_MONTH), END);
        return new Stretch("past", pastReports, start(FIRST_MONTH), length, NONE_IS_NEWS, land::anywhere, seed)
                .stream().iterator();
    }

    /** As many in every town, in order of publication. */
    private static Iterator<Report> months(
            String name, int reports, int percentNews, BiFunction<Integer, Random, Place> sites, long seed) {
        return IntStream.range(0, Land.TOWNS)
                .boxed()
                .sorted((one, other) -> month(one).compareTo(month(other)))
                .flatMap(town -> {
                    int from = share(reports, town);
                    return new Stretch(
                                    name + "-" + town,
                                    share(reports, town + 1) - from,
                                    start(month(town)),
                                    Duration.ofDays(month(town).lengthOfMonth()),
                                    percentNews,
                                    random -> sites.apply(town, random),
                                    seed + 100L * town)
                            .stream();
                })
                .iterator();
    }

    private static int share(int reports, int towns) {
        return (int) ((long) reports * towns / Land.TOWNS);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
