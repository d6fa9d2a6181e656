package io.tocsin.connectors.acled;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The countries of the letters that event ids begin with. Most are ISO 3166 alpha-3 codes; ACLED has letters of its own for others
 * and publishes no list of them, so these are learnt from rows. Immutable.
 */
record Prefixes(Map<String, String> learnt) {

    static final Prefixes NONE = new Prefixes(Map.of());

    private static final int MOST = 300;

    Prefixes {
        learnt = Map.copyOf(learnt);
    }

    /** The letters that an id begins with. */
    static String of(String eventId) {
        int end = 0;
        while (end < eventId.length() && Character.isLetter(eventId.charAt(end))) {
            end++;
        }
        return eventId.substring(0, end);
    }

    Optional<String> country(String eventId) {
        String prefix = of(eventId);
        return AcledCountries.ofAlpha3(prefix).or(() -> Optional.ofNullable(learnt.get(prefix)));
    }

    /** What is known once a row with this id lies in this country; the first row of a prefix decides. */
    Prefixes with(String eventId, String country) {
        String prefix = of(eventId);
        boolean nothingNew = prefix.isEmpty() || country(eventId).isPresent() || learnt.size() >= MOST;
        if (nothingNew) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(learnt);
        more.put(prefix, country);
        return new Prefixes(more);
    }

    /** Reads what {@link #toString} writes; throws IllegalArgumentException for anything else. */
    static Prefixes parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        if (!text.matches("\\p{L}+=[A-Z]{2}( \\p{L}+=[A-Z]{2})*")) {
            throw new IllegalArgumentException("'prefixes' is not of the form \"ABC=XY DEF=ZZ\"");
        }
        return new Prefixes(Arrays.stream(text.split(" ", -1))
                .map(pair -> pair.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first)));
    }

    @Override
    public String toString() {
        return new TreeMap<>(learnt)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining(" "));
    }
}
