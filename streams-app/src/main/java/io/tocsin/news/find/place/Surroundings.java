package io.tocsin.news.find.place;

import io.tocsin.news.find.place.PlaceWords.Hint;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** What the words around a name say of it: whether something happens there, comes from there, or is said there. */
final class Surroundings {

    private static final int WAY = 8;
    private static final int DIRECTION_BEFORE = 9;
    private static final int TALK_BEFORE = 4;
    private static final int DISTANCE_BEFORE = 7;

    /** Words that say that the name beside them is not the place itself. */
    private static final Set<String> DIRECTIONS = Words.of("directions");

    /** {@code the north-eastern town of}: of what the name is, not where from it. */
    private static final Set<String> ASIDE = Words.of("adjectives-of-direction");

    private static final Set<String> LEADS_TO_DIRECTION = Words.of("leads-to-direction");
    private static final Set<String> DISTANCES = Words.of("distances");
    private static final Set<String> TALK = Words.of("talk");

    /** Where people speak, and what may be struck itself: {@code told a court in Kano}, {@code a bomb at a court in Kano}. */
    private static final Set<String> HOUSES = Words.of("houses-of-talk");

    private static final Set<String> JUDGES = Words.of("done-in-houses-of-talk");
    private static final int HOUSE_WITHIN = 5;
    private static final int CARE_BEFORE = 8;
    private static final int CARE_BESIDE = 4;
    private static final int TO_HOSPITAL = 4;

    private static final Set<String> HOSPITALS = Words.of("hospitals");
    private static final Set<String> CARED_FOR = Words.of("cared-for");
    private static final Set<String> IN = Words.of("in-hospital");
    private static final Set<String> DIVISIONS = Words.of("divisions");
    private static final Set<String> ISLANDS = Words.of("islands");
    private static final Set<String> FACILITY_FIRST = Words.of("facility-first");

    private static final int BEFORE_KIND = 4;

    private static final Set<String> AFTER_PHRASES = Words.of("after-phrases");

    private static final Set<String> BEFORE_KINDS = Words.of("articles-before-kinds");
    private static final Set<String> BEFORE_ASIDES = Words.of("leads-to-aside-of-place");
    private static final Set<String> SITUATING = Words.of("verbs-of-lying");

    /** {@code the provincial capital, Lashkar Gah}. */
    private static final Set<String> NAMED_TOWNS = Words.of("towns-before-their-names");

    private static final Set<String> WAYS = Words.of("ways-to-places");
    private static final Set<String> SAYS = Words.of("says");
    private static final Set<String> SAID_IN = Words.of("in-which-is-said");

    private final PlaceWords words;
    private final Countries countries;

    Surroundings(PlaceWords words, Countries countries) {
        this.words = words;
        this.countries = countries;
    }

    /** How the words before lead to the name: past a few words such as "the northern city of" to a word of place. */
    Optional<Hint> led(Sentence s, int at) {
        int from = isNameOfTown(s, at) ? at - 1 : at;
        for (int steps = 0; steps < WAY && from > 0; steps++) {
            Optional<Found<Hint>> of = words.endingAt(Hint.OF, s, from);
            Optional<Found<Hint>> along = words.endingAt(Hint.AT, s, from);
            if (along.isPresent() && along.get().from() < from - 1) {
                return Optional.of(Hint.AT);
            }
            if (words.endingAt(Hint.FROM, s, from).isPresent()) {
                return Optional.of(of.isPresent() ? Hint.OF : Hint.FROM);
            }
            if (along.isPresent()) {
                return Optional.of(Hint.AT);
            }
            if (of.isPresent() && of.get().until() - of.get().from() > 1) {
                return Optional.of(comesFrom(s, of.get().from()) ? Hint.FROM : Hint.OF);
            }
            if (words.endingAt(Hint.WAY, s, from).isEmpty() && !isPeople(s, from - 1)) {
                return steps > 0 && words.endingAt(Hint.OF, s, at).isPresent()
                        ? Optional.of(Hint.OF)
                        : Optional.empty();
            }
            from--;
        }
        return Optional.empty();
    }

