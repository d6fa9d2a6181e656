package io.tocsin.news.find.place;

import io.tocsin.news.find.place.PlaceWords.Hint;
import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds places by the gazetteer, in the countries that the article speaks of. Of one article: {@link Atlas} looks names up,
 * {@link CountryFinder} finds countries, {@link Surroundings} tell what the words around a name say of it.
 */
public final class PlaceFinder {

    private static final int COUNTRIES = 3;
    private static final int MOST_BETWEEN = 5;

    /** A text that names more is a list of places, not news of some. */
    private static final int MOST_NAMES = 600;

    private static final Set<String> NAMES_ONLY = Words.of("before-names-of-topics");
    private static final Set<String> FAR_POWERS = Words.of("far-powers");
    private static final Set<String> TITLES = Words.of("titles-of-people");

    private final Atlas atlas;
    private final PlaceWords words;
    private final Surroundings surroundings;
    private final NamedPlaces places;
    private final NameRuns runs;
    private final CountryFinder countryFinder;
    private final WiderPlaces wider;
    private final Optional<String> written;
    private final List<String> ofArticle;
    private final List<String> about;
    private final Items items;
    private final ToldPlaces told;
    private final ToldProvinces provinces;
    private final Capitals capitals;
    private final Roads roads;
    private int paragraph;
    private int names;

    /** For an article of these sentences, of which the paragraphs with these numbers have these datelines. */
    public PlaceFinder(
            Gazetteer gazetteer,
            Placing placing,
            Countries countries,
            PlaceWords words,
            List<Sentence> sentences,
            Map<Integer, String> datelines) {
        this.atlas = new Atlas(gazetteer, placing);
        this.words = words;
        this.surroundings = new Surroundings(words, countries);
        this.places = new NamedPlaces(atlas);
        this.told = new ToldPlaces(surroundings);
        this.provinces = new ToldProvinces(atlas);
        this.runs = new NameRuns(countries);
        this.wider = new WiderPlaces(atlas, countries);
        this.countryFinder = new CountryFinder(countries, words, surroundings);
        Optional<String> dateline =
                datelines.keySet().stream().min(Integer::compare).map(datelines::get);
        this.written = dateline.map(line -> line.split("[,/]", 2)[0].strip());
        CountryRanking ranking = new CountryRanking(atlas, countries, surroundings, runs, MOST_NAMES);
        this.ofArticle = ranking.of(sentences, dateline);
        this.about = ofArticle.stream()
                .filter(country -> isFirst(country) || ranking.isSpokenOf(country))
                .limit(COUNTRIES)
                .toList();
        this.capitals = new Capitals(atlas, countries, surroundings, ofArticle);
        this.roads = new Roads(atlas, surroundings);
        this.items = new Items(datelines, atlas, countries, ofArticle);
    }

    private boolean isFirst(String country) {
        return country.equals(ofArticle.get(0));
    }

    /** The countries that the article speaks of, the one it is about first. */
    public List<String> countries() {
        return ofArticle;
    }

    /** The number of the item of a digest that the paragraph belongs to; 0 where the article is none. */
    public int item(int paragraph) {
        return items.item(paragraph);
    }

    /** The country of the paragraph's item in a digest, or else of the article. */
    public Optional<String> country(int ofParagraph) {
        return items.of(ofParagraph).or(() -> ofArticle.stream().findFirst());
    }

    /**
     * The places that the sentence names, in order; of the positions that are taken none begins a name. Sentences are
     * asked in the order of the text: "there" is the place told last in the paragraph.
     */
    public List<Where> find(Sentence sentence, boolean[] taken) {
        List<Where> found = new ArrayList<>();
        told.begin(sentence.paragraph());
        paragraph = sentence.paragraph();
        for (int at = 0; at < sentence.size(); at++) {
            if (taken[at]) {
                continue;
            }
            Optional<Where> where = at(sentence, at, taken, found);
            if (where.isPresent()) {
                found.add(where.get());
                at = Math.max(at, where.get().end() - 1);
            }
        }
        List<Where> places =
                provinces.settled(withoutDoubles(sentence, Asides.apart(sentence, wider.of(sentence, found))));
        told.tell(places);
        places.stream()
                .filter(where -> where.role() == Role.AT)
                .forEach(where -> items.tell(sentence.paragraph(), where.place().country()));
        return places;
    }

    /** "The town" says nothing where another one is named. */
    private static List<Where> withoutDoubles(Sentence s, List<Where> found) {
        boolean named = found.stream()
                .anyMatch(where -> where.role() == Role.AT && !where.isCountry() && !ToldPlaces.isToldAgain(s, where));
        return named
                ? found.stream()
                        .filter(where -> !ToldPlaces.isToldAgain(s, where)
                                || found.stream()
                                        .anyMatch(other -> other.at() < where.at()
                                                && other.place().equals(where.place())))
                        .toList()
                : Routes.in(s, found);
    }

    private Optional<Where> at(Sentence s, int at, boolean[] taken, List<Where> before) {
        if (capitals.isMeant(s, at)) {
            return capitals.at(s, at);
        }
        if (s.word(at).equals("here") && written.isPresent() && !s.isCapital(at)) {
            return places.lookUp(written.get(), about, true)
                    .map(place -> new Where(
                            written.get(),
                            place,
                            Surroundings.isBroughtTo(s, at - 1) ? Role.FROM : Role.AT,
                            false,
                            at,
                            at + 1));
        }
        Optional<Where> again = told.at(s, at, before);
        if (again.isPresent()) {
            return again;
        }
        if (!s.isCapital(at) || s.word(at).equals("there")) {
            return Optional.empty();
        }
        Optional<Where> country = countryFinder.at(s, at);
        if (country.isPresent()) {
            return country;
        }
        int end = runs.end(s, at, taken);
        return end == at ? Optional.empty() : named(s, at, end, before);
    }

