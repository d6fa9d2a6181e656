package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/** Whether a verb that may tell anything ({@code hit}, {@code killed}) has a weapon or an attacker that did it. */
final class Doers {

    private static final int BEFORE = 16;
    private static final int AFTER = 8;
    private static final int BEFORE_PARTICIPLE = 30;
    private static final int ATTACKERS_WITHIN = 4;
    private static final int OWNED_WITHIN = 3;
    private static final int SAID_WHEN = 6;
    private static final int JUST_BY = 3;
    private static final int TAKEN_BEFORE = 12;
    private static final int TAKEN_WITHIN = 6;

    private static final Set<Category> FLYING =
            Set.of(Category.DRONE, Category.MISSILE, Category.ROCKET, Category.AIR_STRIKE);

    private static final Set<String> KILLED = Words.of("killed-whom");
    private static final Set<String> SO_FAR = Words.of("so-far-done");
    private static final Set<String> BY = Words.of("by");
    private static final Set<String> RELATIVE = Words.of("relative-whom");
    private static final Set<String> COMMA = Set.of(",");
    private static final Set<String> WITH = Words.of("with");
    private static final Set<String> OF = Set.of("of");
    private static final Set<String> AND = Words.of("and-then");
    private static final Set<String> RELATIVES = Words.of("relative");
    private static final Set<String> MOVES = Words.of("moves-only");
    private static final Set<String> SAYS = Words.of("says");
    private static final Set<String> CLAUSE_ENDS = Words.of("clause-ends");
    private static final Set<String> SUFFERS = Words.of("is-done");
    private static final Set<String> PEOPLE = Words.of("people-taken");
    private static final Set<String> BEFALLS = Words.of("befalls");
    private static final int SOMEBODY_WITHIN = 4;
    private static final Set<String> UNDER = Words.of("under");
    private static final Set<String> THEM = Words.of("killed-them");
    private static final Set<String> SOMEBODY = Words.of("somebody");
    private static final Set<String> PERSONS = Words.of("told-attackers");
    private static final Set<String> DEFENDERS = Words.of("defenders");
    private static final Set<String> SEIZED_AT = Words.of("seized-at");
    private static final Set<String> WHOM = Words.of("whom");

    private Doers() {}

