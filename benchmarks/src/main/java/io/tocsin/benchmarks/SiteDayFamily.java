package io.tocsin.benchmarks;

import io.tocsin.incident.Report;
import io.tocsin.places.Area;
import io.tocsin.places.PlaceLevel;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Blocks;
import io.tocsin.resolve.Home;
import io.tocsin.resolve.Known;
import io.tocsin.resolve.Link;
import io.tocsin.resolve.Matching;
import java.util.List;
import java.util.Optional;

/** The fixed rule: reports of different sources that name the same site, the same day (UTC) and the same family are one incident. */
final class SiteDayFamily implements Matching {

    private static final long SECONDS_A_DAY = 24L * 60 * 60;
    private static final Link LINK = new Link(1.0, List.of("same site", "same day", "same family"));

    @Override
    public List<Home> homes(Known known) {
        Report report = known.report();
        return List.of(new Home(day(report), report.place().finest().key(), ""));
    }

    @Override
    public List<Blocks> near(Known known) {
        Report report = known.report();
        Area finest = report.place().finest();
        return finest.level() == PlaceLevel.SITE
                ? List.of(Blocks.of(new Block(day(report), finest.key(), "")))
                : List.of();
    }

    @Override
    public boolean mayLink(Report report, String source) {
        return !report.id().source().equals(source);
    }

    @Override
    public Optional<Link> compare(Known known, Known another) {
        Report one = known.report();
        Report other = another.report();
        boolean match = site(one).isPresent()
                && site(one).equals(site(other))
                && day(one) == day(other)
                && one.category().family() == other.category().family();
        return match ? Optional.of(LINK) : Optional.empty();
    }

    private static Optional<String> site(Report report) {
        return report.place().area(PlaceLevel.SITE).map(Area::key);
    }

    private static int day(Report report) {
        return (int) Math.floorDiv(report.occurrence().instant().getEpochSecond(), SECONDS_A_DAY);
    }
}
