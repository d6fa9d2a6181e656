package io.tocsin.news.find.place;

import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The wider places that a sentence names right after others, and what they say of those. */
final class WiderPlaces {

    /** {@code Kostiantynivka, a frontline city in the Donetsk region}. */
    private static final int KIND_WITHIN = 5;

    private static final Set<String> ARTICLES = Words.of("articles-before-kinds");
    private static final Set<String> KINDS = Words.of("kinds-of-towns");
    private static final Set<String> WITHIN_APPOSITION = Words.of("within-apposition");

    private final Atlas atlas;
    private final Countries countries;

    WiderPlaces(Atlas atlas, Countries countries) {
        this.atlas = atlas;
        this.countries = countries;
    }

    /**
     * A place lies in the wider one told right after it: {@code outside Alibeyli, in the Tovuz district}; {@code near
     * Abobo, in the Gambela region} is not the Abobo of another country.
     */
    List<Where> of(Sentence s, List<Where> found) {
        for (int i = found.size() - 2; i >= 0; i--) {
            Where where = found.get(i);
            Where next = found.get(i + 1);
            String country = next.place().country();
            if (!isApposed(s, where, next.at())) {
                continue;
            }
            if (where.isUnknown() && !(next.isCountry() && !isWider(s, next))) {
                found.set(i, where.in(country));
                if (next.place().site().isPresent() && next.role() == Role.AT) {
                    found.set(i + 1, next.of(Atlas.divisionOf(next.place())));
                }
            } else if (isInOtherProvince(where, next)) {
                found.set(i, inProvinceOf(next, where));
            } else if (isWider(s, next) && isElsewhere(where, next)) {
                Place there = atlas.in(country, where.name()).orElseGet(() -> Atlas.unknown(where.name(), country));
                found.set(i, where.of(there));
            }
        }
        return withinLeadingIn(found);
    }

    /** {@code In the Belgorod region, two people were hurt in the village of Murom}: no Murom of another province. */
    private List<Where> withinLeadingIn(List<Where> found) {
        Optional<Where> division = Optional.empty();
        for (int i = 0; i < found.size(); i++) {
            Where where = found.get(i);
            boolean at = where.role() == Role.AT && !where.isCountry();
            if (at && where.place().site().isEmpty()) {
                division = where.place().province().isPresent() ? Optional.of(where) : Optional.empty();
            } else if (at) {
                Optional<Where> wider = division.filter(each -> isInOtherProvince(where, each));
                if (wider.isPresent()) {
                    found.set(i, inProvinceOf(wider.get(), where));
                }
                division = Optional.empty();
            }
        }
        return found;
    }

    /** The place of the name in the province; one that the gazetteer does not know there, if the name is not well known. */
    private Where inProvinceOf(Where wider, Where where) {
        String country = wider.place().country();
        boolean small = atlas.wellKnown(where.name())
                .filter(town -> town.country().equals(country))
                .isEmpty();
        return atlas.inProvince(country, wider.place().province(), where.name())
                .or(() -> small
                        ? Optional.of(Atlas.unknown(
                                where.name(), country, wider.place().province()))
                        : Optional.empty())
                .map(where::of)
                .orElse(where);
    }

    /** Whether the name may be that of several places, or was looked for in another province: {@code Greenville, Mississippi}. */
    private boolean isInOtherProvince(Where where, Where wider) {
        boolean several = where.isCountry() && countries.named(where.name()).isEmpty();
        boolean other = where.place().site().isPresent()
                && !where.place().province().equals(wider.place().province());
        return (several || other)
                && !wider.isCountry()
                && wider.place().site().isEmpty()
                && where.place().country().equals(wider.place().country());
    }

    /** Whether the place was looked for in another country; Niger after {@code Kagara} is the state of Nigeria. */
    private boolean isElsewhere(Where where, Where wider) {
        String country = where.place().country();
        return !where.isCountry()
                && !country.equals(wider.place().country())
                && atlas.in(country, wider.name() + " province").isEmpty();
    }

    /**
     * A division that is apposed, or a country after which nothing goes on: not {@code in Kabul, Pakistani officials said},
     * {@code at Menaka, Italy's foreign ministry said}.
     */
    private static boolean isWider(Sentence s, Where next) {
        boolean ends = !s.isCapital(next.end())
                && !s.word(next.end()).equals("'s")
                && (s.word(next.end()).isEmpty() || !s.tokens().get(next.end()).isWord());
        return next.place().site().isEmpty()
                && !next.place().country().equals(Place.NOWHERE)
                && (!next.isCountry() || next.role() == Role.AT || ends);
    }

    private static boolean isWithin(Sentence s, int at) {
        return s.tokens().get(at).isWord() && !s.isCapital(at);
    }

    /** Whether the place at the position only adds to the one before it: {@code in Patikul, on the island of Sulu}. */
    static boolean isApposed(Sentence s, Where before, int at) {
        int gap = before.end();
        if (s.word(gap).equals(",") || s.word(gap).equals("(")) {
            gap++;
        }
        boolean called = ARTICLES.contains(s.word(gap)) && s.has(KINDS, gap, Math.min(at, gap + KIND_WITHIN));
        while (gap < at && (WITHIN_APPOSITION.contains(s.word(gap)) || (called && isWithin(s, gap)))) {
            gap++;
        }
        return gap == at && at > before.end() && before.role() != Role.NAMED;
    }
}
