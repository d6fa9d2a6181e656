package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.LeftOut;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.attack.Cues.Cue;
import io.tocsin.news.find.people.VictimFinder;
import io.tocsin.news.lexicon.Inflection;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which words of attack name one. The others tell with what it was done, and who did it. */
final class NamingWords {

    private static final int VICTIM_WITHIN = 14;
    private static final int DID_WITHIN = 8;
    private static final int DIED_WITHIN = 8;
    private static final int NOT_WITHIN = 3;
    private static final int CHARGED_WITHIN = 4;

    private static final Set<String> HARM_NOUNS = Words.of("harm-nouns");
    private static final Set<String> NOT = Words.of("not");
    private static final Set<String> IDLE = Words.of("idle-verbs");

    private static final Set<String> DUG_FOR = Words.of("dug-for");
    private static final Set<String> ARTICLES = Words.of("articles-before-kinds");
    private static final Set<String> OF_PITS = Words.of("of-pits");
    private static final Set<String> AT_A_PIT = Words.of("at-a-pit");
    private static final Set<String> OF_WEAPONS = Words.of("of-weapons");
    private static final Set<String> OF_AGENTS = Words.of("of-agents");
    private static final Set<String> MANY_SUCH = Words.of("many-such");
    private static final Set<String> OF_ATTACKS = Words.of("of-attacks");
    private static final Set<String> AFTER_ANOTHER = Words.of("after-another");
    private static final Set<String> TOLD_OF = Words.of("told-of");
    private static final Set<String> TIMED_BY = Words.of("timed-by");
    private static final Set<String> TIMES = Words.of("times-by-attacks");
    private static final Set<String> PLURAL_WEAPONS = Words.of("plural-weapons");
    private static final Set<String> LATE_DEATHS = Words.of("late-deaths");
    private static final Set<String> BEFALLS = Words.of("befalls");
    private static final Set<String> SPOKEN_AGAINST = Words.of("spoken-against");
    private static final Set<String> NOTORIOUS = Words.of("notorious");
    private static final Set<String> FOR = Words.of("notorious-for");
    private static final Set<String> CHARGED = Words.of("charged");
    private static final Set<String> BEFORE_CHARGES = Set.of("attempted", "\"");
    private static final Set<String> CHARGED_WITH = Words.of("charged-with");
    private static final Set<String> KILLED = Words.of("killed-whom");
    private static final Set<String> KILLING = Words.of("killing-whom");

    private final AttackWords words;
    private final Cues cues;
    private final VictimFinder victims;

    NamingWords(AttackWords words, Cues cues, VictimFinder victims) {
        this.words = words;
        this.cues = cues;
        this.victims = victims;
    }

    /** The words of attack of the sentence; figures of speech are left out. */
    Marked in(Facts facts, Optional<Means> before, List<LeftOut> leftOut) {
        Sentence s = facts.sentence();
        boolean[] figures = figures(facts);
        List<Mark> marks = new ArrayList<>();
        before.ifPresent(means -> marks.addAll(OneOfThem.in(s, means)));
        for (Mark each : words.in(facts)) {
            Optional<Mark> meant = Vehicles.asMeant(s, asNoun(facts, each));
            if (meant.isEmpty()) {
                continue;
            }
            Mark mark = UnderFire.with(s, NamedByWeapons.with(facts, meant.get()));
            if (figures[mark.at()]) {
                leftOut.add(new LeftOut(s.span(mark.at(), mark.end()), Reason.METAPHOR));
            } else if (!isNamed(facts, mark) && !isTopic(s, mark)) {
                marks.add(mark);
            }
        }
        List<Mark> all = withElliptic(s, Strangers.with(facts, marks));
        marks.sort(Comparator.comparingInt(Mark::at));
        return new Marked(facts, marks, heads(facts, all));
    }

    /** Who or what did what the sentences before told. */
    Optional<Means> doer(Facts facts) {
        return ToldAfter.doer(facts.sentence(), words.in(facts));
    }

    /** What befell people and things in the sentence, as done by that. */
    Marked suffered(Facts facts, Means means) {
        return ToldAfter.suffered(facts, means, words.in(facts));
    }

    /** The weapons that the sentence names. */
    List<Mark> weapons(Facts facts) {
        boolean[] figures = figures(facts);
        return words.in(facts).stream()
                .map(mark -> asNoun(facts, mark))
                .filter(mark -> mark.is(Kind.WEAPON) && !figures[mark.at()] && !isNamed(facts, mark))
                .toList();
    }

