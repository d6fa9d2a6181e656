package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Why a mention is no attack, or none that can be counted. The first reason that holds is the one that is told. */
final class Exclusions {

    private static final int MOST_COUNTED_AS_ONE = 3;

    private static final Set<String> STRIKE = Words.of("strike");
    private static final Set<String> OF_LABOUR = Words.of("of-labour");
    private static final Set<String> IMMATERIAL = Words.of("immaterial");
    private static final Set<String> BEFORE_IMMATERIAL = Words.of("before-immaterial");

    private static final int BY_WITHIN = 2;
    private static final int ANIMAL_WITHIN = 5;
    private static final int FLYING_WITHIN = 3;
    private static final int COUNT_WITHIN = 3;
    private static final int DAYS_WITHIN = 6;

    private static final Set<String> RAIDS = Words.of("raids");
    private static final Set<String> YIELDS = Words.of("raids-yield");
    private static final Set<String> ANIMALS = Words.of("animals");
    private static final Set<String> HELPERS = Words.of("before-strangers");
    private static final Set<String> BY = Words.of("by");
    private static final Set<String> OF = Set.of("of");
    private static final Set<String> FLYING = Words.of("flying");
    private static final Set<String> COUNTED_TIMES = Words.of("counted-times");
    private static final Set<String> COUNTED_DAYS = Words.of("counts-days");
    private static final Set<Category> OF_ONE_PERSON = Set.of(Category.SHOOTING, Category.STABBING);

    private static final Set<String> AFTER_PHRASES = Words.of("after-phrases");

    private static final int BOMBS_WITHIN = 4;
    private static final int TRIED_WITHIN = 6;
    private static final int LAUNCHED_WITHIN = 5;
    private static final int DONE_WITHIN = 8;
    private static final Set<String> TO = Set.of("to");
    private static final Set<String> DONE_TO = Words.of("done-to");
    private static final Set<String> BASE_VERBS = Words.of("base-verbs-of-attacking");
    private static final Set<String> TRIED = Words.of("tried");
    private static final Set<String> BLOWS_UP = Words.of("blows-up");
    private static final Set<String> BOMBS = Words.of("bombs");
    private static final Set<String> TOUCHED_OFF_AT = Words.of("touched-off-at");
    private static final Set<String> BEEN = Words.of("been");

    private final CueRules cues;

    private final List<Function<Candidate, Optional<Reason>>> inOrder = List.of(
            this::saidOfTheSentence,
            this::saidWrongly,
            this::strikeOfWorkers,
            this::figureOfSpeech,
            this::searchOfPolice,
            this::byAnimals,
            this::disposalOfBombs,
            this::timesCounted,
            this::shareOfIntercepted,
            this::saidBefore,
            this::saidAfter,
            this::toCome,
            this::onlySupposed,
            this::onlyMeant,
            this::oneOfARow,
            this::manyCounted,
            this::manyWithoutDayOrPlace,
            this::ofAPeriod,
            this::triedFor,
            this::ofAYear);

    Exclusions(Cues cues) {
        this.cues = new CueRules(cues);
    }

    Optional<Reason> reason(Candidate candidate) {
        return inOrder.stream()
                .flatMap(exclusion -> exclusion.apply(candidate).stream())
                .findFirst();
    }

    /** {@code a drill}, {@code years ago}, {@code a false alarm}: any words of its stretch of the sentence say so. */
    private Optional<Reason> saidOfTheSentence(Candidate candidate) {
        return cues.ofSentence(candidate);
    }

    /** {@code earlier versions said that gunmen had attacked}. */
    private Optional<Reason> saidWrongly(Candidate candidate) {
        return cues.onward(candidate);
    }

    /** {@code a strike over unpaid wages}. */
    private Optional<Reason> strikeOfWorkers(Candidate candidate) {
        Sentence s = candidate.sentence();
        boolean strike = candidate.main().category() == Category.UNKNOWN
                && STRIKE.contains(s.word(candidate.main().end() - 1));
        return when(strike && s.has(OF_LABOUR, 0, s.size()), Reason.METAPHOR);
    }

