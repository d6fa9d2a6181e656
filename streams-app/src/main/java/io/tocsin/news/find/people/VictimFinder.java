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

    private static final Set<String> SMALL = Words.of("within-names");
    private static final Set<String> PASSIVE = Words.of("passive");
    private static final Set<String> AFTER_VICTIMS = Words.of("after-victims");
    private static final Set<String> SPEAKS = Words.of("says-itself");

    /** A person and where the name stands. */
    public record Victim(String name, int at, int end) {}

    /** Those killed between the positions. */
    public List<Victim> find(Facts facts, int from, int until) {
        Sentence s = facts.sentence();
        List<Victim> victims = new ArrayList<>();
        for (int at = from; at < until; at++) {
            if (KILLING.contains(s.word(at))) {
                after(facts, at + 1, until, victims);
            }
            boolean passive = BEFALLS.contains(s.word(at)) && PASSIVE.contains(s.word(at - 1));
            if (passive) {
                before(facts, s.word(at - 2).equals("had") ? at - 2 : at - 1, from, victims);
            }
        }
        return victims.stream().distinct().toList();
    }

    private static void after(Facts facts, int from, int until, List<Victim> victims) {
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
            boolean speaks = SPEAKS.contains(s.word(end));
            if (end > at + 1 && titled && !speaks) {
                victims.add(new Victim(s.phrase(at, end), at, end));
                at = end - 1;
            }
        }
    }

    /** {@code the organist of the cathedral, Anselme Dorvil, was abducted}. */
    private static void before(Facts facts, int verb, int from, List<Victim> victims) {
        Sentence s = facts.sentence();
        int end = s.word(verb - 1).equals(",") ? verb - 1 : verb;
        int at = end;
        while (at > from
                && !facts.isTaken(at - 1)
                && s.isCapital(at - 1)
                && s.tokens().get(at - 1).isWord()
                && end - at < LONGEST) {
            at--;
        }
        if (end - at >= 2 && !TITLES.contains(s.word(end - 1))) {
            victims.add(new Victim(s.phrase(at, end), at, end));
        }
    }

    private static int endOfName(Facts facts, int at, int until) {
        Sentence s = facts.sentence();
        int end = at;
        while (end < until && end < at + LONGEST && !facts.isTaken(end)) {
            boolean small = end > at && SMALL.contains(s.word(end)) && s.isCapital(end + 1);
            if (!small && !(s.isCapital(end) && s.tokens().get(end).isWord())) {
                break;
            }
            end++;
        }
        return end;
    }
}
