package io.tocsin.topology;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/** Days on which there is something, in order, and how much there is on each. */
final class Days {

    static final Days NONE = new Days();

    private final IntArrayList days = new IntArrayList(2);
    private final IntArrayList counts = new IntArrayList(2);

    /** There is one more on that day. */
    void add(int day) {
        int index = first(day);
        if (isAt(index, day)) {
            counts.set(index, counts.get(index) + 1);
        } else {
            days.insert(index, day);
            counts.insert(index, 1);
        }
    }

    /** There is one less on that day; a day on which nothing is left goes. */
    void remove(int day) {
        int index = first(day);
        if (isAt(index, day) && counts.get(index) == 1) {
            removeAt(index);
        } else if (isAt(index, day)) {
            counts.set(index, counts.get(index) - 1);
        }
    }

    /** There is nothing on that day any more. */
    void drop(int day) {
        int index = first(day);
        if (isAt(index, day)) {
            removeAt(index);
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

    /** How much there is on the days with these indexes, the end excluded. */
    int within(int start, int end) {
        int sum = 0;
        for (int index = start; index < end; index++) {
            sum += counts.get(index);
        }
        return sum;
    }

    int size() {
        return days.size();
    }

    int get(int index) {
        return days.get(index);
    }

    /** How much there is on that day. */
    int count(int day) {
        int index = first(day);
        return isAt(index, day) ? counts.get(index) : 0;
    }

    boolean contains(int day) {
        return isAt(first(day), day);
    }

    private boolean isAt(int index, int day) {
        return index < days.size() && days.get(index) == day;
    }

    private void removeAt(int index) {
        days.removeAt(index);
        counts.removeAt(index);
    }
}
