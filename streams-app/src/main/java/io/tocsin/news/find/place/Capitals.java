package io.tocsin.news.find.place;

import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Countries.Capital;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The towns that are meant by "the capital", of a country or of one of its parts. Of one article. */
final class Capitals {

    private static final String CAPITAL = "capital";

    private static final Set<String> AFTER_CAPITAL = Words.of("after-capital");

    private final Atlas atlas;
    private final Countries countries;
    private final Surroundings surroundings;
    private final List<String> ofArticle;

    Capitals(Atlas atlas, Countries countries, Surroundings surroundings, List<String> ofArticle) {
        this.atlas = atlas;
        this.countries = countries;
        this.surroundings = surroundings;
        this.ofArticle = ofArticle;
    }

    /** Whether the word at the position stands for a town whose name does not follow. */
    boolean isMeant(Sentence s, int at) {
        return s.word(at).equals(CAPITAL)
                && (provincial(s, at).isPresent() || isOfCountry(s, at) || !isNameOfCapital(s, at));
    }

    /** The town, if something happens there. */
    Optional<Where> at(Sentence s, int at) {
        Optional<Found<Capital>> provincial = provincial(s, at);
        if (provincial.isPresent()) {
            boolean led = surroundings.isLedTo(s, Math.min(at, provincial.get().from()));
            return led ? provincial(provincial.get().meaning(), at) : Optional.empty();
        }
        return Surroundings.isNear(s, at) ? Optional.empty() : ofCountry(s, at);
    }

    private Optional<Found<Capital>> provincial(Sentence s, int at) {
        return s.word(at + 1).equals(",") ? Optional.empty() : countries.provincialCapital(s, at);
    }

    private Optional<Where> provincial(Capital capital, int at) {
        return atlas.in(capital.country(), capital.name())
                .map(place -> new Where(capital.name(), place, Role.AT, false, at, at + 1));
    }

    /** {@code the capital, Tripoli}: the name follows. */
    private static boolean isNameOfCapital(Sentence s, int at) {
        return s.isCapital(at + 1) || (AFTER_CAPITAL.contains(s.word(at + 1)) && s.isCapital(at + 2));
    }

    /** {@code in the capital of Burkina Faso}. */
    private boolean isOfCountry(Sentence s, int at) {
        return s.word(at + 1).equals("of") && countries.at(s, at + 2).isPresent();
    }

    private Optional<Where> ofCountry(Sentence s, int at) {
        Optional<String> people = countries
                .at(s, at - 1)
                .or(() -> countries.at(s, at - 2).filter(found -> found.until() == at))
                .or(() -> isOfCountry(s, at) ? countries.at(s, at + 2) : Optional.empty())
                .map(found -> found.meaning().code());
        return people.or(() -> ofArticle.stream().findFirst())
                .filter(country -> surroundings.isLedTo(s, at))
                .flatMap(country -> countries
                        .capital(country)
                        .flatMap(name -> atlas.in(country, name)
                                .map(place -> new Where(name, place, Role.AT, false, at, at + 1))));
    }
}
