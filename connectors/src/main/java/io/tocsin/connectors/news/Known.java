package io.tocsin.connectors.news;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was published of which entries, those not seen for longest first.
 *
 * @param all by the entries' keys
 */
record Known(Map<String, Item> all) {

    static final Known NOTHING = new Known(Map.of());

    /** Entries that are not in the feed any longer are remembered as long as there are no more than these. */
    static final int MOST = 1_000;

    private static final String FIELD = " ";
    private static final int FIELDS = 5;

    /**
     * One entry.
     *
     * @param version of the entry, as last read
     * @param article digest of the title and text published last; empty before the first time
     * @param failures how many polls could not get its page; 0 once it was got or given up
     * @param tried whether this poll is one of them
     */
    record Item(String version, String article, int failures, boolean tried) {

        boolean read(String currentVersion) {
            return version.equals(currentVersion) && (failures == 0 || tried);
        }
    }

    Known {
        all = new LinkedHashMap<>(all);
    }

    @Override
    public Map<String, Item> all() {
        return java.util.Collections.unmodifiableMap(all);
    }

    Optional<Item> item(String key) {
        return Optional.ofNullable(all.get(key));
    }

    Known with(Map<String, Item> read) {
        Map<String, Item> next = new LinkedHashMap<>(all);
        read.forEach((key, item) -> {
            next.remove(key);
            next.put(key, item);
        });
        return new Known(next);
    }

    /** At the end of a poll: nothing has been tried in the next one yet, and no more is kept than must and may be. */
    Known settled(Set<String> listed) {
        List<String> gone = new ArrayList<>(
                all.keySet().stream().filter(key -> !listed.contains(key)).toList());
        int excess = Math.min(gone.size(), Math.max(0, all.size() - MOST));
        Map<String, Item> next = new LinkedHashMap<>(all);
        next.keySet().removeAll(gone.subList(0, excess));
        next.replaceAll((key, item) -> new Item(item.version, item.article, item.failures, false));
        return new Known(next);
    }

    /** Whether an entry waits for its page. */
    boolean waiting() {
        return all.values().stream().anyMatch(item -> item.failures > 0);
    }

    String toText() {
        StringBuilder text = new StringBuilder();
        all.forEach((key, item) -> text.append(String.join(
                        FIELD,
                        key,
                        item.version,
                        item.article,
                        Integer.toString(item.failures),
                        item.tried ? "1" : "0"))
                .append('\n'));
        return text.toString();
    }

    /** Reads what {@link #toText} writes; throws IllegalArgumentException for anything else. */
    static Known parse(String text) {
        Map<String, Item> all = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            String[] fields = line.split(FIELD, -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException("'known' has '" + line + "', which has not " + FIELDS + " fields");
            }
            all.put(fields[0], new Item(fields[1], fields[2], Integer.parseInt(fields[3]), fields[4].equals("1")));
        });
        return new Known(all);
    }
}
