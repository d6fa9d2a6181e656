package io.tocsin.news.find.attack;

import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Why a mention is no attack, or none that can be counted. The first reason that holds is the one that is told. */
final class Exclusions {

    private static final int YEAR_WITHIN = 3;
    private static final int OBSTACLE_WITHIN = 5;
    private static final int CRAFT_WITHIN = 16;

    private static final int CALLED_WITHIN = 5;

    private static final Set<String> QUOTES = Set.of("\"");
    private static final Set<String> GOES_UP = Words.of("vehicle-blows");
    private static final Set<String> GOES_UP_BY_ITSELF = Words.of("goes-up-by-itself");
    private static final Set<String> PLANTED = Words.of("planted");
    private static final Set<String> PRESENT = Words.of("present-passive");
    private static final Set<String> CALLS = Words.of("calls-it");
    private static final Set<String> HITS = Words.of("runs-into");
    private static final Set<String> OBSTACLES = Words.of("obstacles");
    private static final Set<String> CRAFT = Words.of("craft");
    private static final Set<String> AFTER = Words.of("after-what");

    private static final int BOMBS_WITHIN = 4;
    private static final int TRIED_WITHIN = 6;
    private static final int TRIED_RIGHT_BEFORE = 2;
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
            this::figureOfSpeech,
            this::disposalOfBombs,
            this::countedInAll,
            this::saidBefore,
            this::saidAfter,
            this::harmless,
            this::doneByNobody,
            this::onlyCalledSo,
            this::ranIntoObstacle,
            this::wentUpByItself,
            this::happensAlways,
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

    /** {@code a barrage of complaints}, {@code bombarded the kingdom with reforms}, {@code a bear attacked her}. */
    private Optional<Reason> figureOfSpeech(Candidate candidate) {
        return when(FiguresOfSpeech.is(candidate), Reason.METAPHOR);
    }

    /** {@code has been attacked 48 times}, {@code recorded 314 incidents, including 151 cases of rocket fire}. */
    private Optional<Reason> countedInAll(Candidate candidate) {
        return when(Totals.is(candidate), Reason.TOTAL);
    }

    /** {@code the explosions were part of an exercise}. */
    private Optional<Reason> harmless(Candidate candidate) {
        return when(Harmless.is(candidate.sentence(), candidate.main()), Reason.DENIED);
    }

    /** {@code nobody in the city had fired a shot}. */
    private Optional<Reason> doneByNobody(Candidate candidate) {
        return when(Nobody.did(candidate.sentence(), candidate.main()) || Nobody.suffered(candidate), Reason.DENIED);
    }

    /** {@code condemned "a cowardly attempt at murder"}, {@code accused them of a massacre}: what somebody calls it. */
    private Optional<Reason> onlyCalledSo(Candidate candidate) {
        Sentence s = candidate.sentence();
        Mark main = candidate.main();
        boolean called = main.is(Kind.EVENT, Kind.KILLING)
                && candidate.mention().manner() == Mention.Manner.NEW
                && s.has(QUOTES, main.at() - CALLED_WITHIN, main.at())
                && s.has(CALLS, main.at() - 2 * CALLED_WITHIN, main.at());
        boolean told = candidate.mention().moments().stream().anyMatch(when -> when.at() > main.at())
                || candidate.mention().places().stream().anyMatch(where -> where.at() > main.at());
        return when(called && !told, Reason.VAGUE);
    }

    /** {@code the plane hit a flock of birds}, {@code a bus struck a tree}. */
    private Optional<Reason> ranIntoObstacle(Candidate candidate) {
        Sentence s = candidate.sentence();
        Mark main = candidate.main();
        boolean ran = HITS.contains(s.word(main.end() - 1))
                && s.has(CRAFT, main.at() - CRAFT_WITHIN, main.end())
                && s.has(OBSTACLES, main.end(), main.end() + OBSTACLE_WITHIN);
        return when(ran && !candidate.isArmed(), Reason.ACCIDENT);
    }

