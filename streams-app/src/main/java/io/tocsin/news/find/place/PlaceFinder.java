package io.tocsin.news.find.place;

import io.tocsin.news.find.place.Where.Role;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Countries.Country;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placed;
import io.tocsin.places.Placing;
import io.tocsin.places.Reason;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.gazetteer.SiteKind;
import io.tocsin.places.spelling.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds places by the gazetteer, in the countries that the article speaks of. */
public final class PlaceFinder {

    private static final int LONGEST_NAME = 5;
    private static final int WAY = 6;

    /** A town that is known the world over needs no country beside it. */
    private static final int WELL_KNOWN = 60_000;

    /** Inhabitants of a city that is too large for a site. */
    private static final int METROPOLIS = 2_000_000;

    private static final int COUNTRIES = 3;

    /** A text that names more is a list of places, not news of some. */
    private static final int MOST_NAMES = 600;

    private static final Set<String> CONNECTORS = Words.of("within-place-names");

    /** Words that say that the name beside them is not the place itself. */
    private static final Set<String> NEAR = Words.of("directions");

    private static final Set<String> TALK = Words.of("talk");

    /** What stands where a place may stand, and is none. */
    private static final Set<String> NOWHERE = Words.of("nowhere");

    private static final Set<String> TITLES = Words.of("titles-of-people");

    private enum Hint {
        AT,
        FROM,
        OF,
        KIND,
        FACILITY,
        WAY
    }

    private final Gazetteer gazetteer;
    private final Placing placing;
    private final Countries countries;
    private final Map<Hint, Phrases<Hint>> hints;
    private final List<String> ofArticle;
    private final Optional<String> written;
    private final Map<String, Optional<Place>> known = new HashMap<>();
    private int names;

    /** The words about places, read once. */
    public static final class Hints {
        private final Map<Hint, Phrases<Hint>> hints = new HashMap<>();

        /** Those of {@code placewords.tsv}. */
        public static Hints load() {
            Hints words = new Hints();
            for (Hint hint : Hint.values()) {
                words.hints.put(hint, Phrases.ofRows("placewords.tsv", hint.name(), hint));
            }
            return words;
        }
    }

    /** For an article of these sentences. */
    public PlaceFinder(
            Gazetteer gazetteer,
            Placing placing,
            Countries countries,
            Hints words,
            List<Sentence> sentences,
            Optional<String> dateline) {
        this.gazetteer = gazetteer;
        this.placing = placing;
        this.countries = countries;
        this.hints = words.hints;
        this.written = dateline.map(line -> line.split("[,/]", 2)[0].strip());
        this.ofArticle = ranked(sentences, dateline);
    }

    /** The countries that the article speaks of, the one it is about first. */
    public List<String> countries() {
        return ofArticle;
    }

    /** The places that the sentence names, in order; of the positions that are taken none begins a name. */
    public List<Where> find(Sentence sentence, boolean[] taken) {
        List<Where> found = new ArrayList<>();
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
        return found;
    }

    private Optional<Where> at(Sentence s, int at, boolean[] taken, List<Where> before) {
        boolean named =
                s.isCapital(at + 1) || (Set.of(",", "of", "city").contains(s.word(at + 1)) && s.isCapital(at + 2));
        if (s.word(at).equals("capital") && !named) {
            return isNear(s, at) ? Optional.empty() : capital(s, at);
        }
        if (s.word(at).equals("here") && written.isPresent() && !s.isCapital(at)) {
            return written.flatMap(name -> lookUp(
                            name, ofArticle.subList(0, Math.min(COUNTRIES, ofArticle.size())), true)
                    .map(place -> new Where(name, place, Role.AT, false, at, at + 1)));
        }
        if (!s.isCapital(at)) {
            return Optional.empty();
        }
        Optional<Found<Country>> country = countries.at(s, at);
        if (country.isPresent() && !goesOn(s, country.get())) {
            return Optional.of(country(s, country.get()));
        }
        int end = endOfRun(s, at, taken);
        return end == at ? Optional.empty() : named(s, at, end, before);
    }

