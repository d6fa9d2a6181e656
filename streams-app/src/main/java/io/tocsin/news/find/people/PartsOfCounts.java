package io.tocsin.news.find.people;

import io.tocsin.news.find.people.HarmFinder.Word;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/** What is said between two commas of some of those who are counted. */
final class PartsOfCounts {

    /** How far behind somebody it may be said that the one is among those counted. */
    private static final int AMONG_WITHIN = 5;

    private static final int LONGEST = 16;

    private static final int DOERS_WITHIN = 8;
    private static final int SPEAKERS_WITHIN = 4;
    private static final int SAID_WITHIN = 12;

    private static final Set<String> JOINS = Words.of("joins-counts");
    private static final Set<String> DOES = Words.of("harms-whom");
    private static final Set<String> IS_DONE = Words.of("is-done");
    private static final Set<String> ONE = Words.of("before-one-person");
    private static final Set<String> SPEAKERS = Words.of("sources");
    private static final Set<String> SAYS = Words.of("says");

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

    /** {@code two men on a motorcycle shot dead a policeman}, {@code was stabbed by two men}: who did it, and was not harmed. */
    static boolean isOfDoers(Sentence s, int at, int end, List<Found<Word>> found) {
        if (s.word(at - 1).equals("by") && hasHarmBefore(s, at, found)) {
            return true;
        }
        for (Found<Word> word : found) {
            boolean harm = word.meaning() == Word.KILLED || word.meaning() == Word.INJURED;
            if (harm && word.from() >= end) {
                return word.from() - end <= DOERS_WITHIN
                        && DOES.contains(s.word(word.from()))
                        && isWhom(s, word.until())
                        && !s.has(IS_DONE, end, word.from())
                        && !s.has(JOINS, end, word.from());
            }
        }
        return false;
    }

    private static boolean isWhom(Sentence s, int at) {
        boolean atLeast = s.word(at).equals("at") && s.word(at + 1).equals("least");
        return atLeast || ONE.contains(s.word(at)) || Numbers.at(s, at).isPresent();
    }

    private static boolean hasHarmBefore(Sentence s, int at, List<Found<Word>> found) {
        return found.stream()
                .filter(word -> word.meaning() == Word.KILLED || word.meaning() == Word.INJURED)
                .anyMatch(word -> word.until() <= at
                        && at - word.until() <= DOERS_WITHIN
                        && s.has(IS_DONE, word.from() - 2, word.from()));
    }

    /** {@code two security sources and a doctor said}: they are who speaks. */
    static boolean isOfSpeakers(Sentence s, int end) {
        for (int at = end; at < end + SPEAKERS_WITHIN && !JOINS.contains(s.word(at)); at++) {
            if (SPEAKERS.contains(s.word(at))) {
                return s.has(SAYS, at, at + SAID_WITHIN);
            }
        }
        return false;
    }
}
