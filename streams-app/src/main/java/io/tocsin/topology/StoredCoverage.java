package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.watch.Coverage;
import io.tocsin.watch.CoverageInMemory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Since when each source has told of each country, in the store of one task: it only ever moves back. */
final class StoredCoverage implements Coverage {

    private static final char END = 0;

    private final KeyValueStore<Bytes, byte[]> store;
    private final CoverageInMemory known = new CoverageInMemory();

    StoredCoverage(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> each = all.next();
                String key = new String(each.key.get(), UTF_8);
                int end = key.indexOf(END);
                Instant since = Instant.ofEpochMilli(ByteBuffer.wrap(each.value).getLong());
                known.since(key.substring(0, end)).put(key.substring(end + 1), since);
            }
        }
    }

    @Override
    public Map<String, Instant> since(String home) {
        return known.since(home);
    }

    /**
     * Hears of an incident.
     *
     * @return since when the source was known to tell, if it is known now to have told earlier
     */
    Optional<Instant> heard(String home, String source, Instant at) {
        Instant told = known.since(home).get(source);
        Optional<Instant> before = known.heard(home, source, at);
        if (told == null || before.isPresent()) {
            store.put(
                    Bytes.wrap((home + END + source).getBytes(UTF_8)),
                    ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array());
        }
        return before;
    }
}
