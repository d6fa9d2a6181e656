package io.tocsin.news.find.people;

import io.tocsin.news.find.Facts;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds people of name who were killed: {@code the killing of Iranian general Qassem Suleimani}. */
public final class VictimFinder {

    private static final int WITHIN = 14;
    private static final int LONGEST = 5;

    private static final Set<String> KILLING = Words.of("befalling");

    private static final Set<String> BEFALLS = Words.of("befallen");

    private static final Set<String> TITLES = Words.of("titles-of-victims");

    /** How many tokens the words between commas may have. */
    private static final int APPOSED = 28;

    private static final int NAMED_WITHIN = 6;

    private static final Set<String> KILLINGS = Words.of("killings");

    private static final Set<String> DIES = Words.of("dies-of-it");

    private static final Set<String> BURIED = Words.of("buried");

    /** {@code was among the dead}, {@code was among those killed}. */
    private static final Set<String> DEAD = Words.of("the-dead");

    private static final Set<String> REMAINS = Words.of("remains");

    private static final Set<String> NAMED = Words.of("named");

    private static final Set<String> DOERS = Words.of("known-doers");

    private static final Set<String> SMALL = Words.of("within-names");
    private static final Set<String> PASSIVE = Words.of("passive");
    private static final Set<String> AFTER_VICTIMS = Words.of("after-victims");
    private static final Set<String> DEADLY = Words.of("deadly");
    private static final Set<String> TAKEN = Words.of("taken-away");
    private static final Set<String> AWAY = Words.of("away");
    private static final Set<String> AUXILIARY = Words.of("auxiliary-of-victims");
    private static final Set<String> HIM = Words.of("him");
    private static final Set<String> STRIKES = Words.of("strikes-people");
    private static final Set<String> ENDS_CLAUSE = Words.of("ends-clauses");
    private static final Set<String> WHOSE = Words.of("whose");
    private static final int DIES_WITHIN = 14;
    private static final Set<String> SPEAKS = Words.of("says-itself");

    /**
     * A person and where the name stands.
     *
     * @param dead whether it is said that the person is dead
     */
    public record Victim(String name, boolean dead, int at, int end) {}

    /** Those killed between the positions. */
    public List<Victim> find(Facts facts, int from, int until) {
        Sentence s = facts.sentence();
        List<Victim> victims = new ArrayList<>();
        for (int at = from; at < until; at++) {
            if (KILLING.contains(s.word(at))) {
                after(facts, at + 1, until, isDeadly(s, at), victims);
            }
            if (at + 1 < until
                    && KILLINGS.contains(s.word(at))
                    && s.word(at + 1).equals("of")) {
                ofKilling(facts, at + 2, until, DEADLY.contains(s.word(at)), victims);
            }
            boolean befallen =
                    BEFALLS.contains(s.word(at)) || (TAKEN.contains(s.word(at)) && AWAY.contains(s.word(at + 1)));
            if (befallen && PASSIVE.contains(s.word(at - 1))) {
                before(facts, auxiliary(s, at - 1), from, isDeadly(s, at), victims);
            }
            if (BEFALLS.contains(s.word(at)) && s.word(at - 1).equals("and")) {
                alsoBefallen(facts, at, from, victims);
            }
            if (STRIKES.contains(s.word(at)) && PASSIVE.contains(s.word(at - 1)) && isAged(s, at - 2)) {
                before(facts, at - 1, from, false, victims);
            }
            if (s.word(at).equals("whom") && s.has(KILLING, at + 2, at + NAMED_WITHIN + 2)) {
                before(facts, at, from, s.has(DEADLY, at + 2, at + NAMED_WITHIN + 2), victims);
            }
            if (s.word(at).equals("when") && s.has(HIM, at + 2, until)) {
                surprised(facts, at, victims);
            }
        }
        return victims.stream().distinct().toList();
    }

    /** {@code Berta Yule, a governor, was called to her door and shot}. */
    private static void alsoBefallen(Facts facts, int verb, int from, List<Victim> victims) {
        Sentence s = facts.sentence();
        for (int at = verb - 2; at >= Math.max(from, verb - DIES_WITHIN) && !ENDS_CLAUSE.contains(s.word(at)); at--) {
            if (PASSIVE.contains(s.word(at))) {
                before(facts, auxiliary(s, at), from, isDeadly(s, verb), victims);
                return;
            }
        }
    }

    /** {@code Rolando Quispe, 46, was hit}: only people are of an age. */
    private static boolean isAged(Sentence s, int comma) {
        boolean figure = Character.isDigit(
                s.text(comma - 1).isEmpty() ? ' ' : s.text(comma - 1).charAt(0));
        return s.word(comma).equals(",") && figure && s.word(comma - 2).equals(",");
    }

    /** {@code killed}, {@code gunned down}, {@code shot dead}. */
    private static boolean isDeadly(Sentence s, int at) {
        return DEADLY.contains(s.word(at)) || s.word(at + 1).equals("dead") || s.has(DIES, at + 1, at + DIES_WITHIN);
    }

    /** Where the verb begins: {@code who had been}. */
    private static int auxiliary(Sentence s, int at) {
        int begin = at;
        while (AUXILIARY.contains(s.word(begin - 1))) {
            begin--;
        }
        return begin;
    }

