package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Whether what is told is a number of attacks, or what is said of all that are counted. */
final class Totals {

    /** Up to so many may be told as one attack. */
    static final int MOST_COUNTED_AS_ONE = 3;

    private static final int MANY_FIRED = 20;
    private static final int COUNT_WITHIN = 3;
    private static final int TIMES_WITHIN = 12;
    private static final int DAYS_WITHIN = 6;
    private static final int FLYING_WITHIN = 3;
    private static final int COUNTED_WITHIN = 4;

    private static final Set<String> OF = Set.of("of");
    private static final Set<String> FLYING = Words.of("flying");
    private static final Set<String> TIMES = Words.of("counted-times");
    private static final Set<String> DAYS = Words.of("counts-days");
    private static final Set<String> COUNTED = Words.of("counted-attacks");
    private static final Set<String> BEFORE_COUNTED = Words.of("before-counted");
    private static final Set<String> ALONE = Words.of("alone");
    private static final Set<String> PARTS = Words.of("clause-ends");
    private static final Set<Category> OF_ONE_PERSON = Set.of(Category.SHOOTING, Category.STABBING);

    private Totals() {}

    /** Of the word that names it. */
    static boolean is(Candidate candidate) {
        return isTimes(candidate)
                || isShareOfIntercepted(candidate)
                || isAmongCounted(candidate)
                || isOfMonthAlone(candidate)
                || isManyFired(candidate);
    }

    /** {@code fired 214 missiles over the past week}. */
    private static boolean isManyFired(Candidate candidate) {
        Sentence s = candidate.sentence();
        int end = candidate.main().end();
        return candidate.isTimed()
                && !candidate.isDayKnown()
                && Numbers.at(s, end)
                        .filter(figure -> figure.value() >= MANY_FIRED)
                        .filter(figure -> s.has(FLYING, figure.until(), figure.until() + FLYING_WITHIN))
                        .isPresent();
    }

    /** {@code in March alone 26 people were kidnapped}. */
    private static boolean isOfMonthAlone(Candidate candidate) {
        Sentence s = candidate.sentence();
        return candidate.facts().whens().stream()
                .filter(when -> !when.isOfDay())
                .anyMatch(when -> s.has(ALONE, when.end(), when.end() + 1));
    }

    /**
     * {@code has been attacked 48 times since}, {@code struck the north of the country 1,036 times}, {@code came under fire
     * on 400 of the past 430 days}; not {@code shot 12 times}.
     */
    private static boolean isTimes(Candidate candidate) {
        return candidate.group().stream().anyMatch(head -> isTimes(candidate, head));
    }

    private static boolean isTimes(Candidate candidate, Mark main) {
        Sentence s = candidate.sentence();
        if (OF_ONE_PERSON.contains(main.category())) {
            return false;
        }
        for (int at = main.end(); at < main.end() + TIMES_WITHIN && !PARTS.contains(s.word(at)); at++) {
            Optional<Figure> count = Numbers.at(s, at).filter(figure -> figure.value() > MOST_COUNTED_AS_ONE);
            boolean near = at < main.end() + COUNT_WITHIN;
            boolean times = count.filter(figure -> TIMES.contains(s.word(figure.until())))
                    .isPresent();
            boolean days = near
                    && count.filter(figure -> OF.contains(s.word(figure.until()))
                                    && s.has(DAYS, figure.until(), figure.until() + DAYS_WITHIN))
                            .isPresent();
            int counted = at;
            boolean oneDay =
                    candidate.mention().moments().stream().anyMatch(when -> when.isOfDay() && when.at() < counted);
            if ((times && (near || !oneDay)) || days) {
                return true;
            }
        }
        return false;
    }

    /** {@code shot down 24 of 28 drones launched against six regions}: what befell each is not told. */
    private static boolean isShareOfIntercepted(Candidate candidate) {
        Sentence s = candidate.sentence();
        boolean share = candidate.main().is(Kind.DOWNS, Kind.LANDS)
                && Numbers.at(s, candidate.main().end())
                        .filter(figure -> OF.contains(s.word(figure.until())))
                        .flatMap(figure -> Numbers.at(s, figure.until() + 1))
                        .filter(all -> s.has(FLYING, all.until(), all.until() + FLYING_WITHIN))
                        .isPresent();
        return share && !candidate.isPlaced();
    }

    /** {@code recorded 314 incidents, including 151 cases of rocket fire}, unless the day of one of them is told. */
    private static boolean isAmongCounted(Candidate candidate) {
        Sentence s = candidate.sentence();
        int until = candidate.main().at();
        for (int at = 0; at < until; at++) {
            boolean often = TIMES.contains(s.word(at)) && isCounted(s, at, MANY_FIRED);
            if (often || (COUNTED.contains(s.word(at)) && isCounted(s, at, MOST_COUNTED_AS_ONE + 1))) {
                int counted = at;
                return candidate.mention().moments().stream()
                        .filter(When::isOfDay)
                        .noneMatch(when -> when.at() > counted);
            }
        }
        return false;
    }

    /** {@code 47 armed attacks}, but not {@code 47 people in attacks}. */
    private static boolean isCounted(Sentence s, int noun, int least) {
        for (int at = noun - COUNTED_WITHIN; at < noun; at++) {
            if (Numbers.at(s, at)
                    .filter(figure -> figure.value() >= least)
                    .filter(figure -> !s.has(BEFORE_COUNTED, figure.until(), noun))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
