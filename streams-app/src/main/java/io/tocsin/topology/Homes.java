package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Home;
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
 * Where each report is kept, and how many have a home where: in memory, some tens of bytes a report. A report is kept at one
 * place, and may have other homes that point to it. An id is known by its hash; who finds a place must look whether the
 * report is there.
 */
final class Homes {

    /** An area and a cell, and the number of the area. */
    private record Place(String area, String cell, int areaNumber) {}

    private final ToLongFunction<ReportId> hash;
    private final LongLongHashMap kept = new LongLongHashMap();
    private final Map<ReportId, Long> sharingAHash = new HashMap<>();
    private final NavigableMap<Integer, Integer> days = new TreeMap<>();
    private final LongIntHashMap sizes = new LongIntHashMap();
    private final LongIntHashMap areaSizes = new LongIntHashMap();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
    private final Map<String, Integer> areaNumbers = new HashMap<>();
    private final Map<String, IntArrayList> byCell = new HashMap<>();

    Homes() {
        this(Homes::hash);
    }

    /** @param hash of an id; the fewer ids share one, the less this costs */
    Homes(ToLongFunction<ReportId> hash) {
        this.hash = hash;
    }

    /** Where the report is kept, if it is anywhere. */
    Optional<Home> find(ReportId id) {
        Long shared = sharingAHash.get(id);
        if (shared != null) {
            return Optional.of(home(shared));
        }
        int index = kept.indexOf(hash.applyAsLong(id));
        return index < 0 ? Optional.empty() : Optional.of(home(kept.indexGet(index)));
    }

    /** How many reports have a home in the block. */
    int size(Block block) {
        if (block.cell().equals(Block.ANY)) {
            Integer area = areaNumbers.get(block.area());
            return area == null ? 0 : areaSizes.get(packed(block.day(), area));
        }
        if (!block.area().equals(Block.ANY)) {
            Integer place = numbers.getOrDefault(block.area(), Map.of()).get(block.cell());
            return place == null ? 0 : sizes.get(packed(block.day(), place));
        }
        int size = 0;
        IntArrayList cell = byCell.get(block.cell());
        for (int i = 0; cell != null && i < cell.size(); i++) {
            size += sizes.get(packed(block.day(), cell.get(i)));
        }
        return size;
    }

    /** The areas in which the cell has any report of the day. */
    List<String> areas(int day, String cell) {
        List<String> areas = new ArrayList<>();
        IntArrayList numbersOfCell = byCell.get(cell);
        for (int i = 0; numbersOfCell != null && i < numbersOfCell.size(); i++) {
            int place = numbersOfCell.get(i);
            if (sizes.get(packed(day, place)) > 0) {
                areas.add(places.get(place).area());
            }
        }
        return areas;
    }

    /** A report that was kept nowhere is kept there. */
    void add(ReportId id, Home home) {
        long packed = packed(home);
        long key = hash.applyAsLong(id);
        int index = kept.indexOf(key);
        if (index >= 0) {
            sharingAHash.put(id, packed);
        } else {
            kept.indexInsert(index, key, packed);
        }
        days.merge(home.day(), 1, Integer::sum);
        enter(home);
    }

    /** A report that was kept there is kept nowhere. */
    void remove(ReportId id, Home home) {
        if (sharingAHash.remove(id) == null) {
            kept.remove(hash.applyAsLong(id));
        }
        days.computeIfPresent(home.day(), (d, reports) -> reports == 1 ? null : reports - 1);
        leave(home);
    }

    /** A report has a home there, which points to it. */
    void enter(Home home) {
        Place place = places.get(number(home));
        sizes.addTo(packed(home), 1);
        areaSizes.addTo(packed(home.day(), place.areaNumber()), 1);
    }

    /** A report has no home there any more. */
    void leave(Home home) {
        take(sizes, packed(home));
        take(areaSizes, packed(home.day(), places.get(number(home)).areaNumber()));
    }

    private static void take(LongIntHashMap counts, long key) {
        if (counts.addTo(key, -1) == 0) {
            counts.remove(key);
        }
    }

    /** How many reports are kept. */
    int size() {
        return kept.size() + sharingAHash.size();
    }

    /** The earliest day of which any report is kept. */
    OptionalInt firstDay() {
        return days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(days.firstKey());
    }

    private int number(Home home) {
        Map<String, Integer> inArea = numbers.computeIfAbsent(home.area(), area -> new HashMap<>());
        Integer known = inArea.get(home.cell());
        if (known != null) {
            return known;
        }
        int number = places.size();
        int area = areaNumbers.computeIfAbsent(home.area(), a -> areaNumbers.size());
        places.add(new Place(home.area(), home.cell(), area));
        inArea.put(home.cell(), number);
        byCell.computeIfAbsent(home.cell(), cell -> new IntArrayList(1)).add(number);
        return number;
    }

    private Home home(long packed) {
        Place place = places.get((int) packed);
        return new Home((int) (packed >> Integer.SIZE), place.area(), place.cell());
    }

    private long packed(Home home) {
        return packed(home.day(), number(home));
    }

    private static long packed(int day, int number) {
        return (long) day << Integer.SIZE | number;
    }

    private static long hash(ReportId id) {
        return (long) Utils.murmur2((id.source() + '\0' + id.id()).getBytes(UTF_8)) << Integer.SIZE
                | Integer.toUnsignedLong(31 * id.source().hashCode() + id.id().hashCode());
    }
}
