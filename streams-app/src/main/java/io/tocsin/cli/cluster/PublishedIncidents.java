package io.tocsin.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.TimePrecision;
import io.tocsin.schemas.serde.AvroSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The incidents on their topic, as the application has committed them. */
public final class PublishedIncidents {

    private final Client client;
    private final String topic;

    /** The incidents at that cluster. */
    public PublishedIncidents(Client client) {
        this.client = client;
        this.topic = client.topics().incidents().name();
    }

    /** The instant at which an incident counts. */
    public static Instant instant(Incident incident) {
        return new Occurrence(
                        incident.getOccurrence().getFrom(),
                        incident.getOccurrence().getUntil(),
                        TimePrecision.UNKNOWN)
                .instant();
    }

    /**
     * Hands over the standing incidents that are wanted, newest first.
     *
     * @param most of them that are handed over
     * @return how many there are
     */
    public int newest(Predicate<Incident> wanted, int most, Consumer<Incident> taker) {
        try (AvroSerde<Incident> serde = client.serde(Incident.class)) {
            List<Kept> kept = new ArrayList<>(standing(wanted, serde).values());
            kept.sort(Kept.NEWEST_FIRST);
            kept.stream().limit(most).map(each -> decoded(serde, each.value())).forEach(taker);
            return kept.size();
        }
    }

    /** All that is read goes through here, so of each only the bytes are kept, and of those not wanted nothing. */
    private Map<String, Kept> standing(Predicate<Incident> wanted, AvroSerde<Incident> serde) {
        Map<String, Kept> standing = new HashMap<>();
        forEach((id, value) -> {
            Incident incident = value == null ? null : decoded(serde, value);
            if (incident != null && incident.getStatus() == IncidentStatus.ACTIVE && wanted.test(incident)) {
                standing.put(id, new Kept(instant(incident), id, value));
            } else {
                standing.remove(id);
            }
        });
        return standing;
    }

    /** The latest of each of these by id, whether it stands or not; an unknown one is not among them. */
    public Map<String, Incident> find(Collection<String> ids) {
        Map<String, byte[]> latest = new HashMap<>();
        forEach((id, value) -> {
            if (ids.contains(id)) {
                latest.put(id, value);
            }
        });
        Map<String, Incident> found = new HashMap<>();
        try (AvroSerde<Incident> serde = client.serde(Incident.class)) {
            latest.forEach((id, value) -> {
                if (value != null) {
                    found.put(id, decoded(serde, value));
                }
            });
        }
        return found;
    }

    /**
     * The id of the incident that a merged one lives on in now; the one that it went into may have been merged itself.
     */
    public String survivor(Incident merged) {
        Set<String> path = new LinkedHashSet<>(Set.of(merged.getId()));
        String id = merged.getMergedInto();
        while (id != null && path.add(id)) {
            Incident next = find(Set.of(id)).get(id);
            if (next == null || next.getStatus() != IncidentStatus.MERGED) {
                return id;
            }
            id = next.getMergedInto();
        }
        return merged.getMergedInto();
    }

    private void forEach(Taker taker) {
        try (TopicReader reader = client.read(topic)) {
            reader.readToEnd(record -> taker.take(new String(record.key(), UTF_8), record.value()));
        }
    }

    private Incident decoded(AvroSerde<Incident> serde, byte[] value) {
        return serde.deserializer().deserialize(topic, value);
    }

    private record Kept(Instant instant, String id, byte[] value) {
        static final Comparator<Kept> NEWEST_FIRST =
                Comparator.comparing(Kept::instant).reversed().thenComparing(Kept::id);
    }

    private interface Taker {
        void take(String id, byte[] value);
    }
}
