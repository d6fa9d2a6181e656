package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Known;
import io.tocsin.resolve.KnownReports;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.Ruling;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The reports that the resolver remembers, in the store of one task. A report is written once, under its block, so that
 * a block is a range of keys; where each report is kept, and which blocks hold any, is known in memory. So a report that
 * nobody has told before costs no look into the store, and one write.
 *
 * <p>Keys are {@code day place 0x00 source 0x00 id}, the day in four bytes that sort as it does. What was retracted is
 * kept without a place: it lies in no block.
 */
final class StoredReports implements KnownReports {

    private static final String NO_PLACE = "";
    private static final int BLOCKS_KEPT = 1_000;
    private static final int WORTH_KEEPING = 8;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Matching matching;
    private final KnownCodec codec = new KnownCodec();
    private final History history;
    private final Homes homes;
    private final StoredRulings rulings;
    private final Lru<Block, List<ReportId>> kept = new Lru<>(BLOCKS_KEPT);
    private Instant now = Instant.EPOCH.minusMillis(Long.MAX_VALUE / 2);

    StoredReports(
            KeyValueStore<Bytes, byte[]> store,
            KeyValueStore<Bytes, byte[]> rulings,
            Matching matching,
            History history) {
        this(store, rulings, matching, history, new Homes());
    }

    StoredReports(
            KeyValueStore<Bytes, byte[]> store,
            KeyValueStore<Bytes, byte[]> rulings,
            Matching matching,
            History history,
            Homes empty) {
        this.store = store;
        this.rulings = new StoredRulings(rulings);
        this.matching = matching;
        this.history = history;
        this.homes = empty;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                byte[] key = all.next().key.get();
                homes.add(idIn(key), blockIn(key));
            }
        }
    }

    @Override
    public Optional<Known> find(ReportId id) {
        return homes.find(id).map(block -> store.get(key(block, id))).map(codec::decode);
    }

    @Override
    public List<ReportId> in(Block block) {
        if (!homes.anyIn(block)) {
            return List.of();
        }
        List<ReportId> ids = kept.get(block);
        if (ids == null) {
            ids = read(block);
            if (ids.size() >= WORTH_KEEPING) {
                kept.put(block, ids);
            }
        }
        return ids;
    }

    @Override
    public Map<ReportId, Ruling> rulings(ReportId id) {
        return rulings.of(id);
    }

    /** Remembers what the resolution says. */
    void apply(Resolution resolution) {
        resolution.rulings().forEach(rulings::put);
        for (Known known : resolution.remember()) {
            ReportId id = known.report().id();
            Block home = matching.home(known.report());
            Block block = known.report().retracted() ? new Block(home.day(), NO_PLACE) : home;
            Optional<Block> before = homes.find(id).filter(found -> store.get(key(found, id)) != null);
            if (before.isEmpty()) {
                homes.add(id, block);
                enter(block, id);
            } else if (!before.get().equals(block)) {
                homes.move(id, before.get(), block);
                store.delete(key(before.get(), id));
                kept.remove(before.get());
                enter(block, id);
            }
            store.put(key(block, id), codec.encode(known));
        }
    }

    private void enter(Block block, ReportId id) {
        List<ReportId> ids = kept.get(block);
        if (ids != null && ids.size() < MOST_IN_BLOCK) {
            ids.add(id);
        }
    }

    /** Tells what time it is: what is taken in, and what is forgotten, goes by it. */
    void setNow(Instant instant) {
        now = instant;
    }

    @Override
    public int firstDay() {
        int byTime = history.firstDay(now);
        boolean full = homes.size() >= history.mostReports();
        return full ? Math.max(byTime, homes.firstDay().orElse(byTime) + 1 + History.SETTLED_DAYS) : byTime;
    }

    /** How many reports are remembered. */
    int size() {
        return homes.size();
    }

    /** Forgets reports of days that are too far back, so many at the most. */
    void forget(int most) {
        int first = homes.firstDay().orElse(Integer.MAX_VALUE);
        boolean full = homes.size() > history.mostReports();
        int until = full ? first + 1 : history.firstRemembered(now);
        if (first >= until) {
            return;
        }
        List<byte[]> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> oldest = store.range(null, day(until))) {
            while (oldest.hasNext() && keys.size() < most) {
                keys.add(oldest.next().key.get());
            }
        }
        for (byte[] key : keys) {
            homes.remove(idIn(key), blockIn(key));
            kept.remove(blockIn(key));
            store.delete(Bytes.wrap(key));
        }
    }

    private static Bytes day(int day) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES)
                .putInt(day ^ Integer.MIN_VALUE)
                .array());
    }

    private List<ReportId> read(Block block) {
        List<ReportId> ids = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> chunk = store.prefixScan(prefix(block, 0), new BytesSerializer())) {
            while (chunk.hasNext() && ids.size() < MOST_IN_BLOCK) {
                ids.add(idIn(chunk.next().key.get()));
            }
        }
        return ids;
    }

    private static Bytes key(Block block, ReportId id) {
        byte[] source = id.source().getBytes(UTF_8);
        byte[] own = id.id().getBytes(UTF_8);
        Bytes key = prefix(block, source.length + 1 + own.length);
        ByteBuffer.wrap(key.get())
                .position(key.get().length - source.length - 1 - own.length)
                .put(source)
                .put((byte) 0)
                .put(own);
        return key;
    }

    /** The beginning of the keys of the block's reports, with room for so many bytes more. */
    private static Bytes prefix(Block block, int room) {
        byte[] place = block.place().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + place.length + 1 + room)
                .putInt(block.day() ^ Integer.MIN_VALUE)
                .put(place)
                .put((byte) 0)
                .array());
    }

    private static Block blockIn(byte[] key) {
        int end = end(key, Integer.BYTES);
        return new Block(
                ByteBuffer.wrap(key).getInt() ^ Integer.MIN_VALUE,
                new String(key, Integer.BYTES, end - Integer.BYTES, UTF_8));
    }

    private static ReportId idIn(byte[] key) {
        int source = end(key, Integer.BYTES) + 1;
        int id = end(key, source) + 1;
        return new ReportId(
                new String(key, source, id - 1 - source, UTF_8), new String(key, id, key.length - id, UTF_8));
    }

    private static int end(byte[] key, int start) {
        int end = start;
        while (key[end] != 0) {
            end++;
        }
        return end;
    }
}
