package io.tocsin.news.find.place;

import io.tocsin.news.lexicon.Countries;
import io.tocsin.places.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The countries of the items of a digest, as their datelines ({@code GROZNY. A sergeant …}), their headings
 * ({@code SWEDEN - On Sunday …}) and what they name tell: a paragraph without a country of its own speaks of the one
 * before it in the item.
 */
final class Items {

    private static final int FEWEST = 2;
    private static final int FEWEST_OF_DIGEST = 3;

    private final NavigableMap<Integer, String> countries = new TreeMap<>();
    private final Map<Integer, String> told = new HashMap<>();
    private final NavigableSet<Integer> begins;

    /** Of an article whose paragraphs with these numbers have these datelines. */
    Items(Map<Integer, String> datelines, Atlas atlas, Countries known, List<String> ofArticle) {
        begins = datelines.size() >= FEWEST_OF_DIGEST ? new TreeSet<>(datelines.keySet()) : new TreeSet<>();
        if (datelines.size() >= FEWEST) {
            datelines.forEach((paragraph, line) ->
                    country(line, atlas, known, ofArticle).ifPresent(country -> countries.put(paragraph, country)));
        }
    }

    private static Optional<String> country(String line, Atlas atlas, Countries known, List<String> ofArticle) {
        for (String part : line.split("[,/]", -1)) {
            Optional<String> country = known.named(part);
            if (country.isPresent()) {
                return country;
            }
        }
        String town = line.split("[,/]", 2)[0].strip();
        return atlas.famous(town)
                .or(() -> atlas.in(ofArticle, town))
                .or(() -> atlas.wellKnown(town))
                .map(Place::country);
    }

    /** Something happens in the country, says the paragraph. */
    void tell(int paragraph, String country) {
        told.put(paragraph, country);
    }

    /** The country that the paragraph speaks of, as far as it is told yet. */
    Optional<String> told(int paragraph) {
        return Optional.ofNullable(told.get(paragraph)).or(() -> of(paragraph));
    }

    /** The number of the item of the paragraph. */
    int item(int paragraph) {
        return begins.headSet(paragraph, true).size();
    }

    /** The country of the item of the paragraph. */
    Optional<String> of(int paragraph) {
        return Optional.ofNullable(countries.floorEntry(paragraph)).map(Map.Entry::getValue);
    }
}