    /** {@code a barrage of complaints}, {@code attacked the Irish budget}: what is struck is no thing. */
    private Optional<Reason> figureOfSpeech(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = candidate.main().end();
        while (BEFORE_IMMATERIAL.contains(s.word(at)) || (at > candidate.main().end() && s.isCapital(at))) {
            at++;
        }
        boolean struck = at > candidate.main().end() && IMMATERIAL.contains(s.word(at)) && endsAt(s, at + 1);
        return when(struck, Reason.METAPHOR);
    }

    /** Not {@code shot a tax collector}. */
    private static boolean endsAt(Sentence s, int at) {
        String next = s.word(at);
        return next.isEmpty() || !Character.isLetter(next.charAt(0)) || AFTER_PHRASES.contains(next);
    }

    /** {@code a raid on a warehouse yielded 300 kilos}. */
    private Optional<Reason> searchOfPolice(Candidate candidate) {
        Sentence s = candidate.sentence();
        boolean raid = candidate.mention().category() == Category.UNKNOWN
                && RAIDS.contains(s.word(candidate.main().end() - 1));
        return when(raid && s.has(YIELDS, candidate.main().end(), s.size()), Reason.METAPHOR);
    }

    /** {@code a bear attacked her}, {@code attacked by a dog}. */
    private Optional<Reason> byAnimals(Candidate candidate) {
        Sentence s = candidate.sentence();
        int before = candidate.main().at() - 1;
        while (HELPERS.contains(s.word(before))) {
            before--;
        }
        int by = candidate.main().end();
        boolean animal = candidate.main().category() == Category.UNKNOWN && ANIMALS.contains(s.word(before));
        boolean byAnimal = s.has(BY, by, by + BY_WITHIN) && s.has(ANIMALS, by + 1, by + ANIMAL_WITHIN);
        return when(animal || byAnimal, Reason.METAPHOR);
    }

    /** {@code divers blew up five bombs}, {@code the bombs were blown up by specialists}: what is blown up is a bomb itself. */
    private Optional<Reason> disposalOfBombs(Candidate candidate) {
        Sentence s = candidate.sentence();
        Mark main = candidate.main();
        int been = main.end();
        while (BEEN.contains(s.word(been))) {
            been++;
        }
        if (been > main.end() && BOMBS.contains(s.word(main.at())) && BLOWS_UP.contains(s.word(been))) {
            return Optional.of(Reason.PREVENTED);
        }
        if (!BLOWS_UP.contains(s.word(main.at()))) {
            return Optional.empty();
        }
        int last = main.end() + BOMBS_WITHIN;
        boolean object = s.has(BOMBS, main.end(), last) && !s.has(TOUCHED_OFF_AT, main.end(), last);
        int before = main.at() - 1;
        while (BEEN.contains(s.word(before))) {
            before--;
        }
        boolean subject = before < main.at() - 1 && BOMBS.contains(s.word(before));
        return when(subject || (object && !candidate.isArmed()), Reason.PREVENTED);
    }

    /** {@code has been attacked 48 times since}, {@code came under fire on 400 of the past 430 days}; not {@code shot 12 times}. */
    private Optional<Reason> timesCounted(Candidate candidate) {
        Sentence s = candidate.sentence();
        int end = candidate.main().end();
        boolean ofOne = OF_ONE_PERSON.contains(candidate.main().category());
        for (int at = end; at < end + COUNT_WITHIN && !ofOne; at++) {
            Optional<Figure> count = Numbers.at(s, at).filter(figure -> figure.value() > MOST_COUNTED_AS_ONE);
            boolean times = count.filter(figure -> COUNTED_TIMES.contains(s.word(figure.until())))
                    .isPresent();
            boolean days = count.filter(figure -> OF.contains(s.word(figure.until()))
                            && s.has(COUNTED_DAYS, figure.until(), figure.until() + DAYS_WITHIN))
                    .isPresent();
            if (times || days) {
                return Optional.of(Reason.TOTAL);
            }
        }
        return Optional.empty();
    }

