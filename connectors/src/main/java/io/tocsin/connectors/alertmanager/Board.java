package io.tocsin.connectors.alertmanager;

import io.tocsin.avro.Alert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * How all alerts of a task stand. One thread pins up what it reads; others look, each as far as it has not looked yet. Nobody sees
 * anything before it is {@linkplain #open open}. For any number of threads.
 */
final class Board {

    /**
     * What there is to tell.
     *
     * @param alerts the postings of one alert each
     * @param revision how far one has looked then
     */
    record News(List<List<Posting>> alerts, long revision) {}

    private record Entry(Standing standing, long revision) {}

    private final Clock clock;
    private final Duration expireAfter;
    private final Map<TopicPartition, Map<String, Entry>> entries = new HashMap<>();
    private long revision;
    private boolean open;

    Board(Clock clock, Duration expireAfter) {
        this.clock = clock;
        this.expireAfter = expireAfter;
    }

    /** @param at when it became known, if that matters for what it ends */
    synchronized void pin(TopicPartition partition, Alert alert, Instant at) {
        Map<String, Entry> here = entries.computeIfAbsent(partition, p -> new HashMap<>());
        Entry before = here.get(alert.getId());
        revision++;
        Standing standing = before == null
                ? Standing.first(alert)
                : before.standing().after(alert, new Standing.Ending(at, revision));
        here.put(alert.getId(), new Entry(standing, revision));
        notifyAll();
    }

    /** The partitions are no longer those of this task; nobody looks until it is opened again. */
    synchronized void clear(Collection<TopicPartition> partitions) {
        open = false;
        partitions.forEach(entries::remove);
    }

    /** What hangs here is the present now. */
    synchronized void open() {
        open = true;
        notifyAll();
    }

    synchronized void close() {
        open = false;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** How much has been pinned up. */
    synchronized long revision() {
        return revision;
    }

    /** Waits until it is open and there is something new, but once it is open no longer than so. */
    synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!open || revision <= seen) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (open && left <= 0) {
                return;
            }
            wait(open ? left : 0);
        }
    }

    /** What became known since then: what is to be seen, and what no longer. */
    synchronized News since(long seen) {
        return news(seen, (standing, now) -> List.of());
    }

    /** The same, and all else that is to be seen. Forgets what no Alertmanager can be showing. */
    synchronized News sinceAndAllShown(long seen) {
        Instant now = clock.instant();
        entries.values()
                .forEach(here -> here.replaceAll(
                        (id, entry) -> new Entry(entry.standing().at(now, expireAfter), entry.revision())));
        return news(seen, (standing, instant) -> standing.stillShown(instant, expireAfter));
    }

    private News news(long seen, BiFunction<Standing, Instant, List<Posting>> known) {
        Instant now = clock.instant();
        List<List<Posting>> alerts = new ArrayList<>();
        for (Map<String, Entry> here : entries.values()) {
            for (Entry entry : here.values()) {
                alerts.add(
                        entry.revision() > seen
                                ? entry.standing().postings(now, expireAfter, seen)
                                : known.apply(entry.standing(), now));
            }
        }
        return new News(present(alerts), revision);
    }

    private static List<List<Posting>> present(List<List<Posting>> alerts) {
        return alerts.stream().filter(postings -> !postings.isEmpty()).toList();
    }
}
