package io.tocsin.places.gazetteer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which entries bear a key. Keys are kept as 64-bit hashes: among the half a million keys of the gazetteer, a key that
 * is not there meets the hash of another once in 10<sup>13</sup>.
 *
 * @param hashes ascending
 * @param ends where the entries of each key end in {@code entries}
 * @param entries of each key, ascending
 */
public record NameIndex(long[] hashes, int[] ends, int[] entries) {

    private static final int[] NONE = {};

    /** The entries that bear the key, ascending. */
    int[] find(String key) {
        int at = Arrays.binarySearch(hashes, hash(key));
        if (at < 0) {
            return NONE;
        }
        return Arrays.copyOfRange(entries, at == 0 ? 0 : ends[at - 1], ends[at]);
    }

    /** FNV-1a over the characters, finished with the mixer of SplitMix64. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }

    /** Gathers keys; the index does not depend on the order in which they come. */
    public static final class Builder {
        private final Map<Long, TreeSet<Integer>> found = new HashMap<>();

        public void add(String key, int entry) {
            found.computeIfAbsent(hash(key), hash -> new TreeSet<>()).add(entry);
        }

        public NameIndex build() {
            long[] hashes = new long[found.size()];
            int i = 0;
            for (long hash : found.keySet()) {
                hashes[i++] = hash;
            }
            Arrays.sort(hashes);
            int[] ends = new int[hashes.length];
            int[] entries =
                    new int[found.values().stream().mapToInt(TreeSet::size).sum()];
            int end = 0;
            for (int key = 0; key < hashes.length; key++) {
                for (int entry : found.get(hashes[key])) {
                    entries[end++] = entry;
                }
                ends[key] = end;
            }
            return new NameIndex(hashes, ends, entries);
        }
    }
}
