package io.tocsin.topology;

import io.tocsin.places.Area;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** How many facts there are on which days in each area. In memory, so that no look into the store is in vain. */
final class KnownDays {

    /** The letters that each path begins with: a country, or a kind of scope that crosses borders. */
    static final int HOME_LETTERS = 2;

    private final Map<String, Days> byKey = new HashMap<>();
    private final Set<String> homes = new TreeSet<>();

    /** The first letters of all paths. */
    Set<String> homes() {
        return homes;
    }

    /** The days of an area, or of what is known by that path and no closer. */
    Days of(String key) {
        return byKey.getOrDefault(key, Days.NONE);
    }

    /** There is one fact more under the path. */
    void add(String path, int day) {
        homes.add(path.substring(0, HOME_LETTERS));
        forEachKey(path, key -> byKey.computeIfAbsent(key, k -> new Days()).add(day));
    }

    /** There is one fact less. */
    void remove(String path, int day) {
        forEachKey(path, key -> {
            Days days = of(key);
            days.remove(day);
            if (days.size() == 0) {
                byKey.remove(key);
            }
        });
    }

    /** The keys of the areas that the path lies in: its beginnings, without those that end in no name. */
    private static void forEachArea(String path, Consumer<String> consumer) {
        int start = 0;
        for (int end = HOME_LETTERS; end >= 0; end = path.indexOf(Area.SEPARATOR, start)) {
            if (end > start) {
                consumer.accept(path.substring(0, end));
            }
            start = end + 1;
        }
        if (path.length() > start) {
            consumer.accept(path);
        }
    }

    /** Those of the areas that the path lies in, and the path's own where it is that of no area. */
    static void forEachKey(String path, Consumer<String> consumer) {
        forEachArea(path, consumer);
        if (path.charAt(path.length() - 1) == Area.SEPARATOR) {
            consumer.accept(path);
        }
    }
}