    /** {@code rockets hit}, {@code hit by gunmen}. */
    static boolean isDone(Sentence s, Mark verb, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.is(Kind.WEAPON, Kind.AGENT))
                .anyMatch(mark -> (isBefore(s, mark, verb, BEFORE) && !isOwner(s, mark, verb))
                        || (mark.is(Kind.WEAPON) ? isSoonAfter(s, mark, verb) : isBy(s, mark, verb)));
    }

    /** {@code bases of the rebels had been destroyed}: they had them, and did nothing. */
    private static boolean isOwner(Sentence s, Mark mark, Mark verb) {
        return mark.is(Kind.AGENT)
                && s.has(SUFFERS, verb.at() - 1, verb.at())
                && s.has(OF, mark.at() - OWNED_WITHIN, mark.at())
                && !s.has(RELATIVES, mark.end(), verb.at());
    }

    /** {@code gunmen carried off four fishermen}, {@code whom rebels seized}, but not {@code rebels seized a border post}. */
    static boolean isOfPeople(Sentence s, Mark verb) {
        boolean suffered = s.has(SUFFERS, verb.at() - 2, verb.at())
                || s.has(BY, verb.end(), verb.end() + TAKEN_WITHIN)
                || s.has(RELATIVE, verb.at() - TAKEN_BEFORE, verb.at());
        boolean before = suffered && s.has(PEOPLE, verb.at() - TAKEN_BEFORE, verb.at());
        return before || s.has(PEOPLE, verb.end(), verb.end() + TAKEN_WITHIN);
    }

    /** {@code they were seized from the consulate}, {@code the men seized near Bannu}, by nobody who keeps order. */
    static boolean isCarriedOff(Sentence s, Mark verb) {
        if (!s.word(verb.at()).equals("seized")) {
            return false;
        }
        if (PEOPLE.contains(s.word(verb.at() - 1)) && s.has(SEIZED_AT, verb.end(), verb.end() + 1)) {
            boolean whoever = DEFENDERS.contains(s.word(verb.at() - 1)) && !isWhom(s, verb.at() - 2);
            return !whoever && !s.has(DEFENDERS, verb.end() + 1, verb.end() + AFTER);
        }
        if (!s.has(SUFFERS, verb.at() - 1, verb.at())) {
            return false;
        }
        int subject = verb.at() - 2;
        while (s.word(subject).equals("had") || s.word(subject).equals("who")) {
            subject--;
        }
        boolean person = PERSONS.contains(s.word(subject)) || PEOPLE.contains(s.word(subject));
        return (person || s.isCapital(subject)) && !s.has(DEFENDERS, verb.end(), verb.end() + AFTER);
    }

    /** {@code a drone was shot down}, {@code intercepted two missiles}, but not {@code intercepted a lorry with rifles}. */
    static boolean isDowned(Sentence s, Mark verb, List<Mark> marks) {
        List<Mark> flying = marks.stream()
                .filter(mark -> mark.is(Kind.WEAPON) && FLYING.contains(mark.category()))
                .toList();
        return isDone(s, verb, flying);
    }

    /** {@code a bomb killed}, {@code killed by gunmen}, but not {@code gunmen were killed}. */
    static boolean isInflicted(Sentence s, Mark harm, List<Mark> marks) {
        int within = s.word(harm.at()).endsWith("ing") ? BEFORE_PARTICIPLE : BEFORE;
        return marks.stream()
                        .filter(mark -> mark.is(Kind.WEAPON, Kind.AGENT))
                        .anyMatch(mark -> (isBefore(s, mark, harm, within)
                                        && !(mark.is(Kind.AGENT) && suffers(s, mark.end(), harm)))
                                || isBy(s, mark, harm)
                                || isWith(s, mark, harm))
                || isBySomebody(s, harm);
    }

    /** {@code killed them with machetes}, {@code perished under a bomb}, but not {@code killed a man with a knife}. */
    private static boolean isWith(Sentence s, Mark weapon, Mark harm) {
        int gap = weapon.at() - harm.end();
        boolean after = weapon.is(Kind.WEAPON) && gap > 0 && gap < AFTER && !isParted(s, harm.end(), weapon.at());
        boolean under = BEFALLS.contains(s.word(harm.at())) && s.has(UNDER, harm.end(), harm.end() + 1);
        boolean with = s.has(WITH, harm.end(), harm.end() + 2)
                && (THEM.contains(s.word(harm.end())) || s.has(SUFFERS, harm.at() - 2, harm.at()));
        return after && (under || with);
    }

    /** {@code was killed in front of a shop by a boy}: somebody of whom no more is said. */
    private static boolean isBySomebody(Sentence s, Mark harm) {
        if (!s.has(SUFFERS, harm.at() - 2, harm.at())) {
            return false;
        }
        for (int at = harm.end(); at < harm.end() + AFTER; at++) {
            if (BY.contains(s.word(at))) {
                return s.has(SOMEBODY, at + 1, at + SOMEBODY_WITHIN) && !isParted(s, harm.end(), at);
            }
        }
        return false;
    }

    /** {@code troops killed 12 militants}: those who attack were killed themselves; not {@code has killed}, which counts. */
    static boolean isOfAttackers(Sentence s, Mark harm, List<Mark> marks) {
        boolean active = KILLED.contains(s.word(harm.at())) && harm.end() - harm.at() == 1 && isWhom(s, harm.end());
        return active
                && !s.has(SUFFERS, harm.at() - 2, harm.at())
                && !s.has(SO_FAR, harm.at() - 2, harm.at())
                && marks.stream()
                        .anyMatch(mark -> mark.is(Kind.AGENT)
                                && mark.at() > harm.end()
                                && mark.at() - harm.end() < ATTACKERS_WITHIN
                                && !s.has(BY, harm.end(), mark.at())
                                && !isParted(s, harm.end(), mark.at()));
    }

    private static boolean isBefore(Sentence s, Mark doer, Mark verb, int within) {
        return doer.end() <= verb.at() && verb.at() - doer.end() < within && !isParted(s, doer.end(), verb.at());
    }

    /** Whether a clause ends between the positions; {@code , they said on Wednesday,} is only put in. */
    private static boolean isParted(Sentence s, int from, int until) {
        for (int at = from; at < until; at++) {
            boolean putIn = s.has(COMMA, from, at) && s.has(COMMA, at + 1, Math.min(until, at + SAID_WHEN));
            boolean saidToo = s.word(at).equals("that") && AND.contains(s.word(at - 1));
            if (saidToo || (CLAUSE_ENDS.contains(s.word(at)) && !(putIn && SAYS.contains(s.word(at))))) {
                return true;
            }
        }
        return false;
    }

    /** {@code hit it with a shell}, but not {@code went through the building and found no bomb}. */
    private static boolean isSoonAfter(Sentence s, Mark doer, Mark verb) {
        boolean moves = MOVES.contains(s.word(verb.at())) && !s.has(WITH, verb.end(), doer.at());
        return doer.at() >= verb.end()
                && doer.at() - verb.end() < AFTER
                && !moves
                && !isParted(s, verb.end(), doer.at());
    }

    /** {@code killed by gunmen}, {@code was killed in front of the post office by two bullets}. */
    private static boolean isBy(Sentence s, Mark doer, Mark verb) {
        boolean near = doer.at() - verb.end() < AFTER && s.has(BY, verb.end(), doer.at());
        boolean far = (doer.is(Kind.WEAPON) || s.has(SUFFERS, verb.at() - 2, verb.at()))
                && doer.at() - verb.end() < (isPutAside(s, doer.at()) ? BEFORE_PARTICIPLE : BEFORE)
                && s.has(BY, Math.max(verb.end(), doer.at() - JUST_BY), doer.at())
                && !isParted(s, verb.end(), doer.at());
        return doer.at() >= verb.end() && (near || far);
    }

    /** {@code killed at a market in Konduga, 25 km from the capital, by a bomb}. */
    private static boolean isPutAside(Sentence s, int doer) {
        int by = doer - 1;
        while (by > doer - JUST_BY && !BY.contains(s.word(by))) {
            by--;
        }
        return BY.contains(s.word(by)) && COMMA.contains(s.word(by - 1));
    }

    /** {@code gunmen died}, {@code gunmen were killed}, {@code gunmen killed in a raid}, but not {@code gunmen killed four people}. */
    private static boolean suffers(Sentence s, int from, Mark harm) {
        boolean befalls = BEFALLS.contains(s.word(harm.at()));
        return befalls || s.has(SUFFERS, from, harm.at()) || (s.word(from).equals("killed") && !isWhom(s, from + 1));
    }

    /** Whether the words say whom something befell. */
    static boolean isWhom(Sentence s, int at) {
        boolean atLeast = s.word(at).equals("at") && s.word(at + 1).equals("least");
        return Numbers.at(s, at).isPresent() || WHOM.contains(s.word(at)) || atLeast;
    }
}