    /** {@code in its second city, Benghazi}: the name follows a comma. */
    private static boolean isNameOfTown(Sentence s, int at) {
        return s.word(at - 1).equals(",") && NAMED_TOWNS.contains(s.word(at - 2)) && !s.isCapital(at - 2);
    }

    /** Whether the words lead to the name, and not away from it. */
    boolean isLedTo(Sentence s, int at) {
        return led(s, at).filter(hint -> hint != Hint.FROM).isPresent();
    }

    /** {@code from the eastern state of}, but not {@code 20 km from the town of}. */
    private boolean comesFrom(Sentence s, int at) {
        int from = at;
        while (from > 0 && at - from < WAY && words.endingAt(Hint.WAY, s, from).isPresent()) {
            from--;
        }
        boolean far = DISTANCES.contains(s.word(from - 2)) || s.word(from - 2).equals("far");
        return s.word(from - 1).equals("from") && !far;
    }

    private boolean isPeople(Sentence s, int at) {
        return countries.at(s, at).isPresent()
                || (at > 0
                        && countries
                                .at(s, at - 1)
                                .filter(found -> found.until() == at + 1)
                                .isPresent());
    }

    /** {@code 20 km north of}: the place is another one, near the name. */
    static boolean isNear(Sentence s, int at) {
        for (int word = at - 1; word >= at - DIRECTION_BEFORE; word--) {
            if (DIRECTIONS.contains(s.word(word)) && !s.isCapital(word) && !ASIDE.contains(s.word(word + 1))) {
                return !s.word(word).equals("from") || DISTANCES.contains(s.word(word - 1));
            }
            boolean whose = s.isCapital(word) && s.has(NAMED_TOWNS, word + 1, at);
            boolean comma = s.word(word).equals(",") && NAMED_TOWNS.contains(s.word(word - 1));
            if (!LEADS_TO_DIRECTION.contains(s.word(word)) && !DIRECTIONS.contains(s.word(word)) && !whose && !comma) {
                return false;
            }
        }
        return false;
    }

    /** {@code on the highway to Jammu}: somewhere on the way there. */
    static boolean isOnWay(Sentence s, int at) {
        return s.word(at - 1).equals("to") && WAYS.contains(s.word(at - 2));
    }

    /** {@code km}. */
    static boolean isDistance(Sentence s, int at) {
        return DISTANCES.contains(s.word(at));
    }

    /** {@code 20 km north of}: so far is the place from the name. */
    static boolean isFar(Sentence s, int at) {
        return s.has(DISTANCES, at - DISTANCE_BEFORE, at);
    }

    /** Whether it is said at the position where the name before it lies: {@code Nikopol, which looks across the river}. */
    static boolean isSituated(Sentence s, int at) {
        return s.word(at).equals(",") && s.word(at + 1).equals("which") && SITUATING.contains(s.word(at + 2));
    }

    /** Whether somebody speaks there: {@code told reporters in Kabul}, {@code said in Ankara that}. */
    static boolean isTalk(Sentence s, int name) {
        int at = beginOfWay(s, name);
        for (int word = at - TALK_BEFORE; word < at - 1; word++) {
            boolean house = HOUSES.contains(s.word(word));
            if (TALK.contains(s.word(word)) || (house && isOfHouse(s, word, name))) {
                return true;
            }
        }
        return SAYS.contains(s.word(at - 2)) && SAID_IN.contains(s.word(at - 1));
    }

    /** Where what the name is called begins: {@code the northern town of}. */
    static int beginOfWay(Sentence s, int name) {
        int at = name;
        while (at > 0 && name - at < WAY && LEADS_TO_DIRECTION.contains(s.word(at - 1))) {
            at--;
        }
        return at;
    }

    /** {@code at a conference in Oslo}, {@code a court in Kano sentenced}: what such a house does there is no attack. */
    private static boolean isOfHouse(Sentence s, int house, int at) {
        return s.has(JUDGES, house - HOUSE_WITHIN, house) || s.has(JUDGES, at + 1, at + HOUSE_WITHIN);
    }

