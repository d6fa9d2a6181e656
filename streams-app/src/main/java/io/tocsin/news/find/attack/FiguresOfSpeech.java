package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** Whether a word of attack is a figure of speech, as what is done, with what, to whom or by whom tells. */
final class FiguresOfSpeech {

    private static final int BY_WITHIN = 2;
    private static final int ANIMAL_WITHIN = 5;
    private static final int WITH_WITHIN = 8;
    private static final int POLITICIANS_WITHIN = 4;

    private static final Set<String> STRIKE = Words.of("strike");
    private static final Set<String> OF_LABOUR = Words.of("of-labour");
    private static final Set<String> IMMATERIAL = Words.of("immaterial");
    private static final Set<String> BEFORE_IMMATERIAL = Words.of("before-immaterial");
    private static final Set<String> AFTER_PHRASES = Words.of("after-phrases");
    private static final Set<String> RAIDS = Words.of("raids");
    private static final Set<String> YIELDS = Words.of("raids-yield");
    private static final Set<String> BY_HACKERS = Words.of("attacked-by-hackers");
    private static final int HACKED_WITHIN = 6;
    private static final Set<String> NATURE = Words.of("forces-of-nature");
    private static final Set<String> HARMLESS = Words.of("harmless-missiles");
    private static final Set<String> ONE = Words.of("articles-before-kinds");
    private static final Set<String> HOMES = Words.of("homes");
    private static final Set<String> SUSPECTS = Words.of("suspects-at-home");
    private static final int HOME_WITHIN = 8;
    private static final Set<String> ANIMALS = Words.of("animals");
    private static final Set<String> HELPERS = Words.of("before-strangers");
    private static final Set<String> BY = Words.of("by");
    private static final Set<String> WITH = Words.of("with");
    private static final Set<String> PARTS = Words.of("clause-ends");
    private static final Set<String> BODIES = Words.of("political-bodies");
    private static final Set<String> POLITICIANS = Words.of("political-opponents");

    private FiguresOfSpeech() {}

    /** Of the word that names it. */
    static boolean is(Candidate candidate) {
        return isStrikeOfWorkers(candidate)
                || isOnImmaterial(candidate)
                || isWithImmaterial(candidate)
                || isOnPoliticalBody(candidate)
                || isByPoliticians(candidate)
                || isByHackers(candidate)
                || isByNature(candidate)
                || isOnAnimal(candidate)
                || isSearchOfPolice(candidate)
                || isByAnimals(candidate);
    }

    /** {@code a strike over unpaid wages}. */
    private static boolean isStrikeOfWorkers(Candidate candidate) {
        Sentence s = candidate.sentence();
        boolean strike = candidate.main().category() == Category.UNKNOWN
                && STRIKE.contains(s.word(candidate.main().end() - 1));
        return strike && s.has(OF_LABOUR, 0, s.size());
    }

    /** {@code a barrage of complaints}, {@code attacked the Irish budget}: what is struck is no thing. */
    private static boolean isOnImmaterial(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = afterAttributes(candidate);
        return at > candidate.main().end() && IMMATERIAL.contains(s.word(at)) && endsAt(s, at + 1);
    }

    private static int afterAttributes(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = candidate.main().end();
        while (BEFORE_IMMATERIAL.contains(s.word(at)) || (at > candidate.main().end() && s.isCapital(at))) {
            at++;
        }
        return at;
    }

    /** {@code bombarded the kingdom with reforms}: with what it is done is no thing. */
    private static boolean isWithImmaterial(Candidate candidate) {
        Sentence s = candidate.sentence();
        for (int at = candidate.main().end(); at < candidate.main().end() + WITH_WITHIN; at++) {
            if (PARTS.contains(s.word(at))) {
                return false;
            }
            if (WITH.contains(s.word(at))) {
                int what = at + 1;
                while (BEFORE_IMMATERIAL.contains(s.word(what)) || s.isCapital(what)) {
                    what++;
                }
                boolean harmless = IMMATERIAL.contains(s.word(what)) || HARMLESS.contains(s.word(what));
                return harmless && endsAt(s, what + 1);
            }
        }
        return false;
    }

    /** {@code opened fire on the government}, but not {@code on the government's troops}. */
    private static boolean isOnPoliticalBody(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = afterAttributes(candidate);
        boolean verb = candidate.main().is(Kind.VERB, Kind.LANDS);
        return verb
                && at > candidate.main().end()
                && BODIES.contains(s.word(at - 1))
                && endsAt(s, at)
                && !candidate.isArmed();
    }

    /** {@code an ambush by the opposition}, {@code a stinging attack by backbenchers}. */
    private static boolean isByPoliticians(Candidate candidate) {
        Sentence s = candidate.sentence();
        int by = candidate.main().end();
        boolean noun = candidate.main().is(Kind.EVENT, Kind.EVENTS);
        return (noun || candidate.main().is(Kind.VERB))
                && s.has(BY, by, by + 1)
                && s.has(POLITICIANS, by + 1, by + POLITICIANS_WITHIN)
                && !candidate.isArmed();
    }

    /** {@code bulldozers razed 40 shops}, {@code the volcano bombarded villages}. */
    private static boolean isByNature(Candidate candidate) {
        Sentence s = candidate.sentence();
        int before = candidate.main().at() - 1;
        while (HELPERS.contains(s.word(before))) {
            before--;
        }
        return NATURE.contains(s.word(before)) && candidate.main().is(Kind.VERB, Kind.LANDS, Kind.HARM);
    }

    /** {@code shot a kangaroo}. */
    private static boolean isOnAnimal(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = candidate.main().end();
        return ONE.contains(s.word(at)) && ANIMALS.contains(s.word(at + 1)) && endsAt(s, at + 2);
    }

    /** {@code attacked the website of a ministry}. */
    private static boolean isByHackers(Candidate candidate) {
        int end = candidate.main().end();
        return candidate.main().category() == Category.UNKNOWN
                && candidate.sentence().has(BY_HACKERS, end, end + HACKED_WITHIN);
    }

    /** Not {@code shot a tax collector}. */
    private static boolean endsAt(Sentence s, int at) {
        String next = s.word(at);
        return next.isEmpty() || !Character.isLetter(next.charAt(0)) || AFTER_PHRASES.contains(next);
    }

    /** {@code a raid on a warehouse yielded 300 kilos}, {@code the house of a suspect was raided}. */
    private static boolean isSearchOfPolice(Candidate candidate) {
        Sentence s = candidate.sentence();
        boolean raid = candidate.mention().category() == Category.UNKNOWN
                && RAIDS.contains(s.word(candidate.main().end() - 1));
        int at = candidate.main().at();
        boolean home = s.has(HOMES, at - HOME_WITHIN, at) && s.has(SUSPECTS, at - HOME_WITHIN, at);
        return raid && (home || s.has(YIELDS, candidate.main().end(), s.size()));
    }

    /** {@code a bear attacked her}, {@code attacked by a dog}. */
    private static boolean isByAnimals(Candidate candidate) {
        Sentence s = candidate.sentence();
        int before = candidate.main().at() - 1;
        while (HELPERS.contains(s.word(before))) {
            before--;
        }
        int by = candidate.main().end();
        boolean animal = candidate.main().category() == Category.UNKNOWN && ANIMALS.contains(s.word(before));
        boolean byAnimal = s.has(BY, by, by + BY_WITHIN) && s.has(ANIMALS, by + 1, by + ANIMAL_WITHIN);
        return animal || byAnimal;
    }
}
