package io.tocsin.topology;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/** Days on which there is something, in order. */
final class Days {

    static final Days NONE = new Days();

    private final IntArrayList days = new IntArrayList(2);

    /** Whether the day was not there before. */
    boolean add(int day) {
        int index = first(day);
        if (index < days.size() && days.get(index) == day) {
            return false;
        }
        days.insert(index, day);
        return true;
    }

    void remove(int day) {
        int index = first(day);
        if (index < days.size() && days.get(index) == day) {
            days.removeAt(index);
        }
    }

    /** How many of the days come before this one. */
    int first(long day) {
        if (day > Integer.MAX_VALUE) {
            return days.size();
        }
        if (day < Integer.MIN_VALUE) {
            return 0;
        }
        int index = Arrays.binarySearch(days.buffer, 0, days.size(), (int) day);
        return index < 0 ? -index - 1 : index;
    }

    int size() {
        return days.size();
    }

    int get(int index) {
        return days.get(index);
    }

    boolean contains(int day) {
        int index = first(day);
        return index < days.size() && days.get(index) == day;
    }
}
