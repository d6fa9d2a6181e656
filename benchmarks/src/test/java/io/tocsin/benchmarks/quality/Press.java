package io.tocsin.benchmarks.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Made-up press reports: towns, days and numbers by a seed; every event is told by one to three offices. */
final class Press {

    private static final LocalDate START = LocalDate.parse("2016-01-01");

    private Press() {}

    static List<PressReport> reports(long seed, int events) {
        Random random = new Random(seed);
        List<PressReport> reports = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            int town = random.nextInt(40);
            int killed = random.nextInt(30);
            LocalDate day = START.plusDays(random.nextInt(300));
            int offices = 1 + random.nextInt(3);
            for (int office = 0; office < offices; office++) {
                reports.add(new PressReport(
                        "secret-" + event,
                        "iraq",
                        "office " + random.nextInt(5),
                        Optional.of(day.plusDays(random.nextInt(3))),
                        "Bombing in town " + town + " kills " + killed + " on " + day.getDayOfWeek(),
                        day,
                        day,
                        "Town " + town,
                        "Province " + town % 5,
                        33 + town / 10.0,
                        42 + town / 7.0,
                        1,
                        1,
                        killed));
            }
        }
        return reports;
    }

    /** Reports that tell nothing worth knowing, of these events. */
    static List<Labelled> labelled(String... events) {
        List<Labelled> some = Retelling.of(reports(1, events.length), 1);
        List<Labelled> labelled = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            labelled.add(new Labelled(some.get(i).report(), events[i]));
        }
        return labelled;
    }
}