    private Optional<Where> named(Sentence s, int at, int end, List<Where> before) {
        boolean leadsIn = at == 0
                && (words.at(Hint.AT, s, 0).isPresent()
                        || words.at(Hint.WAY, s, 0).isPresent());
        if (++names > MOST_NAMES || leadsIn) {
            return Optional.empty();
        }
        if (TITLES.contains(s.word(at - 1)) || (TITLES.contains(s.word(at)) && !isTitledPlace(s, at, end))) {
            return Optional.of(nobody(s, at, end));
        }
        Optional<Where> road = roads.at(s, at, end, about);
        if (road.isPresent()) {
            return road;
        }
        Name name = name(s, at, end, before);
        if (!name.isCalledPlace()) {
            if (NAMES_ONLY.contains(s.word(at - 1))) {
                places.of(name, countriesOf(s, at, before)).ifPresent(told::name);
            }
            return Optional.empty();
        }
        return places.of(name, countriesOf(s, at, before));
    }

    /** {@code in Sheikh Zuweid}: it is a place that is called so. */
    private boolean isTitledPlace(Sentence s, int at, int end) {
        return end > at + 1
                && surroundings.isLedTo(s, at)
                && atlas.in(about, s.phrase(at, end)).isPresent();
    }

    private Name name(Sentence s, int at, int end, List<Where> before) {
        Optional<Found<Hint>> facility = words.at(Hint.FACILITY, s, s.word(end).equals("'s") ? end + 1 : end);
        Optional<Found<Hint>> kind =
                words.at(Hint.KIND, s, end).filter(found -> s.word(end).length() > 1);
        Optional<Where> apposed = before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.get(before.size() - 1)).filter(last -> WiderPlaces.isApposed(s, last, at));
        return new Name(
                s,
                at,
                end,
                facility.or(() -> kind).map(Found::until).orElse(end),
                surroundings
                        .led(s, at)
                        .or(() -> kind.isPresent() || isWithin(s, at, end, before)
                                ? ofTown(s, at, before)
                                : Optional.empty()),
                kind.isPresent(),
                facility.isPresent() || surroundings.isFacility(s, at, end),
                surroundings.isExplained(s, end),
                apposed);
    }

    /** {@code Helmand's Sangin}, but not {@code Helmand's Ahmadi}. */
    private boolean isWithin(Sentence s, int at, int end, List<Where> before) {
        return before.stream()
                .reduce((one, next) -> next)
                .filter(last -> last.end() == at - 1 && last.place().province().isPresent())
                .filter(last -> atlas.in(last.place().country(), s.phrase(at, end))
                        .filter(place -> place.province().equals(last.place().province()))
                        .isPresent())
                .isPresent();
    }

    /** {@code Kabul's Dasht-e-Barchi area}: something is there as it is in the town. */
    private static Optional<Hint> ofTown(Sentence s, int at, List<Where> before) {
        return before.stream()
                .reduce((one, next) -> next)
                .filter(last -> last.end() == at - 1 && s.word(at - 1).equals("'s"))
                .filter(last -> last.role() != Role.NAMED)
                .map(last -> last.role() == Role.AT ? Hint.OF : Hint.FROM);
    }

    /** Takes up the run, so that no part of it is taken for a place. */
    private static Where nobody(Sentence s, int at, int end) {
        return new Where(s.phrase(at, end), Atlas.country(Place.NOWHERE), Role.NAMED, false, at, end);
    }

    /** {@code the Turkish border town of Kilis}, {@code the Egyptian side of Rafah}: whose town it is. */
    private boolean leadsTo(Sentence s, int from, int at) {
        if (at - from > MOST_BETWEEN || !s.word(at - 1).equals("of")) {
            return false;
        }
        for (int word = from; word < at; word++) {
            if (s.isCapital(word) || !s.tokens().get(word).isWord()) {
                return false;
            }
        }
        return surroundings.isLedTo(s, at);
    }

    /** Those that the sentence speaks of, that of the people before the name first; then those that the article does, last those whose people are named. */
    private List<String> countriesOf(Sentence s, int at, List<Where> before) {
        Set<String> here = new LinkedHashSet<>();
        before.stream()
                .reduce((one, next) -> next)
                .filter(last -> last.isCountry() && leadsTo(s, last.end(), at))
                .ifPresent(last -> here.add(last.place().country()));
        boolean foreign = before.stream()
                .reduce((one, next) -> next)
                .filter(last -> WiderPlaces.isApposed(s, last, at)
                        && !about.contains(last.place().country()))
                .isPresent();
        if (foreign) {
            here.addAll(about);
        }
        before.stream()
                .filter(where -> where.role() == Role.AT)
                .map(where -> where.place().country())
                .forEach(here::add);
        items.told(paragraph).ifPresent(here::add);
        boolean unset = here.isEmpty();
        here.addAll(about);
        if (unset) {
            before.stream()
                    .filter(Where::isCountry)
                    .map(where -> where.place().country())
                    .filter(country -> !FAR_POWERS.contains(country))
                    .forEach(here::add);
        }
        here.remove(Place.NOWHERE);
        return List.copyOf(here);
    }
}
