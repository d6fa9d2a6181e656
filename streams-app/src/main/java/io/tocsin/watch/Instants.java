package io.tocsin.watch;

import java.time.Instant;
import java.util.Arrays;

/** Instants to the millisecond, in order; the same may be in it several times. How many lie in a span costs a bisection. */
final class Instants {

    private long[] millis = {};
    private int size;

    int size() {
        return size;
    }

    void add(Instant instant) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, Math.max(8, size * 2));
        }
        int index = upTo(instant);
        System.arraycopy(millis, index, millis, index + 1, size - index);
        millis[index] = instant.toEpochMilli();
        size++;
    }

    /** Takes one out, which is in it. */
    void remove(Instant instant) {
        int index = upTo(instant) - 1;
        System.arraycopy(millis, index + 1, millis, index, size - index - 1);
        size--;
    }

    /** How many are in (from, until]. */
    int within(Instant from, Instant until) {
        return upTo(until) - upTo(from);
    }

    /** How many come up to that, itself included. */
    int upTo(Instant instant) {
        long bound = instant.toEpochMilli();
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (millis[middle] <= bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long get(int index) {
        return millis[index];
    }
}
