package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.utils.Utils;

/**
 * The block in which each report is kept, and how many are kept in each: in memory, about 40 bytes a report. An id is
 * known by its hash; who finds a block must look whether the report is there.
 */
final class Homes {

    private final ToLongFunction<ReportId> hash;
    private final LongLongHashMap blocks = new LongLongHashMap();
    private final Map<ReportId, Long> sharingAHash = new HashMap<>();
    private final LongIntHashMap sizes = new LongIntHashMap();
    private final NavigableMap<Integer, Integer> days = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> places = new ArrayList<>();

    Homes() {
        this(Homes::hash);
    }

    /** @param hash of an id; the fewer ids share one, the less this costs */
    Homes(ToLongFunction<ReportId> hash) {
        this.hash = hash;
    }

    /** Where the report is kept, if it is anywhere. */
    Optional<Block> find(ReportId id) {
        Long shared = sharingAHash.get(id);
        if (shared != null) {
            return Optional.of(block(shared));
        }
        int index = blocks.indexOf(hash.applyAsLong(id));
        return index < 0 ? Optional.empty() : Optional.of(block(blocks.indexGet(index)));
    }

    /** Whether any report is kept in the block. */
    boolean anyIn(Block block) {
        Integer place = numbers.get(block.place());
        return place != null && sizes.containsKey(packed(block.day(), place));
    }

    /** A report that was kept nowhere is kept in the block. */
    void add(ReportId id, Block block) {
        long home = packed(block);
        long key = hash.applyAsLong(id);
        int index = blocks.indexOf(key);
        if (index >= 0) {
            sharingAHash.put(id, home);
        } else {
            blocks.indexInsert(index, key, home);
        }
        enter(home, block.day());
    }

    /** A report that was kept in the block is kept nowhere. */
    void remove(ReportId id, Block block) {
        if (sharingAHash.remove(id) == null) {
            blocks.remove(hash.applyAsLong(id));
        }
        leave(packed(block), block.day());
    }

    /** How many reports are kept. */
    int size() {
        return blocks.size() + sharingAHash.size();
    }

    /** The earliest day of which any report is kept. */
    OptionalInt firstDay() {
        return days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(days.firstKey());
    }

    /** A report that was kept in the one block is kept in the other. */
    void move(ReportId id, Block from, Block to) {
        long home = packed(to);
        if (sharingAHash.replace(id, home) == null) {
            blocks.put(hash.applyAsLong(id), home);
        }
        enter(home, to.day());
        leave(packed(from), from.day());
    }

    private void enter(long block, int day) {
        sizes.addTo(block, 1);
        days.merge(day, 1, Integer::sum);
    }

    private void leave(long block, int day) {
        if (sizes.addTo(block, -1) == 0) {
            sizes.remove(block);
        }
        days.computeIfPresent(day, (d, reports) -> reports == 1 ? null : reports - 1);
    }

    private long packed(Block block) {
        return packed(block.day(), number(block.place()));
    }

    private int number(String place) {
        return numbers.computeIfAbsent(place, p -> {
            places.add(p);
            return places.size() - 1;
        });
    }

    private Block block(long packed) {
        return new Block((int) (packed >> Integer.SIZE), places.get((int) packed));
    }

    private static long packed(int day, int place) {
        return (long) day << Integer.SIZE | place;
    }

    private static long hash(ReportId id) {
        return (long) Utils.murmur2((id.source() + '\0' + id.id()).getBytes(UTF_8)) << Integer.SIZE
                | Integer.toUnsignedLong(31 * id.source().hashCode() + id.id().hashCode());
    }
}
