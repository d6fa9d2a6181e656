package io.tocsin.news.find.place;

import static java.util.stream.Collectors.toSet;

import io.tocsin.news.find.place.PlaceWords.Hint;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Countries.Country;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import io.tocsin.places.spelling.Spelling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which countries an article speaks of, the one that it is about first: where something is counts, whose it is hardly. */
final class CountryRanking {

    private static final double FIRST = 2;
    private static final double COUNTRY_LED_TO = 3;
    private static final double COUNTRY_NAMED = 1;
    private static final double TOWN = 1.5;
    private static final double PEOPLE_LED_TO = 1.5;
    private static final double PEOPLE_NAMED = 0.5;
    private static final double POWER_NAMED = 0.1;
    private static final double PROVINCE = 1;

    /** How much less than a place in the text the one counts where it was written. */
    private static final double WRITTEN = 0.5;

    /** A name of places in more countries than these says nothing of them. */
    private static final int FEW_COUNTRIES = 4;

    /** An article of which less is known than this is asked for the provinces that it names. */
    private static final double WELL_KNOWN = 2;

    /** How much of the first country's weight one must have that is known by its small towns alone. */
    private static final double SHARE = 0.5;

    /** The same of those whose small towns may be meant. */
    private static final double SHARE_OF_SPOKEN = 0.2;

    /** Whose people are spoken of wherever something happens. */
    private static final Set<String> POWERS = Words.of("powers");

    private static final Set<String> BORDERS = Words.of("borders");

    /** After the name of a people: {@code the Turkish-run clinic} stands elsewhere. */
    private static final Set<String> LINKED = Words.of("linked-to-people");

    private final Atlas atlas;
    private final Countries countries;
    private final Surroundings surroundings;
    private final NameRuns runs;
    private final int mostNames;
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<String, Double> towns = new LinkedHashMap<>();
    private final Map<String, Double> spokenOf = new HashMap<>();
    private final Set<String> ledTo = new HashSet<>();

    CountryRanking(Atlas atlas, Countries countries, Surroundings surroundings, NameRuns runs, int mostNames) {
        this.atlas = atlas;
        this.countries = countries;
        this.surroundings = surroundings;
        this.runs = runs;
        this.mostNames = mostNames;
    }

    /** The countries of the sentences and of the place that they were written at. */
    List<String> of(List<Sentence> sentences, Optional<String> dateline) {
        dateline.ifPresent(this::addDateline);
        sentences.forEach(this::add);
        boolean known = !ledTo.isEmpty() || weights.values().stream().anyMatch(weight -> weight >= WELL_KNOWN);
        Set<String> named = Set.copyOf(weights.keySet());
        spokenOf.putAll(weights);
        towns.forEach((name, more) -> voteByTown(name, more, named, known));
        double most =
                weights.values().stream().mapToDouble(weight -> weight).max().orElse(0);
        return weights.entrySet().stream()
                .filter(entry -> named.contains(entry.getKey()) || entry.getValue() >= most * SHARE)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether something happens there, by the text, or it was written there, or it is named often enough, its towns left aside. */
    boolean isSpokenOf(String country) {
        double most =
                spokenOf.values().stream().mapToDouble(weight -> weight).max().orElse(0);
        return ledTo.contains(country) || spokenOf.getOrDefault(country, 0.0) >= most * SHARE_OF_SPOKEN;
    }

    /** {@code NAMPULA, Mozambique}. */
    private void addDateline(String line) {
        for (String part : line.split("[,/]", -1)) {
            Optional<String> country = countries.named(part);
            if (country.isPresent()) {
                ledTo.add(country.get());
                weights.merge(country.get(), COUNTRY_NAMED, Double::sum);
            } else {
                atlas.famous(part.strip()).map(Place::country).ifPresent(ledTo::add);
                addTown(part.strip(), WRITTEN);
            }
        }
    }

    private void add(Sentence s) {
        double more = s.headline() || s.lead() ? FIRST : 1;
        for (int at = 0; at < s.size(); at++) {
            Optional<Found<Country>> country = countries.at(s, at);
            if (country.isPresent()) {
                double weight = weight(s, country.get());
                weights.merge(country.get().meaning().code(), more * weight, Double::sum);
                if (weight >= PEOPLE_LED_TO) {
                    ledTo.add(country.get().meaning().code());
                }
                at = country.get().until() - 1;
            } else if (s.isCapital(at) && at > 0) {
                int end = runs.end(s, at, new boolean[s.size()]);
                if (end > at
                        && towns.size() < mostNames
                        && surroundings.isLedTo(s, at)
                        && !Surroundings.isTalk(s, at)) {
                    addTown(s.phrase(at, end), more);
                }
                at = Math.max(at, end - 1);
            }
        }
    }

    /** A town that is known the world over tells its country; others vote when all is read. */
    private void addTown(String name, double more) {
        String town = Spelling.plain(name).split(" [0-9]", 2)[0];
        atlas.famous(town)
                .map(Place::country)
                .ifPresentOrElse(
                        code -> weights.merge(code, more * TOWN, Double::sum),
                        () -> towns.merge(town, more, Double::sum));
    }

    /** For those of its countries that the text names; else for the one where it is large; else, if need be, for all. */
    private void voteByTown(String name, double more, Set<String> named, boolean known) {
        Set<String> candidates = atlas.countriesOf(name);
        Set<String> spokenOf = candidates.stream().filter(named::contains).collect(toSet());
        Optional<String> largest = atlas.wellKnown(name).map(Place::country);
        if (largest.isPresent() && (spokenOf.isEmpty() || spokenOf.contains(largest.get()))) {
            vote(Set.of(largest.get()), more * TOWN);
        } else if (known || !spokenOf.isEmpty()) {
            vote(spokenOf, more * TOWN);
        } else {
            vote(candidates, more * TOWN);
            vote(atlas.countriesOfProvince(name), more * PROVINCE);
        }
    }

    /** For the countries that have a place of the name: more than a few say nothing of it. */
    private void vote(Set<String> candidates, double weight) {
        if (candidates.size() <= FEW_COUNTRIES) {
            candidates.forEach(code -> weights.merge(code, weight / candidates.size(), Double::sum));
        }
    }

    private double weight(Sentence s, Found<Country> country) {
        Optional<Hint> hint = surroundings.led(s, country.from());
        if (country.meaning().people()) {
            if (LINKED.contains(s.word(country.until()))) {
                return 0;
            }
            boolean ledTo = hint.isPresent() && (hint.get() == Hint.AT || hint.get() == Hint.OF);
            return ledTo ? PEOPLE_LED_TO : POWERS.contains(country.meaning().code()) ? POWER_NAMED : PEOPLE_NAMED;
        }
        if (isBeyondBorder(s, country.from())) {
            return POWER_NAMED;
        }
        boolean ledTo = hint.isPresent() && hint.get() != Hint.FROM;
        return ledTo && !Surroundings.isTalk(s, country.from()) ? COUNTRY_LED_TO : COUNTRY_NAMED;
    }

    /** {@code near the border with Mali}, {@code which borders Ukraine}: it happened on this side of it. */
    private static boolean isBeyondBorder(Sentence s, int at) {
        int border = s.word(at - 1).equals("with") ? at - 2 : at - 1;
        return BORDERS.contains(s.word(border));
    }
}
