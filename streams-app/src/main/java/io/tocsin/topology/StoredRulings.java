package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Pair;
import io.tocsin.resolve.Ruling;
import io.tocsin.topology.state.RulingState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What operators said of pairs of reports, in the store of one task; all of it in memory too, because it is little. */
final class StoredRulings {

    private static final String SEPARATOR = "\0";

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<RulingState> codec = new StateCodec<>(RulingState.getClassSchema());
    private final Map<ReportId, Map<ReportId, Ruling>> byReport = new HashMap<>();

    StoredRulings(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(each -> know(pair(each.key), decode(each.value)));
        }
    }

    Map<ReportId, Ruling> of(ReportId id) {
        return byReport.getOrDefault(id, Map.of());
    }

    void put(Pair pair, Ruling ruling) {
        know(pair, ruling);
        store.put(
                key(pair),
                codec.encode(new RulingState(
                        ruling.kind().name(), ruling.when().toEpochMilli(), ruling.action(), ruling.inWords())));
    }

    private void know(Pair pair, Ruling ruling) {
        byReport.computeIfAbsent(pair.lower(), id -> new HashMap<>()).put(pair.higher(), ruling);
        byReport.computeIfAbsent(pair.higher(), id -> new HashMap<>()).put(pair.lower(), ruling);
    }

    private Ruling decode(byte[] bytes) {
        RulingState state = codec.decode(bytes);
        return new Ruling(
                Ruling.Kind.valueOf(state.getKind()),
                Instant.ofEpochMilli(state.getWhenMs()),
                state.getAction(),
                state.getInWords());
    }

    private static Bytes key(Pair pair) {
        return Bytes.wrap(String.join(
                        SEPARATOR,
                        pair.lower().source(),
                        pair.lower().id(),
                        pair.higher().source(),
                        pair.higher().id())
                .getBytes(UTF_8));
    }

    private static Pair pair(Bytes key) {
        String[] parts = new String(key.get(), UTF_8).split(SEPARATOR, -1);
        return new Pair(new ReportId(parts[0], parts[1]), new ReportId(parts[2], parts[3]));
    }
}
