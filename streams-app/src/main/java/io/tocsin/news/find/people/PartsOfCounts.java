package io.tocsin.news.find.people;

import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Set;

/** What is said between two commas of some of those who are counted. */
final class PartsOfCounts {

    /** How far behind somebody it may be said that the one is among those counted. */
    private static final int AMONG_WITHIN = 5;

    private static final int LONGEST = 16;

    private static final Set<String> THEM = Words.of("them");
    private static final Set<String> ONE_OF_THEM = Words.of("one-of-them");

    private PartsOfCounts() {}

    /** {@code five passengers, an infant among them, perished}. */
    static boolean isAmongThem(Sentence s, int at) {
        for (int among = at + 1; among <= at + AMONG_WITHIN && !s.word(among).equals(","); among++) {
            if (s.word(among).equals("among") && THEM.contains(s.word(among + 1))) {
                return true;
            }
        }
        return false;
    }

    /** {@code six others, two critically}: how badly some of them were hurt. */
    static boolean isOfManner(Sentence s, int at) {
        return s.word(at - 1).equals(",") && s.word(at + 1).endsWith("ly");
    }

    /** How many words stand between two commas behind the people: {@code four people, one of them a rescuer, died}. */
    static int insertion(Sentence s, int end) {
        int begin = end;
        while (begin < end + 2 && !s.word(begin).equals(",")) {
            begin++;
        }
        if (!s.word(begin).equals(",") || !ONE_OF_THEM.contains(s.word(begin + 1))) {
            return 0;
        }
        int close = begin + 1;
        while (close < begin + LONGEST && !s.word(close).equals(",")) {
            close++;
        }
        return s.word(close).equals(",") ? close - begin : 0;
    }
}
