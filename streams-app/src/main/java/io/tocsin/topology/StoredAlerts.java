package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.Area;
import io.tocsin.places.PlaceLevel;
import io.tocsin.topology.state.AnnouncedState;
import io.tocsin.watch.AlertBook;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Episode;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Step;
import io.tocsin.watch.Tally;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was announced, in the stores of one task, and an index ordered by the time at which something is due. An alert
 * stands in the index at most once, never later than it is due; one found too early is put back.
 */
final class StoredAlerts implements AlertBook {

    private static final int SCOPES_KEPT = 50_000;
    private static final byte[] NOTHING = {0};

    /** A rule and a scope for which something may be due. */
    record Due(String rule, Area scope) {}

    private record Entry(Announced alert, Optional<Instant> indexed) {}

    private final KeyValueStore<Bytes, byte[]> alerts;
    private final KeyValueStore<Bytes, byte[]> due;
    private final StateCodec<AnnouncedState> codec = new StateCodec<>(AnnouncedState.getClassSchema());
    private final Lru<Bytes, Map<String, Entry>> scopes = new Lru<>(SCOPES_KEPT);
    private long earliestDue;

    StoredAlerts(KeyValueStore<Bytes, byte[]> alerts, KeyValueStore<Bytes, byte[]> due) {
        this.alerts = alerts;
        this.due = due;
        this.earliestDue = Long.MIN_VALUE;
    }

    @Override
    public List<Announced> of(String rule, Area scope) {
        return entries(name(rule, scope)).values().stream().map(Entry::alert).toList();
    }

    /** Every alert of the rule. */
    void forEach(String rule, Consumer<Announced> consumer) {
        Bytes prefix = Bytes.wrap((rule + '\0').getBytes(UTF_8));
        try (KeyValueIterator<Bytes, byte[]> all = alerts.prefixScan(prefix, new BytesSerializer())) {
            while (all.hasNext()) {
                consumer.accept(decode(all.next().value).alert());
            }
        }
    }

    /** Keeps the new state and what is due because of it. */
    void apply(Step step) {
        Announced alert = step.state();
        Bytes name = name(alert.rule(), alert.scope());
        Map<String, Entry> entries = entries(name);
        Bytes key = key(name, alert.id());
        Optional<Instant> indexed = Optional.ofNullable(entries.get(alert.id())).flatMap(Entry::indexed);
        Entry entry = new Entry(alert, reindexed(indexed, alert.due(step.rule()), key));
        if (!entry.equals(entries.get(alert.id()))) {
            put(name, key, entry);
        }
    }

    /**
     * Takes what is due out of the index.
     *
     * @param most so many at the most; the rest stays for the next time
     */
    List<Due> takeDue(Instant now, int most) {
        if (now.toEpochMilli() < earliestDue) {
            return List.of();
        }
        List<Bytes> taken = new ArrayList<>();
        earliestDue = Long.MAX_VALUE;
        try (KeyValueIterator<Bytes, byte[]> all = due.all()) {
            while (all.hasNext()) {
                Bytes key = all.next().key;
                long at = time(key);
                if (at > now.toEpochMilli() || taken.size() == most) {
                    earliestDue = at;
                    break;
                }
                taken.add(key);
            }
        }
        List<Due> result = new ArrayList<>();
        for (Bytes dueKey : taken) {
            due.delete(dueKey);
            Bytes key = Bytes.wrap(Arrays.copyOfRange(dueKey.get(), Long.BYTES, dueKey.get().length));
            byte[] value = alerts.get(key);
            if (value != null) {
                Announced alert = decode(value).alert();
                put(name(alert.rule(), alert.scope()), key, new Entry(alert, Optional.empty()));
                result.add(new Due(alert.rule(), alert.scope()));
            }
        }
        return result;
    }

