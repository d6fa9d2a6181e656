package io.tocsin.news.find.place;

import io.tocsin.news.find.place.PlaceWords.Hint;
import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Countries.Country;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Finds countries, and what they have to do with what is told: {@code in Iraq}, {@code the Iraqi army}. */
final class CountryFinder {

    private static final String CITY = "city";

    private static final Set<String> ENDINGS = Words.of("endings-of-peoples");
    private static final Set<String> OTHER_PEOPLES = Words.of("peoples-of-other-endings");
    private static final Set<String> AFTER_PLACES = Words.of("after-places");
    private static final Set<String> INITIALS = Words.of("states-by-initials");
    private static final Set<String> AFTER_STATES = Words.of("after-states");

    private final Countries countries;
    private final PlaceWords words;
    private final Surroundings surroundings;

    CountryFinder(Countries countries, PlaceWords words, Surroundings surroundings) {
        this.countries = countries;
        this.words = words;
        this.surroundings = surroundings;
    }

    /** The country, or the people of one, that is named at the position. */
    Optional<Where> at(Sentence s, int at) {
        return countries.at(s, at).filter(country -> !goesOn(s, country)).map(country -> where(s, country));
    }

    /** {@code Kuwait City}, {@code Gaza City}, {@code Niger Delta}: a longer name than the country's. */
    private boolean goesOn(Sentence s, Found<Country> country) {
        boolean kind = !country.meaning().people()
                && words.at(Hint.KIND, s, country.until()).isPresent();
        return s.isCapital(country.until()) && (kind || s.word(country.until()).equals(CITY));
    }

    private Where where(Sentence s, Found<Country> country) {
        return new Where(
                s.phrase(country.from(), country.until()),
                Atlas.country(country.meaning().code()),
                role(s, country),
                false,
                country.from(),
                country.until());
    }

    private Role role(Sentence s, Found<Country> country) {
        boolean adjective = country.meaning().people() && !isPlaceToo(s, country);
        Optional<Hint> hint = adjective ? Optional.empty() : surroundings.led(s, country.from());
        if (hint.isEmpty()) {
            return Role.NAMED;
        }
        if (hint.get() == Hint.FROM) {
            return Role.FROM;
        }
        if (Surroundings.isOfSpeakers(s, country.from(), country.until())) {
            return Role.NAMED;
        }
        boolean possessive = s.word(country.until()).equals("'s");
        return possessive || !Surroundings.isTalk(s, country.from()) ? Role.AT : Role.NAMED;
    }

    /**
     * Of a people's word only those that are names of places too, such as Gaza or Sinai, stand without a noun; {@code the
     * U.S. embassy} stands elsewhere.
     */
    private static boolean isPlaceToo(Sentence s, Found<Country> country) {
        String next = s.word(country.until());
        String last = s.word(country.until() - 1);
        if (next.isEmpty() || !Character.isLetter(next.charAt(0)) || AFTER_PLACES.contains(next)) {
            return true;
        }
        return INITIALS.contains(last)
                ? AFTER_STATES.contains(next)
                : !OTHER_PEOPLES.contains(last) && ENDINGS.stream().noneMatch(last::endsWith);
    }
}