    /** {@code rocket scientists}, {@code militant violence}, {@code Grenade Street}. */
    private static boolean isNamed(Facts facts, Mark mark) {
        Sentence s = facts.sentence();
        boolean ofSomethingElse = (mark.is(Kind.WEAPON) && OF_WEAPONS.contains(s.word(mark.end())))
                || (mark.is(Kind.AGENT) && OF_AGENTS.contains(s.word(mark.end())));
        return ofSomethingElse || isPit(s, mark) || (facts.isTaken(mark.at()) && s.isCapital(mark.at()));
    }

    /** {@code trapped in the mine}, {@code a blast at the Upper Big Branch mine}. */
    private static boolean isPit(Sentence s, Mark mark) {
        if (!s.word(mark.at()).equals("mine") || mark.end() - mark.at() > 1) {
            return false;
        }
        int at = mark.at() - 1;
        if (DUG_FOR.contains(s.word(at)) && (s.word(mark.end()).equals("'s") || OF_PITS.contains(s.word(mark.end())))) {
            return true;
        }
        while (s.isCapital(at) || DUG_FOR.contains(s.word(at))) {
            at--;
        }
        return ARTICLES.contains(s.word(at)) && AT_A_PIT.contains(s.word(at - 1));
    }

    /** {@code bombs}, {@code shells}: a verb in a headline such as {@code Israel bombs Gaza}, weapons elsewhere. */
    private static Mark asNoun(Facts facts, Mark mark) {
        Sentence s = facts.sentence();
        boolean weapon =
                mark.is(Kind.VERB) && mark.end() - mark.at() == 1 && PLURAL_WEAPONS.contains(s.word(mark.at()));
        boolean verb = (s.headline() && facts.isTaken(mark.at() - 1)) || isToldOf(s, mark.end());
        if (mark.is(Kind.KILLING) && KILLING.contains(s.word(mark.at())) && Doers.isWhom(s, mark.end())) {
            return new Mark(Kind.HARM, mark.category(), mark.at(), mark.end());
        }
        if (mark.is(Kind.EVENT) && MANY_SUCH.contains(s.word(mark.end()))) {
            return new Mark(Kind.EVENTS, mark.category(), mark.at(), mark.end() + 1);
        }
        return weapon && !verb ? new Mark(Kind.WEAPON, mark.category(), mark.at(), mark.end()) : mark;
    }

    /** {@code bombs let go by a jet brought the roof down}: a verb that no table knows says what they did. */
    private static boolean isToldOf(Sentence s, int from) {
        for (int at = from; at < from + DID_WITHIN; at++) {
            if (Inflection.mayTell(s.word(at)) && !IDLE.contains(s.word(at))) {
                return true;
            }
        }
        return false;
    }

    /** {@code had called suicide bombing a sin}, {@code preached against kidnapping}: a kind of attack, and none. */
    private static boolean isTopic(Sentence s, Mark mark) {
        return mark.is(Kind.EVENT)
                && mark.category() != Category.UNKNOWN
                && (SPOKEN_AGAINST.contains(s.word(mark.at() - 1))
                        || isNotorious(s, mark.at())
                        || isCharge(s, mark.at()));
    }

    /** {@code a gang notorious for kidnapping}. */
    private static boolean isNotorious(Sentence s, int at) {
        return FOR.contains(s.word(at - 1)) && NOTORIOUS.contains(s.word(at - 2));
    }

    /** {@code charged with murder}, {@code on suspicion of attempted arson}: a name of the law. */
    private static boolean isCharge(Sentence s, int at) {
        int of = at - 1;
        while (BEFORE_CHARGES.contains(s.word(of))) {
            of--;
        }
        return CHARGED_WITH.contains(s.word(of)) && s.has(CHARGED, of - CHARGED_WITHIN, of) && !Doers.isWhom(s, at + 1);
    }

    private boolean[] figures(Facts facts) {
        boolean[] figures = new boolean[facts.sentence().size()];
        for (Cue cue : cues.in(facts, Cues.Where.PHRASE)) {
            for (int at = cue.at(); at < cue.end(); at++) {
                figures[at] = true;
            }
        }
        return figures;
    }

