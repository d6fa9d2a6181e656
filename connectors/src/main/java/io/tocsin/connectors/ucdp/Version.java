package io.tocsin.connectors.ucdp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release: {@code 25.1} the yearly one of 2025, which covers all up to the end of 2024; {@code 25.0.3} the candidate events of
 * March 2025.
 *
 * @param year without its century
 * @param month 1 to 12 for candidate events, 0 for the yearly release
 */
record Version(int year, int month) {

    private static final Pattern YEARLY = Pattern.compile("(\\d{2})\\.1");
    private static final Pattern CANDIDATE = Pattern.compile("(\\d{2})\\.0\\.(\\d{1,2})");
    private static final int MONTHS = 12;
    private static final int AFTER_ALL_MONTHS = 99;

    Version {
        boolean there = year >= 1 && year <= 99 && month >= 0 && month <= MONTHS;
        if (!there) {
            throw new IllegalArgumentException("there is no version of year " + year + ", month " + month);
        }
    }

    /** Reads what {@link #toString} writes; throws IllegalArgumentException for anything else. */
    static Version parse(String text) {
        Matcher yearly = YEARLY.matcher(text);
        if (yearly.matches()) {
            return new Version(Integer.parseInt(yearly.group(1)), 0);
        }
        Matcher candidate = CANDIDATE.matcher(text);
        if (candidate.matches() && Integer.parseInt(candidate.group(2)) > 0) {
            return new Version(Integer.parseInt(candidate.group(1)), Integer.parseInt(candidate.group(2)));
        }
        throw new IllegalArgumentException("'" + text + "' is no version such as 25.1 or 25.0.3");
    }

    boolean yearly() {
        return month == 0;
    }

    /** The next one of its sort. */
    Version next() {
        if (yearly()) {
            return new Version(year + 1, 0);
        }
        return month == MONTHS ? new Version(year + 1, 1) : new Version(year, month + 1);
    }

    /** The first candidate events that a yearly release does not cover. */
    Version firstCandidate() {
        return new Version(year, 1);
    }

    /** What a yearly release replaces: the one before it, and the candidate events of the year that it adds. */
    List<Version> replaced() {
        List<Version> replaced = new ArrayList<>();
        replaced.add(new Version(year - 1, 0));
        for (int each = 1; each <= MONTHS; each++) {
            replaced.add(new Version(year - 1, each));
        }
        return replaced;
    }

    /**
     * The revision of what it says: higher than that of all it replaces. Even, so that there is an odd one below for taking back what
     * was said of the event in another country.
     */
    int revision() {
        int round = yearly() ? (year - 1) * 100 + AFTER_ALL_MONTHS : year * 100 + month;
        return 2 * round;
    }

    @Override
    public String toString() {
        return yearly() ? "%02d.1".formatted(year) : "%02d.0.%d".formatted(year, month);
    }
}
