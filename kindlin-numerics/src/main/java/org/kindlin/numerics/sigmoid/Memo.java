package org.kindlin.numerics.sigmoid;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A bounded memory of the results of a pure function, the least recently used forgotten first. What it holds decides only
 * when a result is computed, never what it is. Thread-safe.
 */
final class Memo<K, V> {
    private static final float LOAD = 0.75f;

    private final int capacity;
    private final Function<K, V> function;
    private final Map<K, V> known = new LinkedHashMap<>(16, LOAD, true);

    Memo(int capacity, Function<K, V> function) {
        this.capacity = capacity;
        this.function = function;
    }

    V get(K key) {
        synchronized (known) {
            V value = known.get(key);
            if (value != null) {
                return value;
            }
        }
        // Outside the lock: two threads may both compute, and get equal results.
        V computed = function.apply(key);
        synchronized (known) {
            known.put(key, computed);
            Iterator<K> eldest = known.keySet().iterator();
            while (known.size() > capacity) {
                eldest.next();
                eldest.remove();
            }
        }
        return computed;
    }
}
