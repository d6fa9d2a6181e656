package io.tocsin.connectors.cap;

import io.tocsin.connectors.polling.Cursor;
import io.tocsin.connectors.polling.OffsetEntries;
import io.tocsin.connectors.web.Validators;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a feed has been read.
 *
 * @param validators of the index that was read to its end
 * @param seen the entries of the index that were read, by their digests
 * @param chains what was told of which messages
 */
record CapCursor(Validators validators, Set<String> seen, Chains chains) implements Cursor {

    static final CapCursor START = new CapCursor(Validators.NONE, Set.of(), Chains.NONE);

    private static final String SEEN = "seen";
    private static final String CHAINS = "chains";
    private static final String BETWEEN_ENTRIES = " ";
    private static final String LINE = "\n";

    CapCursor {
        seen = Set.copyOf(seen);
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>(validators.toMap());
        map.put(SEEN, String.join(BETWEEN_ENTRIES, new TreeSet<>(seen)));
        map.put(
                CHAINS,
                String.join(LINE, chains.all().stream().map(Chain::toText).toList()));
        return map;
    }

    static CapCursor fromMap(OffsetEntries entries) {
        return new CapCursor(
                Validators.fromMap(entries::text),
                Set.copyOf(entries.text(SEEN)
                        .orElse("")
                        .lines()
                        .flatMap(line -> java.util.Arrays.stream(line.split(BETWEEN_ENTRIES, -1)))
                        .collect(java.util.stream.Collectors.toSet())),
                new Chains(entries.text(CHAINS)
                        .orElse("")
                        .lines()
                        .map(Chain::parse)
                        .toList()));
    }

    /** There is more of the index to read. */
    CapCursor reading(Collection<String> read, Chains told) {
        Set<String> all = new LinkedHashSet<>(seen);
        all.addAll(read);
        return new CapCursor(Validators.NONE, all, told);
    }

    /** The index was read to its end; entries that are not in it any longer are forgotten. */
    CapCursor read(Validators index, Set<String> entries, Chains told) {
        return new CapCursor(index, entries, told);
    }
}
