package io.tocsin.news.find;

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

    /** A person and where the name stands. */
    public record Victim(String name, int at, int end) {}

    /** Those killed between the positions. */
    public List<Victim> find(Sentence s, int from, int until, boolean[] taken) {
        List<Victim> victims = new ArrayList<>();
        for (int at = from; at < until; at++) {
            if (KILLING.contains(s.word(at))) {
                after(s, at + 1, until, taken, victims);
            }
            boolean passive = BEFALLS.contains(s.word(at)) && s.word(at - 1).matches("was|were|been|is");
            if (passive) {
                before(s, s.word(at - 2).equals("had") ? at - 2 : at - 1, from, taken, victims);
            }
        }
        return victims.stream().distinct().toList();
    }

    private static void after(Sentence s, int from, int until, boolean[] taken, List<Victim> victims) {
        boolean titled = false;
        for (int at = from; at < Math.min(from + WITHIN, until); at++) {
            if (Character.isDigit(s.text(at).charAt(0))) {
                return;
            }
            titled |= TITLES.contains(s.word(at)) || (s.word(at).equals(",") && at - from >= 2);
            if (Set.of("by", "in", "near", "after", "when", "while", "who", "at")
                            .contains(s.word(at))
                    && !taken(taken, at + 1)) {
                return;
            }
            int end = taken[at] || TITLES.contains(s.word(at)) ? at : endOfName(s, at, until, taken);
            boolean speaks = s.word(end).matches("said|told|says|added|reported|confirmed");
            if (end > at + 1 && titled && !speaks) {
                victims.add(new Victim(s.phrase(at, end), at, end));
                at = end - 1;
            }
        }
    }

    /** {@code the organist of the cathedral, Anselme Dorvil, was abducted}. */
    private static void before(Sentence s, int verb, int from, boolean[] taken, List<Victim> victims) {
        int end = s.word(verb - 1).equals(",") ? verb - 1 : verb;
        int at = end;
        while (at > from
                && !taken[at - 1]
                && s.isCapital(at - 1)
                && s.tokens().get(at - 1).isWord()
                && end - at < LONGEST) {
            at--;
        }
        if (end - at >= 2 && !TITLES.contains(s.word(end - 1))) {
            victims.add(new Victim(s.phrase(at, end), at, end));
        }
    }

    private static boolean taken(boolean[] taken, int at) {
        return at < taken.length && taken[at];
    }

    private static int endOfName(Sentence s, int at, int until, boolean[] taken) {
        int end = at;
        while (end < until && end < at + LONGEST && !taken[end]) {
            boolean small = end > at && SMALL.contains(s.word(end)) && s.isCapital(end + 1);
            if (!small && !(s.isCapital(end) && s.tokens().get(end).isWord())) {
                break;
            }
            end++;
        }
        return end;
    }
}