    /** {@code Kuwait City}, {@code Niger Delta}: a longer name than the country's. */
    private boolean goesOn(Sentence s, Found<Country> country) {
        return !country.meaning().people()
                && hint(Hint.KIND, s, country.until()).isPresent()
                && s.isCapital(country.until());
    }

    private Optional<Where> capital(Sentence s, int at) {
        return ofArticle.stream()
                .findFirst()
                .flatMap(country -> countries
                        .capital(country)
                        .flatMap(name ->
                                lookUp(name, country).map(place -> new Where(name, place, Role.AT, false, at, at + 1))))
                .filter(where -> led(s, at).filter(hint -> hint != Hint.FROM).isPresent());
    }

    private Where country(Sentence s, Found<Country> country) {
        Place place = ofCountry(country.meaning().code());
        Optional<Hint> hint =
                country.meaning().people() && !isPlaceToo(s, country) ? Optional.empty() : led(s, country.from());
        Role role = hint.isEmpty() ? Role.NAMED : hint.get() == Hint.FROM ? Role.FROM : Role.AT;
        boolean possessive = s.word(country.until()).equals("'s");
        boolean at = role == Role.AT && !isTalk(s, country.from());
        return new Where(
                s.phrase(country.from(), country.until()),
                place,
                at || (possessive && role == Role.AT) ? Role.AT : role == Role.FROM ? Role.FROM : Role.NAMED,
                false,
                country.from(),
                country.until());
    }

    /** Of a people's word only those that are names of places too, such as Gaza or Sinai, stand without a noun. */
    private static boolean isPlaceToo(Sentence s, Found<Country> country) {
        String next = s.word(country.until());
        String last = s.word(country.until() - 1);
        boolean adjective = last.endsWith("i")
                || last.endsWith("n")
                || last.endsWith("ese")
                || last.endsWith("ish")
                || last.endsWith("ns")
                || last.endsWith("is");
        return !adjective
                || next.isEmpty()
                || !Character.isLetter(next.charAt(0))
                || Set.of("on", "in", "and", "after", "when", "late", "early").contains(next);
    }

    private static Place ofCountry(String code) {
        return new Place(
                code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PlacePrecision.COUNTRY);
    }

    private int endOfRun(Sentence s, int at, boolean[] taken) {
        int end = at;
        while (end < s.size() && end < at + LONGEST_NAME && !taken[end]) {
            boolean figure = end > at
                    && s.text(end).length() == 1
                    && Character.isDigit(s.text(end).charAt(0));
            boolean connector = CONNECTORS.contains(s.word(end)) && s.isCapital(end + 1) && end > at;
            boolean capital = s.isCapital(end)
                    && s.tokens().get(end).isWord()
                    && (end == at || countries.at(s, end).isEmpty());
            if (!figure && !connector && !capital) {
                break;
            }
            end++;
        }
        return end;
    }

