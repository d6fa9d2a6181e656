package io.tocsin.news.find.attack;

import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.attack.Cues.Cue;
import io.tocsin.news.find.attack.Cues.Where;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a word of {@code cues.tsv} speaks of a mention: how near it must stand, and what must not stand between. */
final class CueRules {

    private static final int NEAR = 7;
    private static final int RIGHT = 3;
    private static final int TOUCHING = 2;
    private static final int DENIAL_NEAR = 14;
    private static final int SUPPOSED_NEAR = 5;

    private static final Set<String> COMMA = Set.of(",");
    private static final Set<String> AFTER = Words.of("after-what");
    private static final Set<String> HARMED = Words.of("harmed-whom");
    private static final Set<String> AUXILIARIES = Words.of("auxiliaries");
    private static final Set<String> THROWN = Words.of("thrown");
    private static final Set<String> GOES_OFF = Words.of("goes-off");
    private static final Set<String> RELATIVE = Words.of("relative");
    private static final Set<String> STOPS = Words.of("stops-cues");
    private static final Set<String> POSSIBLE = Words.of("only-possible");
    private static final Set<String> IF = Words.of("if");
    private static final Set<String> NOT = Words.of("not");
    private static final Set<String> ASKS = Words.of("asks");
    private static final Set<String> SHORT_DENIALS = Words.of("short-denials");
    private static final Set<String> DENIES = Words.of("denies");
    private static final Set<String> DOING = Words.of("doing");
    private static final Set<String> PARTS_DENIED = Words.of("parts-denied");
    private static final Set<String> REPORTS = Words.of("reports-denied");
    private static final Set<String> THAT = Set.of("that");
    private static final Set<String> OFTEN = Words.of("often");
    private static final Set<String> OFTEN_AFTER = Words.of("often-after");

    private final Cues cues;

    CueRules(Cues cues) {
        this.cues = cues;
    }

    /** The reason that words anywhere in its stretch of the sentence give; what is long ago is so all over the sentence. */
    Optional<Reason> ofSentence(Candidate candidate) {
        Mention mention = candidate.mention();
        return cues.in(candidate.facts(), Where.SENTENCE).stream()
                .filter(cue ->
                        (cue.at() >= mention.from() && cue.end() <= mention.until()) || cue.reason() == Reason.HISTORY)
                .filter(cue -> cue.reason() != Reason.ACCIDENT
                        || (Accidents.is(candidate, cue) && !Accidents.isNotRuledOut(candidate.sentence(), cue)))
                .filter(cue -> cue.reason() != Reason.HISTORY
                        || !(isOfAnotherClause(candidate, cue)
                                || isDayToldBefore(candidate, cue)
                                || isAfterCharge(candidate, cue)))
                .filter(cue -> cue.reason() != Reason.METAPHOR || !isOfPeople(candidate.sentence()))
                .filter(cue -> cue.reason() != Reason.TOTAL || !isCountedAfter(candidate, cue))
                .filter(cue -> cue.reason() != Reason.PREVENTED || !isDud(candidate, cue))
                .map(Cue::reason)
                .findFirst();
    }

    /** {@code killed on Sunday over a box that went missing years ago}: the day stands nearer. */
    private static boolean isOfAnotherClause(Candidate candidate, Cue cue) {
        Mention mention = candidate.mention();
        boolean ago = candidate.sentence().word(cue.end() - 1).equals("ago");
        return ago
                && cue.at() >= candidate.main().end()
                && mention.moments().stream()
                        .anyMatch(when -> when.isOfDay() && mention.apart(when) < cue.at() - mention.headEnd());
    }

