package io.tocsin.news.lexicon;

import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.spelling.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries, by their names and those of their peoples. */
public final class Countries {

    /**
     * A country that is named.
     *
     * @param code ISO 3166-1 alpha-2
     * @param people whether the word is that of its people
     */
    public record Country(String code, boolean people) {}

    private static final Set<String> STATES = Words.of("states-called-so");

    private static final int LONGEST_PROVINCE = 4;

    private final Phrases<Country> phrases = new Phrases<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> capitals = new HashMap<>();

    private final Phrases<Capital> provincialCapitals =
            Phrases.read("provincial-capitals.tsv", 3, row -> new Capital(row.get(1), row.get(2)));

    /**
     * The capital of a province or of its people.
     *
     * @param country ISO 3166-1 alpha-2
     */
    public record Capital(String country, String name) {}

    private Countries() {}

    /** The countries of the gazetteer, and the peoples of {@code peoples.tsv}. */
    public static Countries load(Gazetteer gazetteer) {
        Countries countries = new Countries();
        for (List<String> row : Table.read("peoples.tsv", 2)) {
            for (String phrase : row.get(0).split(";", -1)) {
                countries.phrases.add(phrase, new Country(row.get(1), true));
                countries.names.put(phrase, row.get(1));
            }
        }
        for (String code : Locale.getISOCountries()) {
            String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
            if (gazetteer.country(code) != Gazetteer.NONE) {
                countries.phrases.add(Spelling.plain(name), new Country(code, false));
                countries.names.put(Spelling.plain(name), code);
            }
        }
        Table.read("capitals.tsv", 2).forEach(row -> countries.capitals.put(row.get(0), row.get(1)));
        return countries;
    }

    /** The country that is named at the position, in capital letters. */
    public Optional<Found<Country>> at(Sentence sentence, int position) {
        return sentence.isCapital(position)
                ? phrases.at(sentence, position).filter(found -> !isOfState(sentence, found))
                : Optional.empty();
    }

    /** {@code Niger state}: the name is that of a part of another country. */
    private static boolean isOfState(Sentence sentence, Found<Country> found) {
        return !found.meaning().people() && STATES.contains(sentence.word(found.until()));
    }

    /** The country of the name, whatever its capital letters. */
    public Optional<String> named(String name) {
        return Optional.ofNullable(names.get(Spelling.plain(name.strip())));
    }

    /** The capital beside the word at the position: {@code the Chechen capital}, {@code the capital of North Darfur}. */
    public Optional<Found<Capital>> provincialCapital(Sentence s, int at) {
        Optional<Found<Capital>> of = s.word(at + 1).equals("of") ? provincialCapitals.at(s, at + 2) : Optional.empty();
        return of.or(() -> provincialCapitals.endingAt(s, at, LONGEST_PROVINCE));
    }

    /** Its capital city. */
    public Optional<String> capital(String code) {
        return Optional.ofNullable(capitals.get(code));
    }
}
