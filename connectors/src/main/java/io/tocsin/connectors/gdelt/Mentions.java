package io.tocsin.connectors.gdelt;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who mentions new events, by a mentions file of the same quarter of an hour. Mentions of earlier events are passed over. */
final class Mentions {

    private static final int ID = 0;
    private static final int SOURCE = 4;
    private static final int CONFIDENCE = 11;
    private static final int LEAST_WIDTH = 14;

    private final Map<Long, Of> byEvent;

    private Mentions(Map<Long, Of> byEvent) {
        this.byEvent = byEvent;
    }

    /** What is said about an event. */
    private static final class Of {

        private final Set<String> sources = new TreeSet<>();
        private int count;
        private int confidence;
    }

    /** Nobody mentions anything. */
    static Mentions none() {
        return new Mentions(Map.of());
    }

    /**
     * What a file, which may be empty, says about these events. A row that cannot be read says nothing.
     *
     * @param events their GLOBALEVENTIDs
     */
    static Mentions of(Set<Long> events, byte[] file) {
        Map<Long, Of> byEvent = new HashMap<>();
        new String(file, StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] cells = line.split("\t", -1);
            long id = number(cells[ID]);
            if (cells.length >= LEAST_WIDTH && events.contains(id)) {
                Of of = byEvent.computeIfAbsent(id, unknown -> new Of());
                of.sources.add(cells[SOURCE].strip());
                of.count++;
                of.confidence = (int) Math.max(of.confidence, number(cells[CONFIDENCE]));
            }
        });
        return new Mentions(byEvent);
    }

    private static long number(String cell) {
        try {
            return Long.parseLong(cell);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Who mentions any of the events, in alphabetical order. */
    Set<String> sources(List<Long> events) {
        Set<String> sources = new TreeSet<>();
        of(events).forEach(of -> sources.addAll(of.sources));
        sources.remove("");
        return sources;
    }

    /** How often any of the events is mentioned. */
    int count(List<Long> events) {
        return of(events).stream().mapToInt(of -> of.count).sum();
    }

    /** How certain GDELT is of its best reading of any of the events, in per cent; 0 where nobody mentions them. */
    int confidence(List<Long> events) {
        return of(events).stream().mapToInt(of -> of.confidence).max().orElse(0);
    }

    private List<Of> of(List<Long> events) {
        return events.stream().filter(byEvent::containsKey).map(byEvent::get).toList();
    }
}
