package io.tocsin.topology;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Blocks;
import io.tocsin.resolve.Home;
import io.tocsin.resolve.Known;
import io.tocsin.resolve.KnownReports;
import io.tocsin.resolve.Lying;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The reports that the resolver remembers, in the store of one task. A report is written once, under its home, so that
 * a block is a range of keys; where each report is kept, and which blocks hold any, is known in memory. So a report that
 * nobody has told before costs no look into the store, and one write. Under a second home stands its key alone. What was
 * retracted is kept in an area that nobody looks into. What was read lately stays decoded, and which reports lie in the
 * blocks of late stays known.
 */
final class StoredReports implements KnownReports {

    private static final String RETRACTED = "retracted";
    private static final byte[] POINTER = {};
    private static final int REPORTS_KEPT = 10_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Matching matching;
    private final KnownCodec codec = new KnownCodec();
    private final History history;
    private final Homes homes;
    private final StoredRulings rulings;
    private final KeptBlocks kept = new KeptBlocks();
    private final Lru<ReportId, Known> decoded = new Lru<>(REPORTS_KEPT);
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
                KeyValue<Bytes, byte[]> each = all.next();
                ReportKey key = ReportKey.of(each.key);
                if (each.value.length == 0) {
                    homes.enter(key.home(), key.id().source());
                } else {
                    homes.add(key.id(), key.home());
                }
            }
        }
    }

    @Override
    public Optional<Known> find(ReportId id) {
        Known lately = decoded.get(id);
        if (lately != null) {
            return Optional.of(lately);
        }
        Optional<Known> found = homes.find(id)
                .map(home -> store.get(new ReportKey(home, id).bytes()))
                .filter(bytes -> bytes.length > 0)
                .map(codec::decode);
        found.ifPresent(known -> {
            decoded.put(id, known);
            note(known);
        });
        return found;
    }

    @Override
    public int size(Block block) {
        return homes.size(block);
    }

    @Override
    public boolean mayHold(Blocks blocks, Predicate<String> source) {
        return homes.mayHold(blocks, source);
    }

    @Override
    public List<Lying> in(Block block) {
        if (homes.size(block) == 0) {
            return List.of();
        }
        List<Lying> all = kept.get(block);
        if (all == null) {
            all = read(block);
            kept.keep(block, all);
        }
        return all;
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
            List<Home> now = homes(known);
            List<Home> was = find(id).map(this::homes).orElse(List.of());
            if (was.isEmpty()) {
                homes.add(id, now.get(0));
                homes.note(id, matching.spot(known));
            } else {
                if (!was.get(0).equals(now.get(0))) {
                    homes.remove(id, was.get(0));
                    homes.add(id, now.get(0));
                }
                note(known);
            }
            move(id, was, now);
            store.put(new ReportKey(now.get(0), id).bytes(), codec.encode(known));
            decoded.replace(id, known);
        }
    }

    /** Blocks that are kept with another spot of it, or none, are read once more. */
    private void note(Known known) {
        if (homes.note(known.report().id(), matching.spot(known))) {
            homes(known).forEach(home -> home.blocks().forEach(kept::remove));
        }
    }

    private void move(ReportId id, List<Home> was, List<Home> now) {
        for (Home left : was) {
            if (!now.contains(left)) {
                store.delete(new ReportKey(left, id).bytes());
                left.blocks().forEach(kept::remove);
            }
        }
        for (Home left : was.subList(Math.min(1, was.size()), was.size())) {
            homes.leave(left);
        }
        for (Home entered : now.subList(1, now.size())) {
            homes.enter(entered, id.source());
            store.put(new ReportKey(entered, id).bytes(), POINTER);
        }
        for (Home entered : now) {
            if (!was.contains(entered)) {
                Lying lying = new Lying(id, homes.spot(id));
                entered.blocks().forEach(block -> kept.add(block, lying, homes.size(block)));
            }
        }
    }

    private List<Home> homes(Known known) {
        List<Home> all = matching.homes(known);
        return known.report().retracted() ? List.of(new Home(all.get(0).day(), RETRACTED, "")) : all;
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
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> oldest = store.range(null, ReportKey.day(until))) {
            while (oldest.hasNext() && keys.size() < most) {
                KeyValue<Bytes, byte[]> each = oldest.next();
                ReportKey key = ReportKey.of(each.key);
                if (each.value.length == 0) {
                    homes.leave(key.home());
                } else {
                    homes.remove(key.id(), key.home());
                    decoded.remove(key.id());
                }
                key.home().blocks().forEach(kept::remove);
                keys.add(each.key);
            }
        }
        keys.forEach(store::delete);
    }

    private List<Lying> read(Block block) {
        List<Lying> all = new ArrayList<>();
        if (block.area().equals(Block.ANY)) {
            for (String area : homes.areas(block.day(), block.cell())) {
                read(ReportKey.prefix(block.day(), area, Optional.of(block.cell())), all);
            }
        } else {
            Optional<String> cell = Optional.of(block.cell()).filter(c -> !c.equals(Block.ANY));
            read(ReportKey.prefix(block.day(), block.area(), cell), all);
        }
        return all;
    }

    private void read(Bytes prefix, List<Lying> all) {
        try (KeyValueIterator<Bytes, byte[]> range = store.prefixScan(prefix, new BytesSerializer())) {
            while (range.hasNext() && all.size() < MOST_IN_BLOCK) {
                ReportId id = ReportKey.of(range.next().key).id();
                all.add(new Lying(id, homes.spot(id)));
            }
        }
    }
}
