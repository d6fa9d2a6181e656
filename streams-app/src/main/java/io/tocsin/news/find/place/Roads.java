package io.tocsin.news.find.place;

import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Roads that are called after the towns at their ends: {@code on the Kaduna-Abuja highway}. */
final class Roads {

    private static final Set<String> WAYS = Words.of("ways-to-places");

    private final Atlas atlas;
    private final Surroundings surroundings;

    Roads(Atlas atlas, Surroundings surroundings) {
        this.atlas = atlas;
        this.surroundings = surroundings;
    }

    /** Somewhere on the road that has the name in capitals, outside the first of its towns. */
    Optional<Where> at(Sentence s, int at, int end, List<String> countries) {
        boolean road = end > at + 1 && WAYS.contains(s.word(end)) && !s.isCapital(end) && surroundings.isLedTo(s, at);
        for (int part = at + 1; road && part < end; part++) {
            Optional<Place> first = town(s.phrase(at, part), countries);
            Optional<Place> other = first.isPresent() ? town(s.phrase(part, end), countries) : Optional.empty();
            if (other.isPresent()) {
                String name = Where.near(s.phrase(at, part), false);
                return first.map(place -> new Where(name, place, Role.AT, false, at, end));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> town(String name, List<String> countries) {
        return atlas.in(countries, name).filter(place -> place.site().isPresent());
    }
}
