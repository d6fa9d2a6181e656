package io.tocsin.news.tell;

import io.tocsin.incident.Category;
import io.tocsin.incident.TimePrecision;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What may speak for or against what an article told being an attack that happened. Each is a number, of most 1 or 0;
 * what it weighs says {@link Scales}.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without a state
public enum Sign {
    NO_TIME(holds(it -> it.draft().whenAtLast().isEmpty())),
    NO_TIME_OF_ITS_OWN(holds(it -> it.draft().when().isEmpty())),
    TIME_IN_CLAUSE(holds(it -> !it.first().moments().isEmpty())),
    TIME_IN_SENTENCE(holds(Considered::isDayInSentence)),
    TIME_OF_SCENE(holds(it -> it.draft().isStaged())),
    WORDS_TO_TIME(it -> Math.min(Limits.FAR, it.wordsToTime())),
    RECENT(holds(Considered::isRecent)),
    PART_OF_DAY(holds(it -> isTold(it, TimePrecision.PART_OF_DAY))),
    TIME_OF_DAY(holds(it -> isTold(it, TimePrecision.MINUTE))),
    MONTH(holds(it -> isTold(it, TimePrecision.MONTH))),
    WEEK(holds(it -> isTold(it, TimePrecision.WEEK))),

    NO_PLACE(holds(it -> it.draft().places().isEmpty())),
    ONLY_COUNTRY(holds(it -> !it.draft().places().isEmpty() && it.isOnlyOfCountry())),
    PLACE_IN_CLAUSE(holds(it -> !it.sites().isEmpty())),
    PLACES_IN_CLAUSE(it -> Math.min(Limits.MOST_PLACES, it.sites().size())),
    PLACE_FROM_ELSEWHERE(holds(Considered::isPlacedElsewhere)),
    SITE(holds(it ->
            it.draft().places().stream().anyMatch(where -> where.place().site().isPresent()))),

    KILLED(holds(Considered::isDeadly)),
    KILLED_MANY(holds(Considered::isDeadlyToMany)),
    INJURED(holds(it -> it.draft().harm().injured().isPresent())),
    NO_HARM(holds(it -> !it.draft().harm().isSaid())),
    PERSON_OF_NAME(holds(it -> !it.draft().victims().isEmpty())),
    TARGET(holds(it -> it.draft().aim().isPresent())),
    DOER(holds(it -> it.draft().blame().isPresent())),
    SPEAKER(holds(it -> it.draft().origin().isPresent())),
    ROUNDS(holds(it -> it.draft().quantity().isPresent())),
    BARE(holds(Considered::isBare)),

    NO_KIND(holds(it -> it.kind() == Category.UNKNOWN)),
    BOMB(holds(it -> it.kind() == Category.IED)),
    KNOWN(holds(it -> it.first().manner() == Manner.KNOWN)),
    ANOTHER(holds(it -> it.first().manner() == Manner.ANOTHER)),
    MANY(holds(it -> it.first().manner() == Manner.MANY)),
    NAMING_WORDS(it -> Math.min(Limits.MOST_WORDS, it.first().heads().size())),
    PASSIVE(holds(it -> it.hasBefore(Limits.BEFALLS, Limits.TOUCHING))),
    PLUPERFECT(holds(it -> it.hasBefore(Limits.HAD, Limits.NEAR))),
    PERFECT(holds(it -> it.hasBefore(Limits.HAS, Limits.NEAR))),
    MAY_OR_WILL(holds(it -> it.hasBefore(Limits.MAY, Limits.NEAR + 1))),
    RELATIVE_CLAUSE(holds(it -> it.hasBefore(Limits.WHO, Limits.NEAR))),
    SUBORDINATE_CLAUSE(holds(it -> it.hasBefore(Limits.WHEN, 2 * Limits.NEAR))),
    INFINITIVE(holds(it -> it.word(-1).equals("to"))),
    PARTICIPLE(holds(it -> it.word(0).endsWith("ing"))),

    ABOUT_DRILL(holds(it -> it.about().filter(Reason.DRILL::equals).isPresent())),
    ABOUT_METAPHOR(holds(it -> it.about().filter(Reason.METAPHOR::equals).isPresent())),
    ABOUT_HISTORY(holds(it -> it.about().filter(Reason.HISTORY::equals).isPresent())),
    ABOUT_ACCIDENT(holds(it -> it.about().filter(Reason.ACCIDENT::equals).isPresent())),
    GENRE_OF_DRILL(holds(it -> it.genre().filter(Reason.DRILL::equals).isPresent())),
    GENRE_OF_METAPHOR(holds(it -> it.genre().filter(Reason.METAPHOR::equals).isPresent())),
    GENRE_OF_HISTORY(holds(it -> it.genre().filter(Reason.HISTORY::equals).isPresent())),
    GENRE_OF_ACCIDENT(holds(it -> it.genre().filter(Reason.ACCIDENT::equals).isPresent())),
    GENRE_OF_PREVENTED(holds(it -> it.genre().filter(Reason.PREVENTED::equals).isPresent()));

    private final ToDoubleFunction<Considered> value;

    Sign(ToDoubleFunction<Considered> value) {
        this.value = value;
    }

    /** What is looked for, and how far. */
    private static final class Limits {
        static final int TOUCHING = 2;
        static final int NEAR = 4;
        static final int FAR = 15;
        static final int MOST_PLACES = 3;
        static final int MOST_WORDS = 4;
        static final Set<String> BEFALLS = Words.of("befalls-before");
        static final Set<String> HAD = Words.of("pluperfect");
        static final Set<String> HAS = Words.of("perfect");
        static final Set<String> MAY = Words.of("may-or-will");
        static final Set<String> WHO = Words.of("opens-relative-clause");
        static final Set<String> WHEN = Words.of("opens-clause-of-time");
    }

    /** Its name in the file of weights. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much there is of each. */
    static Map<Sign, Double> of(Considered considered) {
        Map<Sign, Double> signs = new EnumMap<>(Sign.class);
        for (Sign sign : values()) {
            signs.put(sign, sign.value.applyAsDouble(considered));
        }
        return signs;
    }

    private static ToDoubleFunction<Considered> holds(Predicate<Considered> sign) {
        return considered -> sign.test(considered) ? 1 : 0;
    }

    private static boolean isTold(Considered considered, TimePrecision precision) {
        return considered
                .draft()
                .when()
                .map(When::precision)
                .filter(precision::equals)
                .isPresent();
    }
}
