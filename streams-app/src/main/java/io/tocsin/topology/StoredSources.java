package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.sources.ListenedSource;
import io.tocsin.sources.Silence;
import io.tocsin.sources.SourceStatus;
import io.tocsin.topology.state.HandlingState;
import io.tocsin.topology.state.SourceState;
import io.tocsin.watch.Handling;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The sources that one task listens to, in its store; all of them in memory too, because they are few. */
final class StoredSources {

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<SourceState> codec = new StateCodec<>(SourceState.getClassSchema());
    private final StateCodec<HandlingState> handlings = new StateCodec<>(HandlingState.getClassSchema());
    private final Map<String, ListenedSource> sources = new LinkedHashMap<>();

    StoredSources(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(each -> {
                ListenedSource source = decode(each.value);
                sources.put(source.status().id(), source);
            });
        }
    }

    Optional<ListenedSource> find(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    Collection<ListenedSource> all() {
        return List.copyOf(sources.values());
    }

    void put(ListenedSource source) {
        String id = source.status().id();
        if (!source.equals(sources.put(id, source))) {
            store.put(key(id), encode(source));
        }
    }

    /** What operators did follows where they did anything. */
    private byte[] encode(ListenedSource source) {
        byte[] state = codec.encode(state(source));
        return source.silence()
                .map(Silence::handling)
                .filter(handling -> !handling.equals(Handling.NONE))
                .map(handling -> handlings.append(state, state(handling)))
                .orElse(state);
    }

    private ListenedSource decode(byte[] bytes) {
        StateCodec.Decoded<SourceState> state = codec.decode(bytes, 0);
        Handling handling = state.end() == bytes.length
                ? Handling.NONE
                : handling(handlings.decode(bytes, state.end()).value());
        return source(state.value(), handling);
    }

    void remove(String id) {
        sources.remove(id);
        store.delete(key(id));
    }

    static SourceState state(ListenedSource source) {
        SourceStatus status = source.status();
        Optional<Silence> silence = source.silence();
        return new SourceState(
                status.id(),
                millis(status.lastPoll()),
                millis(status.lastSuccess()),
                millis(status.lastReport()),
                status.error().orElse(null),
                status.expectedInterval().map(Duration::toMillis).orElse(null),
                source.heardAt().toEpochMilli(),
                silence.map(Silence::id).orElse(null),
                silence.map(each -> each.since().toEpochMilli()).orElse(0L),
                silence.map(Silence::sequence).orElse(0),
                silence.map(Silence::over).orElse(false));
    }

    private static ListenedSource source(SourceState state, Handling handling) {
        return new ListenedSource(
                new SourceStatus(
                        state.getId(),
                        instant(state.getLastPollMs()),
                        instant(state.getLastSuccessMs()),
                        instant(state.getLastReportMs()),
                        Optional.ofNullable(state.getError()),
                        Optional.ofNullable(state.getExpectedIntervalMs()).map(Duration::ofMillis)),
                Instant.ofEpochMilli(state.getHeardAtMs()),
                Optional.ofNullable(state.getSilenceId())
                        .map(id -> new Silence(
                                id,
                                Instant.ofEpochMilli(state.getSilentSinceMs()),
                                state.getSequence(),
                                state.getOver(),
                                handling)));
    }

    static HandlingState state(Handling handling) {
        return new HandlingState(
                AnnouncedCodec.remark(handling.acknowledged()),
                AnnouncedCodec.remark(handling.muted()),
                millis(handling.mutedUntil()),
                AnnouncedCodec.remark(handling.falseAlarm()),
                handling.notes().stream()
                        .map(note -> AnnouncedCodec.remark(Optional.of(note)))
                        .toList());
    }

    private static Handling handling(HandlingState state) {
        return new Handling(
                AnnouncedCodec.remark(state.getAcknowledged()),
                AnnouncedCodec.remark(state.getMuted()),
                instant(state.getMutedUntilMs()),
                AnnouncedCodec.remark(state.getFalseAlarm()),
                state.getNotes().stream()
                        .flatMap(note -> AnnouncedCodec.remark(note).stream())
                        .toList());
    }

    private static Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    private static Optional<Instant> instant(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    private static Bytes key(String id) {
        return Bytes.wrap(id.getBytes(UTF_8));
    }
}