    /** {@code an ammunition dump blew up}, {@code a boiler exploded}, but not {@code a dump was blown up by gunmen}. */
    private Optional<Reason> wentUpByItself(Candidate candidate) {
        Sentence s = candidate.sentence();
        Mark main = candidate.main();
        boolean explodes = GOES_UP.contains(s.word(main.at()))
                && (GOES_UP_BY_ITSELF.contains(s.word(main.at() - 1)) || Stores.areSubject(s, main.at()))
                && !Doers.isWhom(s, main.end());
        return when(explodes && !candidate.isArmed() && !s.has(PLANTED, 0, s.size()), Reason.ACCIDENT);
    }

    /** {@code every month 30 people are abducted}: of no day, in the present; a headline tells so what was done. */
    private Optional<Reason> happensAlways(Candidate candidate) {
        Sentence s = candidate.sentence();
        Mark main = candidate.main();
        boolean present = main.is(Kind.VERB, Kind.LANDS) && PRESENT.contains(s.word(main.at() - 1));
        return when(present && !s.headline() && !candidate.isDayKnown(), Reason.GENERAL);
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
        boolean few = candidate
                .mention()
                .count()
                .map(n -> n <= Totals.MOST_COUNTED_AS_ONE)
                .orElse(true);
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

    /** {@code has been attacked in recent weeks}, {@code 700 were kidnapped between July and September}. */
    private Optional<Reason> ofAPeriod(Candidate candidate) {
        return when((candidate.isOfPeriod() && !candidate.isTimed()) || isOfPeriodItself(candidate), Reason.GENERAL);
    }

    /** Whether a period stands nearer than any other time, and no day is told. */
    private static boolean isOfPeriodItself(Candidate candidate) {
        int end = candidate.main().end();
        return !candidate.isDayKnown()
                && candidate.facts().whens().stream()
                        .filter(when -> when.use() == Use.PERIOD && when.at() >= end)
                        .anyMatch(period ->
                                candidate.mention().moments().stream().allMatch(when -> when.at() > period.at()));
    }

    /** {@code the 2015 attack}, {@code on Monday he spoke of the attack of 2015}. */
    private Optional<Reason> ofAYear(Candidate candidate) {
        boolean ofYear = candidate.main().is(Kind.EVENT, Kind.EVENTS) && candidate.isOfYearItself();
        boolean untimed = candidate.has(Use.YEAR, 1) && !candidate.isTimed() && !candidate.isRanked();
        return when(ofYear || untimed || afterYear(candidate) || YearsAfter.tell(candidate), Reason.HISTORY);
    }

    /** {@code came back to a site that was left in 2021 after rebels stormed the town}. */
    private static boolean afterYear(Candidate candidate) {
        Sentence s = candidate.sentence();
        int from = candidate.mention().from();
        return candidate.facts().whens().stream()
                .filter(when ->
                        when.use() == Use.YEAR && when.end() < candidate.main().at())
                .filter(when -> s.has(AFTER, when.end(), when.end() + 1))
                .anyMatch(when -> when.end() >= from - YEAR_WITHIN
                        && candidate.mention().moments().stream().noneMatch(moment -> moment.at() > when.at()));
    }

    /** {@code accused of burning down a church in 2016}: what somebody is tried for, whatever the day in court. */
    private Optional<Reason> triedFor(Candidate candidate) {
        Sentence s = candidate.sentence();
        int at = candidate.main().at();
        boolean tried = s.has(TRIED, at - TRIED_WITHIN, at);
        boolean only = s.has(TRIED, at - TRIED_RIGHT_BEFORE, at)
                && s.word(at).endsWith("ing")
                && candidate.mention().moments().stream().noneMatch(when -> when.at() > at);
        return when(tried && (only || candidate.has(Use.YEAR, 1)), Reason.HISTORY);
    }

    private static Optional<Reason> when(boolean holds, Reason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
