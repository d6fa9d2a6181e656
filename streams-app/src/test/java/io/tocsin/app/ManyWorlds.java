package io.tocsin.app;

import io.tocsin.fixtures.Schedule;
import io.tocsin.incident.Report;
import io.tocsin.incident.ReportId;
import io.tocsin.places.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The schedules of many seeds, each in a country of its own, in one order of arrival. */
final class ManyWorlds {

    private ManyWorlds() {}

    /** The reports of so many worlds, numbered by their ids. */
    static List<Report> arrivals(long seed, int worlds) {
        Random random = new Random(seed);
        List<Deque<Report>> left = new ArrayList<>();
        for (int world = 0; world < worlds; world++) {
            String country = country(world);
            Deque<Report> arrivals = new ArrayDeque<>();
            Schedule.of(seed * worlds + world).arrivals().forEach(report -> arrivals.add(in(country, report)));
            left.add(arrivals);
        }
        List<Report> arrivals = new ArrayList<>();
        while (!left.isEmpty()) {
            int world = random.nextInt(left.size());
            arrivals.add(left.get(world).remove());
            if (left.get(world).isEmpty()) {
                Collections.swap(left, world, left.size() - 1);
                left.remove(left.size() - 1);
            }
        }
        return arrivals;
    }

    /** The code of a world's country. */
    static String country(int world) {
        return "" + (char) ('A' + world / 26) + (char) ('A' + world % 26);
    }

    private static Report in(String country, Report report) {
        Place place = report.place();
        return new Report(
                new ReportId(report.source().id(), country + "-" + report.id().id()),
                report.revision(),
                report.retracted(),
                report.source(),
                report.origins(),
                report.publishedAt(),
                report.receivedAt(),
                report.occurrence(),
                report.category(),
                new Place(
                        country,
                        place.province(),
                        place.district(),
                        place.site(),
                        Optional.empty(), // points lie in countries that there are
                        place.precision()),
                report.target(),
                report.perpetrator(),
                report.casualties(),
                report.quantity(),
                report.summary(),
                report.evidence(),
                report.tags(),
                report.attributes());
    }
}
