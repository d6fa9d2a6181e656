package io.tocsin.topology;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not used for longest. Holds decoded state, which the store can always give again. */
final class Lru<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    Lru(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