    /** {@code shot down 24 of 28 drones launched against six regions}: what befell each is not told. */
    private Optional<Reason> shareOfIntercepted(Candidate candidate) {
        Sentence s = candidate.sentence();
        boolean share = candidate.main().is(Kind.DOWNS, Kind.LANDS)
                && Numbers.at(s, candidate.main().end())
                        .filter(figure -> OF.contains(s.word(figure.until())))
                        .flatMap(figure -> Numbers.at(s, figure.until() + 1))
                        .filter(all -> s.has(FLYING, all.until(), all.until() + FLYING_WITHIN))
                        .isPresent();
        return when(share && !candidate.isPlaced(), Reason.TOTAL);
    }

    /** {@code threatened an attack}, {@code if rockets hit}, {@code denied any attack}, {@code frequent attacks}. */
    private Optional<Reason> saidBefore(Candidate candidate) {
        return cues.before(candidate);
    }

    /** {@code the attack never happened}, {@code attacks are common}, {@code shelled daily}. */
    private Optional<Reason> saidAfter(Candidate candidate) {
        return cues.after(candidate);
    }

    /** {@code an attack next week}. */
    private Optional<Reason> toCome(Candidate candidate) {
        return when(candidate.has(Use.FUTURE, 0) && !candidate.isTimed(), Reason.THREAT);
    }

    /** {@code when forces launch an assault}: not told as done; a headline tells so what was done. */
    private Optional<Reason> onlySupposed(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = candidate.main().at();
        boolean told = s.headline() || !candidate.main().is(Kind.EVENT, Kind.EVENTS);
        boolean known = candidate.mention().manner() == Mention.Manner.KNOWN;
        return when(!told && !known && s.has(BASE_VERBS, at - LAUNCHED_WITHIN, at), Reason.HYPOTHETICAL);
    }

    /** {@code hired two men to kill}: an infinitive, unless it is said that they went on to do so. */
    private Optional<Reason> onlyMeant(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = candidate.main().at();
        boolean infinitive = TO.contains(s.word(at - 1)) && candidate.main().is(Kind.VERB, Kind.HARM, Kind.LANDS);
        return when(infinitive && !s.headline() && !s.has(DONE_TO, at - DONE_WITHIN, at - 1), Reason.THREAT);
    }

    /** {@code the third attack this month}. */
    private Optional<Reason> oneOfARow(Candidate candidate) {
        return when(candidate.mention().rank().isPresent() && !candidate.isDayKnown(), Reason.TOTAL);
    }

    /** {@code 40 attacks}, {@code attacks since January}. */
    private Optional<Reason> manyCounted(Candidate candidate) {
        boolean few =
                candidate.mention().count().map(n -> n <= MOST_COUNTED_AS_ONE).orElse(true);
        return when(candidate.isMany() && (candidate.isOfPeriod() || !few), Reason.TOTAL);
    }

    /** {@code attacks in the north}, {@code two attacks on Monday}; a headline need not say where. */
    private Optional<Reason> manyWithoutDayOrPlace(Candidate candidate) {
        boolean particular = candidate.isDayKnown()
                && (candidate.isPlaced() || candidate.sentence().headline() || candidate.isOfTold());
        return when(
                candidate.isMany() && !particular,
                candidate.mention().count().isPresent() ? Reason.TOTAL : Reason.GENERAL);
    }

    /** {@code has been attacked in recent weeks}. */
    private Optional<Reason> ofAPeriod(Candidate candidate) {
        return when(candidate.isOfPeriod() && !candidate.isTimed(), Reason.GENERAL);
    }

    /** {@code the 2015 attack}, {@code on Monday he spoke of the attack of 2015}. */
    private Optional<Reason> ofAYear(Candidate candidate) {
        boolean ofYear = candidate.main().is(Kind.EVENT, Kind.EVENTS) && candidate.isOfYearItself();
        return when(
                ofYear || (candidate.has(Use.YEAR, 1) && !candidate.isTimed() && !candidate.isRanked()),
                Reason.HISTORY);
    }

    /** {@code accused of burning down a church in 2016}: what somebody is tried for, whatever the day in court. */
    private Optional<Reason> triedFor(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = candidate.main().at();
        boolean tried = s.has(TRIED, at - TRIED_WITHIN, at);
        return when(tried && candidate.has(Use.YEAR, 1), Reason.HISTORY);
    }

    private static Optional<Reason> when(boolean holds, Reason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
