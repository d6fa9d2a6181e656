package io.tocsin.news.find.attack;

import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.time.When;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/**
 * A sentence with its words of attack.
 *
 * @param marks all of them, in order
 * @param heads those that name an attack, in order
 */
record Marked(Facts facts, List<Mark> marks, List<Mark> heads) {

    private static final Set<String> PARTS_ALWAYS = Words.of("parts-always");
    private static final Set<String> SINCE = Words.of("since-when");
    private static final Set<String> CAME = Words.of("came");
    private static final Set<String> BEFORE_OR_AFTER = Words.of("hours-beside");
    private static final Set<String> UNITS = Words.of("times-by-attacks");
    private static final int CAME_WITHIN = 5;
    private static final Set<String> PARTS = Words.of("parts");

    Sentence sentence() {
        return facts.sentence();
    }

    /** Whether two attacks are told, one on each side of the position. */
    boolean partsAlways(int border) {
        return PARTS_ALWAYS.contains(sentence().word(border));
    }

    /** The last position between the two at which another attack may begin; negative: there is none. */
    int border(int from, int until) {
        Sentence s = sentence();
        for (int at = until - 1; at >= from; at--) {
            if (PARTS_ALWAYS.contains(s.word(at))) {
                return at;
            }
        }
        for (int at = until - 1; at >= from; at--) {
            if (PARTS.contains(s.word(at))) {
                int first = at;
                while (first > from && PARTS.contains(s.word(first - 1))) {
                    first--;
                }
                return Math.max(from, beginOfTime(first));
            }
        }
        return -1;
    }

    /** {@code on Tuesday, a week after}: the time that the border stands in tells of what follows it. */
    private int beginOfTime(int border) {
        return facts.whens().stream()
                .filter(when -> when.at() < border && border < when.end())
                .mapToInt(When::at)
                .min()
                .orElse(border);
    }

    /** Where what follows the head at the latest is told by another. */
    int nextHead(Mark head) {
        int next = heads.indexOf(head) + 1;
        return next < heads.size() ? heads.get(next).at() : sentence().size();
    }

    /** Where the stretch of the sentence begins that tells of the head. */
    int from(Mark head) {
        int before = heads.indexOf(head) - 1;
        if (before < 0) {
            return sinceWhen(head);
        }
        int end = heads.get(before).end();
        return Math.max(end, border(end, head.at()));
    }

    /** {@code she has been in Gulu since Tuesday, when gunmen opened fire}: what stands before is not of the attack. */
    private int sinceWhen(Mark head) {
        Sentence s = sentence();
        return facts.whens().stream()
                .filter(when -> when.end() < head.at() && SINCE.contains(s.word(when.at() - 1)))
                .filter(when ->
                        s.word(when.end()).equals(",") && s.word(when.end() + 1).equals("when"))
                .mapToInt(When::at)
                .max()
                .orElse(0);
    }

    /** Where it ends. */
    int until(Mark head) {
        int after = heads.indexOf(head) + 1;
        return after == heads.size()
                ? cameAfter(head)
                : Math.min(
                        cameAfter(head),
                        Math.max(head.end(), border(head.end(), heads.get(after).at())));
    }

    /** {@code the blast came hours after violence in Athens}: what stands after is not of the attack. */
    int cameAfter(Mark head) {
        Sentence s = sentence();
        if (CAME.contains(s.word(head.end()))) {
            for (int at = head.end() + 1; at < head.end() + CAME_WITHIN; at++) {
                if (BEFORE_OR_AFTER.contains(s.word(at)) && UNITS.contains(s.word(at - 1))) {
                    return at + 1;
                }
            }
        }
        return s.size();
    }

    /** The times between the positions at which something happened. */
    List<When> moments(int from, int until) {
        return facts.whens().stream()
                .filter(when -> when.use() == Use.MOMENT && when.at() >= from && when.at() < until)
                .toList();
    }
}