    /** Whether those speak who are there: {@code medics in Gaza said}. */
    static boolean isOfSpeakers(Sentence s, int at, int end) {
        return SAYS.contains(s.word(end)) && SAID_IN.contains(s.word(at - 1));
    }

    /** Whether words begin at the position that say where the name before them lies: {@code , in the west}. */
    static boolean isAside(Sentence s, int at) {
        return BEFORE_ASIDES.contains(s.word(at))
                || (DIRECTIONS.contains(s.word(at)) && s.word(at + 1).equals("of"));
    }

    /** {@code Aygepar, a village of walnut growers}. */
    boolean isExplained(Sentence s, int end) {
        boolean apposed = s.word(end).equals(",") && BEFORE_KINDS.contains(s.word(end + 1));
        for (int at = end + 2; apposed && at < end + 2 + BEFORE_KIND && !s.isCapital(at); at++) {
            Optional<Found<Hint>> kind = words.at(Hint.KIND, s, at);
            if (kind.isPresent()) {
                return endsThere(s, kind.get().until());
            }
        }
        return false;
    }

    /** Whether no other noun follows: not {@code a ward administrator}. */
    private static boolean endsThere(Sentence s, int at) {
        String next = s.word(at);
        return next.isEmpty() || !Character.isLetter(next.charAt(0)) || AFTER_PHRASES.contains(next);
    }

    /**
     * {@code died in a Kirkuk hospital}, {@code treated at the hospital in Baquba}, {@code still treated, one of them in
     * Karachi}: those whom it befell were brought there; but not {@code died when shells hit a hospital in Kirkuk}.
     */
    static boolean isHospital(Sentence s, int at, int end) {
        if (HOSPITALS.contains(s.word(end))) {
            return s.has(CARED_FOR, at - CARE_BEFORE, at - 1);
        }
        int in = beginOfWay(s, at) - 1;
        boolean ofThem = s.word(in - 1).equals("them") && s.has(CARED_FOR, in - CARE_BEFORE, in);
        return IN.contains(s.word(in)) && (ofThem || isBroughtTo(s, in - 1));
    }

    /** {@code died in hospital}, {@code was taken to a clinic}. */
    static boolean isBroughtTo(Sentence s, int hospital) {
        if (!HOSPITALS.contains(s.word(hospital))) {
            return false;
        }
        int to = hospital - 1;
        while (to > hospital - TO_HOSPITAL && !IN.contains(s.word(to))) {
            to--;
        }
        return IN.contains(s.word(to))
                && s.has(CARED_FOR, to - (s.word(to).equals("at") ? CARE_BESIDE : CARE_BEFORE), to);
    }

    /** {@code the province of Sanmatenga}. */
    static boolean isOfDivision(Sentence s, int at) {
        return s.word(at - 1).equals("of") && isDivision(s, at - 2);
    }

    /** {@code in neighbouring Nasarawa}: as large as what was told before. */
    static boolean isNeighbouring(Sentence s, int at) {
        return s.word(at - 1).equals("neighbouring") || s.word(at - 1).equals("neighboring");
    }

    /** {@code the island of Basilan}, which may be a province. */
    static boolean isOfIsland(Sentence s, int at) {
        return s.word(at - 1).equals("of") && ISLANDS.contains(s.word(at - 2));
    }

    /** Whether the word is one for a province or a district. */
    static boolean isDivision(Sentence s, int at) {
        return DIVISIONS.contains(s.word(at));
    }

    /** Whether a word within the name says that it is a base, an airport, a camp. */
    boolean isFacility(Sentence s, int at, int end) {
        for (int word = at + 1; word < end; word++) {
            Optional<Found<Hint>> facility = words.at(Hint.FACILITY, s, word);
            if (facility.isPresent() && facility.get().until() <= end) {
                return true;
            }
        }
        return FACILITY_FIRST.contains(s.word(at));
    }
}