    /** {@code … and another against Balad}: the noun is that of the attack before. */
    private static List<Mark> withElliptic(Sentence s, List<Mark> marks) {
        List<Mark> all = new ArrayList<>(marks);
        for (int at = 1; at < s.size() - 1; at++) {
            int position = at;
            if (Manners.isElliptic(s, at) && AFTER_ANOTHER.contains(s.word(at + 1))) {
                marks.stream()
                        .filter(mark -> mark.end() <= position && mark.category() != Category.UNKNOWN)
                        .reduce((one, next) -> next)
                        .ifPresent(before -> all.add(new Mark(Kind.EVENT, before.category(), position, position + 1)));
            }
        }
        all.sort(Comparator.comparingInt(Mark::at));
        return all;
    }

    private List<Mark> heads(Facts facts, List<Mark> marks) {
        List<Mark> doers = marks.stream()
                .filter(mark -> !Kinds.isNone(facts.sentence(), mark))
                .toList();
        List<Mark> heads =
                marks.stream().filter(mark -> isHead(facts, mark, doers)).toList();
        List<Mark> own = heads.stream()
                .filter(mark -> !isLateDeath(facts.sentence(), mark))
                .toList();
        return own.isEmpty() ? heads : own;
    }

    /** {@code a man hit by a bomb on Monday died in hospital on Friday}: the death is no attack beside the bomb. */
    private static boolean isLateDeath(Sentence s, Mark mark) {
        return mark.is(Kind.HARM)
                && BEFALLS.contains(s.word(mark.at()))
                && s.has(LATE_DEATHS, mark.end(), mark.end() + DIED_WITHIN);
    }

    private boolean isHead(Facts facts, Mark mark, List<Mark> marks) {
        Sentence s = facts.sentence();
        if (AttackersEnd.is(s, mark)) {
            return false;
        }
        return switch (mark.kind()) {
            case EVENT, EVENTS -> !OF_ATTACKS.contains(s.word(mark.end())) && !isReference(s, mark);
            case VERB -> true;
            case KILLING -> isOfVictim(facts, mark, s.size());
            case LANDS ->
                mark.category() == Category.ABDUCTION
                        ? Doers.isCarriedOff(s, mark) || (Doers.isDone(s, mark, marks) && Doers.isOfPeople(s, mark))
                        : Doers.isDone(s, mark, marks);
            // A missile that was not intercepted is told of by what it did.
            case DOWNS -> !s.has(NOT, mark.at() - NOT_WITHIN, mark.at()) && Doers.isDowned(s, mark, marks);
            case HARM -> !isNounOfHarm(s, mark) && isHarm(facts, mark, marks);
            case WEAPON, AGENT -> false;
        };
    }

    /** {@code gunshot wounds}, {@code a wound to the neck}: what somebody has, not what was done. */
    private static boolean isNounOfHarm(Sentence s, Mark mark) {
        return HARM_NOUNS.contains(s.word(mark.at())) && !Doers.isWhom(s, mark.end());
    }

    private boolean isHarm(Facts facts, Mark mark, List<Mark> marks) {
        Sentence s = facts.sentence();
        return Doers.isInflicted(s, mark, marks) || Doers.isOfAttackers(s, mark, marks) || isKillingOf(facts, mark);
    }

    /** {@code the night after the stabbing}, {@code hours before the raid}: a time, by an attack that was told. */
    private static boolean isReference(Sentence s, Mark mark) {
        return TOLD_OF.contains(s.word(mark.at() - 1))
                && TIMED_BY.contains(s.word(mark.at() - 2))
                && TIMES.contains(s.word(mark.at() - 3));
    }

    /** {@code killed the mayor, Anselme Dorvil}. */
    private boolean isKillingOf(Facts facts, Mark mark) {
        boolean killed =
                mark.end() - mark.at() == 1 && KILLED.contains(facts.sentence().word(mark.at()));
        return killed && isOfVictim(facts, mark, clauseEnd(facts.sentence(), mark.at()));
    }

    private static int clauseEnd(Sentence s, int from) {
        int end = from + 1;
        while (end < Math.min(s.size(), from + VICTIM_WITHIN) && !s.word(end).equals(";")) {
            end++;
        }
        return end;
    }

    private boolean isOfVictim(Facts facts, Mark mark, int until) {
        return !victims.find(facts, mark.at(), until).isEmpty();
    }
}
