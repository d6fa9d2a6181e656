package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.news.Edition;
import io.tocsin.news.Standing;
import io.tocsin.topology.state.EditionState;
import io.tocsin.topology.state.StandingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What one task remembers of articles, in its store, by their urls. None of it is in memory: old ones are found on a walk
 * through the store that goes on a little with every tick.
 */
final class StoredEditions {

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<EditionState> codec = new StateCodec<>(EditionState.getClassSchema());
    private final StateCodec<io.tocsin.avro.Report> reports = new StateCodec<>(io.tocsin.avro.Report.getClassSchema());

    /** Where the walk goes on; null at the beginning. */
    private Bytes next;

    private Instant newest = Instant.EPOCH.minusMillis(Long.MAX_VALUE / 2);

    /** No article was last read before then; a walk before anything can be old would be in vain. */
    private Instant oldest = Instant.MAX;

    /** The same of those that this walk has met. */
    private Instant oldestMet = Instant.MAX;

    StoredEditions(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(each -> {
                EditionState state = codec.decode(each.value, 0).value();
                see(Instant.ofEpochMilli(state.getPublishedAtMs()), Instant.ofEpochMilli(state.getReadAtMs()));
            });
        }
    }

    Optional<Edition> find(String url) {
        return Optional.ofNullable(store.get(key(url))).map(this::decoded);
    }

    /** @param readAt by the clock that is gone by */
    void put(String url, Edition edition, Instant readAt) {
        store.put(key(url), encoded(edition, readAt));
        see(edition.publishedAt(), readAt);
    }

    /** The newest publication among those that are, or were, remembered; long ago where there are none. */
    Instant newest() {
        return newest;
    }

    /** Walks on past so many articles, and forgets those that were last read before then. */
    void forget(Instant before, int most) {
        if (!oldest.isBefore(before)) {
            return;
        }
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> on = store.range(next, null)) {
            for (int walked = 0; walked < most && on.hasNext(); walked++) {
                KeyValue<Bytes, byte[]> each = on.next();
                Instant readAt =
                        Instant.ofEpochMilli(codec.decode(each.value, 0).value().getReadAtMs());
                if (readAt.isBefore(before)) {
                    old.add(each.key);
                } else {
                    oldestMet = earlier(oldestMet, readAt);
                }
                next = after(each.key);
            }
            if (!on.hasNext()) {
                next = null;
                oldest = oldestMet;
                oldestMet = Instant.MAX;
            }
        }
        old.forEach(store::delete);
    }

    private void see(Instant publishedAt, Instant readAt) {
        newest = publishedAt.isAfter(newest) ? publishedAt : newest;
        oldest = earlier(oldest, readAt);
        oldestMet = earlier(oldestMet, readAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private byte[] encoded(Edition edition, Instant readAt) {
        byte[] bytes = codec.encode(new EditionState(
                edition.publishedAt().toEpochMilli(),
                edition.fetchedAt().map(Instant::toEpochMilli).orElse(null),
                readAt.toEpochMilli(),
                edition.digest(),
                edition.numbers(),
                edition.standing().stream()
                        .map(each -> new StandingState(each.number(), each.country(), each.digest()))
                        .toList()));
        for (Standing standing : edition.standing()) {
            bytes = reports.append(bytes, ReportRecords.record(standing.report()));
        }
        return bytes;
    }

    private Edition decoded(byte[] bytes) {
        StateCodec.Decoded<EditionState> first = codec.decode(bytes, 0);
        EditionState state = first.value();
        List<Standing> standing = new ArrayList<>();
        int at = first.end();
        for (StandingState each : state.getStanding()) {
            StateCodec.Decoded<io.tocsin.avro.Report> report = reports.decode(bytes, at);
            at = report.end();
            standing.add(new Standing(
                    each.getNumber(), each.getCountry(), each.getDigest(), ReportRecords.report(report.value())));
        }
        return new Edition(
                Instant.ofEpochMilli(state.getPublishedAtMs()),
                Optional.ofNullable(state.getFetchedAtMs()).map(Instant::ofEpochMilli),
                state.getDigest(),
                state.getNumbers(),
                standing);
    }

    private static Bytes key(String url) {
        return Bytes.wrap(url.getBytes(UTF_8));
    }

    private static Bytes after(Bytes key) {
        return Bytes.wrap(Arrays.copyOf(key.get(), key.get().length + 1));
    }
}