    private Optional<Where> named(Sentence s, int at, int end, List<Where> before) {
        if (++names > MOST_NAMES || (at == 0 && end == 1 && hint(Hint.AT, s, 0).isPresent())) {
            return Optional.empty();
        }
        boolean ledIn = at == 0
                && (hint(Hint.AT, s, 0).isPresent() || hint(Hint.WAY, s, 0).isPresent());
        if (ledIn) {
            return Optional.empty();
        }
        if (TITLES.contains(s.word(at - 1)) || TITLES.contains(s.word(at))) {
            return Optional.of(nobody(s, at, end));
        }
        Optional<Hint> hint = led(s, at);
        Optional<Found<Hint>> facility = hint(Hint.FACILITY, s, end);
        Optional<Found<Hint>> kind =
                hint(Hint.KIND, s, end).filter(found -> s.word(end).length() > 1);
        boolean apposed = !before.isEmpty() && apposed(s, before.get(before.size() - 1), at);
        boolean owns = s.word(end).equals("'s");
        if (hint.isEmpty() && facility.isEmpty() && kind.isEmpty() && !apposed && !owns) {
            return Optional.empty();
        }
        boolean inside = isFacility(s, at, end);
        int last = facility.map(Found::until).or(() -> kind.map(Found::until)).orElse(end);
        String plainName = s.phrase(at, last);
        List<String> here = context(before);
        for (int from = at; from < end; from++) {
            String name = from == at ? plainName : s.phrase(from, last);
            boolean isFacility = facility.isPresent() || inside;
            boolean near = hint.isPresent() && isNear(s, at) && !isFacility;
            String bare = s.phrase(from, end);
            boolean division = kind.isEmpty() && !isFacility && (apposed || isOfDivision(s, at));
            if (division) {
                Optional<Where> about = division(s, from, last, name, here, hint, apposed, before);
                if (about.isPresent()) {
                    return about;
                }
            }
            Optional<Place> place = Optional.<Place>empty()
                    .or(() -> lookUp(name, here, hint.isPresent() || isFacility || kind.isPresent()))
                    .or(() -> kind.isEmpty() ? Optional.empty() : lookUp(bare + " district", here, false))
                    .or(() -> kind.isEmpty()
                            ? Optional.empty()
                            : lookUp(bare, here, true).map(PlaceFinder::division));
            if (place.isPresent()) {
                String asked = near ? "near " + name : name;
                Role role = role(s, at, hint, apposed, before, isFacility || kind.isPresent());
                return Optional.of(new Where(asked, place.get(), role, isFacility, from, last));
            }
            if (!isFacility) {
                break;
            }
        }
        boolean there = hint.filter(each -> each == Hint.AT || each == Hint.OF).isPresent()
                && isSomewhere(s, at, end, kind.isPresent());
        return there && !here.isEmpty()
                ? Optional.of(new Where(plainName, unknown(plainName, here.get(0)), Role.AT, false, at, last))
                : Optional.empty();
    }

    /** A town bears the name of the division about it, as far as is known. */
    private static Place division(Place town) {
        return new Place(
                town.country(),
                town.province(),
                town.district(),
                Optional.empty(),
                Optional.empty(),
                town.province().isPresent() ? PlacePrecision.PROVINCE : PlacePrecision.COUNTRY);
    }

    /** Whether a name that the gazetteer does not know is one of a place. */
    private boolean isSomewhere(Sentence s, int at, int end, boolean kind) {
        String led = s.word(at - 1);
        led = led.equals("the") ? s.word(at - 2) : led;
        boolean in =
                led.equals("in") || led.equals("at") || led.equals("near") || led.equals("outside") || led.equals("of");
        boolean known = NOWHERE.contains(s.word(at)) || NOWHERE.contains(s.word(end - 1));
        return (in || kind)
                && !known
                && end - at <= 3
                && s.text(at).length() > 2
                && !s.text(at).equals(s.text(at).toUpperCase(Locale.ROOT));
    }

    private static Place unknown(String name, String country) {
        return new Place(
                country,
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                PlacePrecision.COUNTRY);
    }

    /** {@code the province of Sanmatenga}. */
    private static boolean isOfDivision(Sentence s, int at) {
        return s.word(at - 1).equals("of")
                && s.word(at - 2).matches("province|state|region|governorate|department|district|county|oblast");
    }

    /** The name as that of a province or a district, before a town is looked for that bears it too. */
    private Optional<Where> division(
            Sentence s,
            int at,
            int end,
            String name,
            List<String> here,
            Optional<Hint> hint,
            boolean apposed,
            List<Where> before) {
        for (String kind : List.of(" province", " district")) {
            Optional<Place> place = lookUp(name + kind, here, false);
            if (place.isPresent() && place.get().site().isEmpty()) {
                return Optional.of(
                        new Where(name + kind, place.get(), role(s, at, hint, apposed, before, true), false, at, end));
            }
        }
        return Optional.empty();
    }

    /** Takes up the run, so that no part of it is taken for a place. */
    private static Where nobody(Sentence s, int at, int end) {
        return new Where(s.phrase(at, end), ofCountry(Place.NOWHERE), Role.NAMED, false, at, end);
    }

    private Role role(Sentence s, int at, Optional<Hint> hint, boolean apposed, List<Where> before, boolean named) {
        if (hint.isPresent()) {
            if (hint.get() == Hint.FROM) {
                return Role.FROM;
            }
            return isTalk(s, at) ? Role.NAMED : Role.AT;
        }
        if (apposed) {
            return before.get(before.size() - 1).role();
        }
        return named ? Role.AT : Role.NAMED;
    }