    /** {@code Julio Ramos, 44, was at the wheel of his bus when a passenger shot him}. */
    private static void surprised(Facts facts, int when, List<Victim> victims) {
        Sentence s = facts.sentence();
        for (int at = 1; at < when; at++) {
            if (PASSIVE.contains(s.word(at)) || s.word(at).equals("had")) {
                before(facts, at, 0, false, victims);
                return;
            }
        }
    }

    /**
     * Those who are dead by what the stretch says without a word of attack: {@code Osman Taha, 41, died}, {@code named as
     * Abu Hadi}, {@code the body of Muhammad Aslam}, {@code James Lokule was buried}.
     */
    public List<Victim> findDead(Facts facts, int from, int until) {
        Sentence s = facts.sentence();
        List<Victim> victims = new ArrayList<>();
        for (int at = from; at < until; at++) {
            if (DIES.contains(s.word(at))) {
                before(facts, auxiliary(s, at), from, true, victims);
            }
            if (BURIED.contains(s.word(at)) && s.word(at - 1).matches("was|were")) {
                before(facts, at - 1, from, true, victims);
            }
            if (s.word(at).equals("among") && PASSIVE.contains(s.word(at - 1)) && DEAD.contains(s.word(at + 2))) {
                before(facts, auxiliary(s, at - 1), from, true, victims);
            }
            if (REMAINS.contains(s.word(at)) && s.word(at + 1).equals("of")) {
                ofKilling(facts, at + 2, until, true, victims);
            }
            boolean named = s.word(at).equals("as") && s.has(NAMED, at - NAMED_WITHIN, at);
            boolean called =
                    s.word(at).equals("was") && s.word(at - 1).equals("name") && WHOSE.contains(s.word(at - 2));
            if ((named || called) && !s.has(DOERS, from, until)) {
                ofKilling(facts, at + 1, until, false, victims);
            }
        }
        return victims.stream().distinct().toList();
    }

    /** {@code the murder of Roya Mirzayee}, {@code named as retired colonel Ali Nasser}. */
    private static void ofKilling(Facts facts, int from, int until, boolean dead, List<Victim> victims) {
        Sentence s = facts.sentence();
        for (int at = from; at < Math.min(from + LONGEST, until); at++) {
            boolean title = TITLES.contains(s.word(at));
            int end = facts.isTaken(at) || title ? at : endOfName(facts, at, until);
            if (end > at + 1) {
                victims.add(new Victim(s.phrase(at, end), dead, at, end));
                return;
            }
            if (!title && !s.word(at).matches("the|a|an|former|retired|late")) {
                return;
            }
        }
    }

    private static void after(Facts facts, int from, int until, boolean dead, List<Victim> victims) {
        Sentence s = facts.sentence();
        boolean titled = false;
        for (int at = from; at < Math.min(from + WITHIN, until); at++) {
            if (Character.isDigit(s.text(at).charAt(0))) {
                return;
            }
            titled |= TITLES.contains(s.word(at)) || (s.word(at).equals(",") && at - from >= 2);
            if (AFTER_VICTIMS.contains(s.word(at)) && !facts.isTaken(at + 1)) {
                return;
            }
            int end = facts.isTaken(at) || TITLES.contains(s.word(at)) ? at : endOfName(facts, at, until);
            boolean speaks = SPEAKS.contains(s.word(s.word(end).equals(",") ? end + 1 : end));
            if (end > at + 1 && titled && !speaks) {
                victims.add(new Victim(s.phrase(at, end), dead, at, end));
                at = end - 1;
            }
        }
    }

    /** {@code the organist of the cathedral, Anselme Dorvil, was abducted}. */
    private static void before(Facts facts, int verb, int from, boolean dead, List<Victim> victims) {
        Sentence s = facts.sentence();
        int end = s.word(verb - 1).equals(",") ? verb - 1 : verb;
        if (end < verb && !isName(s, end - 1)) {
            end = apposed(s, end, from);
        }
        int at = end;
        while (at > from
                && !facts.isTaken(at - 1)
                && (isName(s, at - 1) || (at < end && SMALL.contains(s.word(at - 1)) && s.isCapital(at - 2)))
                && end - at < LONGEST) {
            at--;
        }
        if (end - at >= 2 && !TITLES.contains(s.word(end - 1))) {
            victims.add(new Victim(s.phrase(at, end), dead, at, end));
        }
    }

    /** Where the words between commas begin that end there: {@code Hana Saif, aged nine, was killed}. */
    private static int apposed(Sentence s, int end, int from) {
        int first = end;
        for (int at = end - 1; at > Math.max(from, end - APPOSED); at--) {
            if (s.word(at).equals(",")) {
                first = at;
                if (isName(s, at - 1) && isName(s, at - 2)) {
                    return first;
                }
            }
        }
        return first;
    }

    private static boolean isName(Sentence s, int at) {
        return at >= 0 && s.isCapital(at) && s.tokens().get(at).isWord();
    }

    private static int endOfName(Facts facts, int at, int until) {
        Sentence s = facts.sentence();
        int end = at;
        while (end < until && end < at + LONGEST && !facts.isTaken(end)) {
            boolean small = end > at && SMALL.contains(s.word(end)) && s.isCapital(end + 1);
            if (!small && !isName(s, end)) {
                break;
            }
            end++;
        }
        return end;
    }
}