    /** {@code killed 64 people watching the cup final}: that is no figure of speech. */
    private static boolean isOfPeople(Sentence s) {
        for (int at = 0; at < s.size(); at++) {
            if (HARMED.contains(s.word(at)) && Doers.isWhom(s, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a man was charged after three people were shot}: what stands after is not what he is tried for. */
    private static boolean isAfterCharge(Candidate candidate, Cue cue) {
        Sentence s = candidate.sentence();
        for (int at = cue.end(); at < candidate.main().at(); at++) {
            if (AFTER.contains(s.word(at)) && !s.word(at + 1).endsWith("ing")) {
                return true;
            }
        }
        return false;
    }

    /** {@code the man who shot four people in Vienna on Monday had been jailed for}: the day is told of the attack alone. */
    private static boolean isDayToldBefore(Candidate candidate, Cue cue) {
        int end = candidate.main().end();
        return candidate.mention().moments().stream()
                .anyMatch(when -> when.isOfDay()
                        && when.at() >= end
                        && when.end() <= cue.at()
                        && !candidate.sentence().has(AUXILIARIES, end, when.at()));
    }

    /** {@code the grenade that was thrown over the wall did not go off}: an attack that failed, not one that was prevented. */
    private static boolean isDud(Candidate candidate, Cue cue) {
        Sentence s = candidate.sentence();
        return THROWN.contains(s.word(candidate.main().at())) && s.has(GOES_OFF, cue.at(), cue.end());
    }

    /** {@code two men were shot dead at Qalat on Tuesday, the fourth such attack this month}: the one is told, then counted. */
    private static boolean isCountedAfter(Candidate candidate, Cue cue) {
        return candidate.isDayKnown()
                && candidate.isPlaced()
                && !isNoun(candidate.main())
                && cue.at() >= candidate.main().end();
    }

    /** The reason that words give from which on all is only what somebody said wrongly: {@code earlier versions said that …}. */
    Optional<Reason> onward(Candidate candidate) {
        return cues.in(candidate.facts(), Where.ONWARD).stream()
                .filter(cue -> cue.end() <= candidate.main().at())
                .map(Cue::reason)
                .findFirst();
    }

    /** The reason that words before it give. */
    Optional<Reason> before(Candidate candidate) {
        return cues.in(candidate.facts(), Where.BEFORE).stream()
                .filter(cue -> reaches(candidate, cue) && holdsBefore(candidate, cue))
                .map(Cue::reason)
                .findFirst();
    }

    private static boolean reaches(Candidate candidate, Cue cue) {
        Sentence s = candidate.sentence();
        int until = candidate.main().at();
        int gap = until - cue.end();
        boolean far = cue.reason() == Reason.DENIED && !SHORT_DENIALS.contains(s.word(cue.at()));
        boolean weak = cue.reason() == Reason.HYPOTHETICAL || cue.reason() == Reason.GENERAL;
        return gap >= 0
                && gap <= (far ? DENIAL_NEAR : NEAR)
                && !s.has(STOPS, cue.end(), until)
                && !(weak && s.has(COMMA, cue.end(), until))
                && !isInRelativeClause(s, cue.end(), until)
                && !isClosedBefore(s, cue, until);
    }

    /** {@code in the south, which had been spared, gunmen attacked}: the cue is of a clause that ended before. */
    private static boolean isClosedBefore(Sentence s, Cue cue, int until) {
        int begin = cue.at() - 1;
        while (begin > 0 && !COMMA.contains(s.word(begin)) && !RELATIVE.contains(s.word(begin))) {
            begin--;
        }
        return RELATIVE.contains(s.word(begin)) && COMMA.contains(s.word(begin - 1)) && s.has(COMMA, cue.end(), until);
    }

    /** {@code nobody needs to be reminded of Palma, which rebels overran}: the cue is not of the clause that tells it. */
    private static boolean isInRelativeClause(Sentence s, int from, int until) {
        for (int at = from; at < until - 1; at++) {
            if (COMMA.contains(s.word(at)) && RELATIVE.contains(s.word(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsBefore(Candidate candidate, Cue cue) {
        return switch (cue.reason()) {
            case GENERAL -> isGeneral(candidate, cue);
            case THREAT -> !candidate.isAssertive() || gap(candidate, cue) < RIGHT;
            case HYPOTHETICAL -> isSupposed(candidate, cue);
            case DENIED -> isDenied(candidate, cue);
            default -> true;
        };
    }

    /** {@code frequent attacks}; of a verb only what says how often: {@code regularly attacked}. */
    private static boolean isGeneral(Candidate candidate, Cue cue) {
        boolean often = OFTEN.contains(candidate.sentence().word(cue.at()));
        return isNoun(candidate.main())
                ? candidate.isMany() && !candidate.isAssertive()
                : often && gap(candidate, cue) < RIGHT;
    }

    /** {@code if rockets hit}, {@code a possible attack}. */
    private static boolean isSupposed(Candidate candidate, Cue cue) {
        boolean assertive = candidate.isAssertive();
        int gap = gap(candidate, cue);
        return isOnlyPossible(candidate, cue)
                || IF.contains(candidate.sentence().word(cue.at()))
                || (gap < RIGHT && !(assertive && isNoun(candidate.main())))
                || (gap < SUPPOSED_NEAR && !assertive);
    }

    /** {@code a possible strike by militants}, but not {@code a possible drone strike killed four on Monday}. */
    private static boolean isOnlyPossible(Candidate candidate, Cue cue) {
        return POSSIBLE.contains(candidate.sentence().word(cue.at()))
                && isNoun(candidate.main())
                && gap(candidate, cue) < TOUCHING
                && candidate.group().size() == 1
                && candidate.mention().manner() != Manner.KNOWN
                && candidate.mention().moments().stream()
                        .noneMatch(when -> when.at() > candidate.main().at());
    }

    /**
     * {@code no attack}, {@code denied that it had attacked a village on Monday}, but not {@code it was not known who was behind
     * the attack}, nor {@code the army did not comment on the attack}.
     */
    private static boolean isDenied(Candidate candidate, Cue cue) {
        Sentence s = candidate.sentence();
        boolean ofKnown = candidate.mention().manner() == Manner.KNOWN && s.has(NOT, cue.at(), cue.end());
        if (ofKnown || s.has(ASKS, cue.end(), candidate.main().at())) {
            return false;
        }
        boolean not =
                NOT.contains(s.word(cue.at())) || (isNoun(candidate.main()) && NOT.contains(s.word(cue.end() - 1)));
        int gap = gap(candidate, cue);
        if (isNoun(candidate.main())
                && candidate.mention().manner() == Manner.KNOWN
                && s.has(PARTS_DENIED, cue.end(), candidate.main().at())) {
            return false; // denied involvement in the attack
        }
        if (s.word(cue.at()).equals("stopped") && !isNoun(candidate.main()) && gap > 0) {
            return false; // had stopped a bus and shot its driver
        }
        if (DENIES.contains(s.word(cue.at()))
                && s.has(THAT, cue.end(), candidate.main().at())) {
            return true;
        }
        boolean unknown = candidate.mention().manner() != Manner.KNOWN;
        if (DENIES.contains(s.word(cue.at()))
                && isNoun(candidate.main())
                && unknown
                && s.has(REPORTS, cue.at() + 1, candidate.main().at())) {
            return true;
        }
        if (DENIES.contains(s.word(cue.at())) && DOING.contains(s.word(cue.end())) && unknown) {
            return true;
        }
        return gap < TOUCHING || (gap < RIGHT && isNoun(candidate.main())) || (!not && !candidate.isAssertive());
    }

    private static int gap(Candidate candidate, Cue cue) {
        return candidate.main().at() - cue.end();
    }

    private static boolean isNoun(Mark main) {
        return main.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING);
    }

    /** The reason that words after it give. */
    Optional<Reason> after(Candidate candidate) {
        List<Cue> after = cues.in(candidate.facts(), Where.AFTER).stream()
                .filter(cue -> cue.at() >= candidate.main().end())
                .toList();
        for (Cue cue : after) {
            int gap = cue.at() - candidate.main().end();
            if (gap < RIGHT && OFTEN_AFTER.contains(candidate.sentence().word(cue.end() - 1))) {
                return Optional.of(Reason.GENERAL);
            }
            boolean ofReports =
                    candidate.sentence().has(REPORTS, candidate.main().end(), cue.at());
            if ((cue.reason() == Reason.DENIED && !ofReports) || (gap < NEAR && holdsAfter(candidate, cue))) {
                return Optional.of(cue.reason());
            }
        }
        return Optional.empty();
    }

    private static boolean holdsAfter(Candidate candidate, Cue cue) {
        boolean fits = switch (cue.reason()) {
            case HYPOTHETICAL -> candidate.main().is(Kind.EVENT, Kind.EVENTS);
            case GENERAL -> candidate.isMany();
            default -> true;
        };
        return fits && !candidate.isAssertive();
    }
}