    private static boolean apposed(Sentence s, Where before, int at) {
        int gap = before.end();
        if (s.word(gap).equals(",") || s.word(gap).equals("(")) {
            gap++;
        }
        while (gap < at
                && Set.of("in", "the", "of", "northern", "southern", "eastern", "western", "central")
                        .contains(s.word(gap))) {
            gap++;
        }
        return gap == at && at > before.end() && before.role() != Role.NAMED;
    }

    private boolean isFacility(Sentence s, int at, int end) {
        for (int i = at + 1; i < end; i++) {
            Optional<Found<Hint>> facility = hint(Hint.FACILITY, s, i);
            if (facility.isPresent() && facility.get().until() <= end) {
                return true;
            }
        }
        return s.word(at).equals("camp") || s.word(at).equals("fob");
    }

    /** How the words before lead to the name: past a few words such as "the northern city of" to a word of place. */
    private Optional<Hint> led(Sentence s, int at) {
        int from = at;
        for (int steps = 0; steps < WAY && from > 0; steps++) {
            Optional<Found<Hint>> of = ending(Hint.OF, s, from);
            if (ending(Hint.FROM, s, from).isPresent()) {
                return of.isPresent() ? Optional.of(Hint.OF) : Optional.of(Hint.FROM);
            }
            if (ending(Hint.AT, s, from).isPresent()) {
                return Optional.of(Hint.AT);
            }
            if (of.isPresent() && of.get().until() - of.get().from() > 1) {
                return Optional.of(comesFrom(s, of.get().from()) ? Hint.FROM : Hint.OF);
            }
            boolean people = from > 0 && isPeople(s, from - 1);
            if (ending(Hint.WAY, s, from).isEmpty() && !people) {
                return steps > 0 && ending(Hint.OF, s, at).isPresent() ? Optional.of(Hint.OF) : Optional.empty();
            }
            from--;
        }
        return Optional.empty();
    }

    /** {@code from the eastern state of}, but not {@code 20 km from the town of}. */
    private boolean comesFrom(Sentence s, int at) {
        int from = at;
        while (from > 0 && at - from < WAY && ending(Hint.WAY, s, from).isPresent()) {
            from--;
        }
        return s.word(from - 1).equals("from") && !s.word(from - 2).matches("km|kilometres|kilometers|miles|far");
    }

    private boolean isPeople(Sentence s, int at) {
        return countries.at(s, at).isPresent()
                || (at > 0
                        && countries
                                .at(s, at - 1)
                                .filter(found -> found.until() == at + 1)
                                .isPresent());
    }