    private Optional<Instant> reindexed(Optional<Instant> indexed, Optional<Instant> wanted, Bytes key) {
        if (wanted.isPresent() && indexed.isPresent() && !indexed.get().isAfter(wanted.get())) {
            return indexed;
        }
        indexed.ifPresent(at -> due.delete(dueKey(at, key)));
        wanted.ifPresent(at -> {
            due.put(dueKey(at, key), NOTHING);
            earliestDue = Math.min(earliestDue, at.toEpochMilli());
        });
        return wanted;
    }

    private void put(Bytes name, Bytes key, Entry entry) {
        entries(name).put(entry.alert().id(), entry);
        alerts.put(key, encode(entry));
    }

    private Map<String, Entry> entries(Bytes name) {
        Map<String, Entry> kept = scopes.get(name);
        if (kept == null) {
            kept = load(name);
            scopes.put(name, kept);
        }
        return kept;
    }

    private Map<String, Entry> load(Bytes name) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = alerts.prefixScan(name, new BytesSerializer())) {
            while (all.hasNext()) {
                Entry entry = decode(all.next().value);
                entries.put(entry.alert().id(), entry);
            }
        }
        return entries;
    }

    private byte[] encode(Entry entry) {
        Announced alert = entry.alert();
        Episode episode = alert.episode();
        return codec.encode(new AnnouncedState(
                alert.id(),
                alert.rule(),
                alert.ruleRevision(),
                alert.scope().level().name(),
                alert.scope().key(),
                alert.scope().names(),
                alert.phase().name(),
                alert.sequence(),
                episode.from().toEpochMilli(),
                episode.until().toEpochMilli(),
                episode.first().toEpochMilli(),
                episode.last().toEpochMilli(),
                episode.severity().name(),
                episode.tally().incidents(),
                episode.tally().killed(),
                episode.tally().injured(),
                List.copyOf(episode.tally().origins()),
                alert.told(),
                alert.toldSinceResolved(),
                alert.notifiedAt().toEpochMilli(),
                alert.grewSince(),
                entry.indexed().map(Instant::toEpochMilli).orElse(null)));
    }

    private Entry decode(byte[] bytes) {
        AnnouncedState state = codec.decode(bytes);
        Tally tally =
                new Tally(state.getIncidents(), state.getKilled(), state.getInjured(), Set.copyOf(state.getOrigins()));
        Episode episode = new Episode(
                Instant.ofEpochMilli(state.getFromMs()),
                Instant.ofEpochMilli(state.getUntilMs()),
                Instant.ofEpochMilli(state.getFirstMs()),
                Instant.ofEpochMilli(state.getLastMs()),
                Severity.valueOf(state.getSeverity()),
                tally);
        Announced alert = new Announced(
                state.getId(),
                state.getRule(),
                state.getRuleRevision(),
                new Area(PlaceLevel.valueOf(state.getLevel()), state.getScopeKey(), state.getScopeNames()),
                Announced.Phase.valueOf(state.getPhase()),
                state.getSequence(),
                episode,
                state.getTold(),
                state.getToldSinceResolved(),
                Instant.ofEpochMilli(state.getNotifiedAtMs()),
                state.getGrewSince());
        return new Entry(alert, Optional.ofNullable(state.getIndexedDueMs()).map(Instant::ofEpochMilli));
    }

    private static Bytes name(String rule, Area scope) {
        return Bytes.wrap((rule + '\0' + scope.key() + '\0').getBytes(UTF_8));
    }

    private static Bytes key(Bytes name, String id) {
        byte[] end = id.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(name.get().length + end.length)
                .put(name.get())
                .put(end)
                .array());
    }

    private static Bytes dueKey(Instant at, Bytes key) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + key.get().length)
                .putLong(at.toEpochMilli() ^ Long.MIN_VALUE)
                .put(key.get())
                .array());
    }

    private static long time(Bytes dueKey) {
        return ByteBuffer.wrap(dueKey.get()).getLong() ^ Long.MIN_VALUE;
    }
}
