package io.tocsin.topology;

import com.carrotsearch.hppc.LongLongHashMap;
import io.tocsin.incident.ReportId;
import io.tocsin.places.Coordinates;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Blocks;
import io.tocsin.resolve.Home;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Where each report is kept, its spot if one was noted, and how many have a home where: in memory, some tens of bytes a report. A report is kept at one
 * place, and may have other homes that point to it. An id is known by its hash; who finds a place must look whether the
 * report is there.
 */
final class Homes {

    /** An area and a cell, and the columns of the blocks that a home there lies in. */
    private record Place(String area, String cell, int columnOfArea, int column) {}

    /** Of the 64-bit hash FNV-1a by Fowler, Noll and Vo (RFC 9923), here over letters instead of bytes. */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private final ToLongFunction<ReportId> hash;
    private final LongLongHashMap kept = new LongLongHashMap();
    private final Spots spots = new Spots();
    private final Map<ReportId, Long> sharingAHash = new HashMap<>();
    private final NavigableMap<Integer, Integer> days = new TreeMap<>();
    private final BlockTallies tallies = new BlockTallies();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
    private final Map<String, List<String>> areasOfCell = new HashMap<>();

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

    /** The spot of the report that is kept, where one was noted; ids that share a hash have none. */
    Optional<Coordinates> spot(ReportId id) {
        return sharingAHash.containsKey(id) ? Optional.empty() : spots.get(hash.applyAsLong(id));
    }

    /**
     * The report, which is kept, has this spot from now on, or none.
     *
     * @return whether another was known, or none
     */
    boolean note(ReportId id, Optional<Coordinates> spot) {
        if (sharingAHash.containsKey(id)) {
            return false;
        }
        long key = hash.applyAsLong(id);
        return spot.map(point -> spots.put(key, point)).orElseGet(() -> spots.remove(key));
    }

    /** How many reports have a home in the block. */
    int size(Block block) {
        int column = tallies.column(block.area(), block.cell());
        return column == BlockTallies.NONE ? 0 : tallies.size(block.day(), column);
    }

    /** Whether any report with a home in these blocks may be of such a source. */
    boolean mayHold(Blocks blocks, Predicate<String> source) {
        int column = tallies.column(blocks.area(), blocks.cell());
        if (column != BlockTallies.NONE) {
            for (int day = blocks.first(); day <= blocks.last(); day += blocks.step()) {
                if (tallies.mayHold(day, column, source)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The areas of which the cell ever had a report, and which have any of the day. */
    List<String> areas(int day, String cell) {
        return areasOfCell.getOrDefault(cell, List.of()).stream()
                .filter(area -> size(new Block(day, area, Block.ANY)) > 0)
                .toList();
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
        enter(home, id.source());
    }

    /** A report that was kept there is kept nowhere. */
    void remove(ReportId id, Home home) {
        if (sharingAHash.remove(id) == null) {
            long key = hash.applyAsLong(id);
            kept.remove(key);
            spots.remove(key);
        }
        days.computeIfPresent(home.day(), (d, reports) -> reports == 1 ? null : reports - 1);
        leave(home);
    }

    /** A report of the source has a home there, which points to it. */
    void enter(Home home, String source) {
        Place place = places.get(number(home));
        tallies.add(home.day(), place.column(), source);
        tallies.add(home.day(), place.columnOfArea(), source);
    }

    /** A report has no home there any more. */
    void leave(Home home) {
        Place place = places.get(number(home));
        tallies.remove(home.day(), place.column());
        tallies.remove(home.day(), place.columnOfArea());
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
        places.add(new Place(
                home.area(),
                home.cell(),
                tallies.numbered(home.area(), Block.ANY),
                home.cell().isEmpty()
                        ? tallies.numbered(home.area(), home.cell())
                        : tallies.numbered(Block.ANY, home.cell())));
        inArea.put(home.cell(), number);
        areasOfCell.computeIfAbsent(home.cell(), cell -> new ArrayList<>(1)).add(home.area());
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
        return hash(id.id(), hash(id.source(), OFFSET) * PRIME);
    }

    private static long hash(String text, long before) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