    private static boolean isNear(Sentence s, int at) {
        for (int back = 1; back <= 4; back++) {
            if (NEAR.contains(s.word(at - back))) {
                return !s.word(at - back).equals("from")
                        || s.word(at - back - 1).matches("km|kilometres|kilometers|miles");
            }
            if (!s.word(at - back).matches("the|of|city|town|village|northern|southern|eastern|western")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isTalk(Sentence s, int at) {
        for (int back = 2; back <= 4; back++) {
            if (TALK.contains(s.word(at - back))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Found<Hint>> hint(Hint hint, Sentence s, int at) {
        return at < s.size() ? hints.get(hint).at(s, at) : Optional.empty();
    }

    private Optional<Found<Hint>> ending(Hint hint, Sentence s, int until) {
        return hints.get(hint).endingAt(s, until, 3);
    }

    private List<String> context(List<Where> before) {
        Set<String> here = new LinkedHashSet<>();
        before.stream()
                .filter(where -> where.role() == Role.AT)
                .map(where -> where.place().country())
                .forEach(here::add);
        here.addAll(ofArticle.subList(0, Math.min(COUNTRIES, ofArticle.size())));
        here.remove(Place.NOWHERE);
        return List.copyOf(here);
    }

    private Optional<Place> lookUp(String name, List<String> candidates, boolean certain) {
        for (String country : candidates) {
            Optional<Place> place = lookUp(name, country);
            if (place.isPresent()) {
                return place;
            }
        }
        return certain ? wellKnown(name) : Optional.empty();
    }

    private Optional<Place> lookUp(String name, String country) {
        return known.computeIfAbsent(country + ' ' + name, key -> {
            Placed placed = placing.place(
                    new Place(
                            country,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(name),
                            Optional.empty(),
                            PlacePrecision.UNKNOWN),
                    List.of());
            boolean there = placed.place().country().equals(country)
                    && !placed.reasons().contains(Reason.NAME_UNKNOWN)
                    && (placed.place().precision() != PlacePrecision.COUNTRY
                            || placed.reasons().contains(Reason.SEVERAL_OF_THE_NAME));
            return there
                    ? Optional.of(isMetropolis(placed.place()) ? within(placed.place()) : placed.place())
                    : Optional.empty();
        });
    }

    /** "In Baghdad" is anywhere among millions: no site, but its province. */
    private boolean isMetropolis(Place place) {
        if (place.precision() != PlacePrecision.SITE || place.province().isEmpty()) {
            return false;
        }
        for (int site : gazetteer.sites(Spelling.plain(place.site().orElseThrow()))) {
            boolean here = gazetteer.countryCode(gazetteer.countryOf(site)).equals(place.country());
            if (here && gazetteer.kind(site) == SiteKind.TOWN && gazetteer.weight(site) >= METROPOLIS) {
                return true;
            }
        }
        return false;
    }

    private static Place within(Place city) {
        return new Place(
                city.country(),
                city.province(),
                Optional.empty(),
                city.site(),
                city.coordinates(),
                PlacePrecision.PROVINCE);
    }

    /** The place of the name that the world speaks of, whatever its country. */
    private Optional<Place> wellKnown(String name) {
        int best = Gazetteer.NONE;
        for (int site : gazetteer.sites(Spelling.plain(name))) {
            boolean more = gazetteer.weight(site) >= WELL_KNOWN
                    && (best == Gazetteer.NONE || gazetteer.weight(site) > gazetteer.weight(best));
            best = more ? site : best;
        }
        if (best == Gazetteer.NONE || gazetteer.countryOf(best) == Gazetteer.NONE) {
            return Optional.empty();
        }
        return lookUp(name, gazetteer.countryCode(gazetteer.countryOf(best)));
    }

    private List<String> ranked(List<Sentence> sentences, Optional<String> dateline) {
        Map<String, Double> weights = new HashMap<>();
        dateline.flatMap(this::wellKnownIn).ifPresent(code -> weights.merge(code, 1.5, Double::sum));
        for (Sentence s : sentences) {
            double more = s.headline() || s.lead() ? 2 : 1;
            for (int at = 0; at < s.size(); at++) {
                Optional<Found<Country>> country = countries.at(s, at);
                if (country.isPresent()) {
                    weights.merge(country.get().meaning().code(), more * weight(s, country.get()), Double::sum);
                    at = country.get().until() - 1;
                } else if (s.isCapital(at) && at > 0) {
                    double found = more;
                    int end = endOfRun(s, at, new boolean[s.size()]);
                    if (end > at
                            && names < MOST_NAMES
                            && led(s, at).filter(hint -> hint != Hint.FROM).isPresent()
                            && !isTalk(s, at)) {
                        names++;
                        wellKnownIn(s.phrase(at, end)).ifPresent(code -> weights.merge(code, found * 1.5, Double::sum));
                    }
                    at = Math.max(at, end - 1);
                }
            }
        }
        names = 0;
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<String> wellKnownIn(String name) {
        String plain = Spelling.plain(name);
        Optional<Place> place = wellKnown(plain.split(" [0-9]", 2)[0]);
        return place.map(Place::country);
    }

    /** Where something is counts; whose it is hardly does. */
    private double weight(Sentence s, Found<Country> country) {
        if (country.meaning().people()) {
            boolean power = Set.of("US", "GB", "FR", "RU", "IL", "IR", "TR", "SA", "CN")
                    .contains(country.meaning().code());
            boolean at = led(s, country.from())
                    .filter(hint -> hint == Hint.AT || hint == Hint.OF)
                    .isPresent();
            return at ? 1.5 : power ? 0.1 : 0.5;
        }
        Optional<Hint> hint = led(s, country.from());
        return hint.isPresent() && hint.get() != Hint.FROM && !isTalk(s, country.from()) ? 3 : 1;
    }
}
