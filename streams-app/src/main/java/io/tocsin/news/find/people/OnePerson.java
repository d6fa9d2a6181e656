package io.tocsin.news.find.people;

import io.tocsin.news.find.people.Harm.Count;
import io.tocsin.news.find.people.Harm.Firmness;
import io.tocsin.news.find.people.HarmFinder.Counted;
import io.tocsin.news.find.people.HarmFinder.Word;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds one person without a number, by what the person is called or by what only befalls people. */
final class OnePerson {

    /** How far the word that says what befell the person may stand behind. */
    private static final int AHEAD = 10;

    /** How far behind a person the verb may stand by which the person speaks. */
    private static final int SPEAKS_WITHIN = 12;

    private static final Set<String> ENDS_SPEAKER = Words.of("ends-speakers");
    private static final Set<String> BEFORE_ONE = Words.of("before-one-person");
    private static final Set<String> OF_PEOPLE = Words.of("of-people");
    private static final Set<String> APART = Words.of("apart-from-person");
    private static final Set<String> SAYS = Words.of("says");
    private static final Set<String> WHOSE = Words.of("whose");
    private static final Set<String> SUBJECT_DIES = Words.of("dies-of-it");
    private static final Set<String> IS = Words.of("is-singular");
    private static final Set<String> NO_SUBJECTS = Words.of("killed-of-no-person");
    private static final Set<String> AFTER_NEXT = Words.of("after-the-next");
    private static final Set<String> CLAUSES = Words.of("between-person-and-death");

    private OnePerson() {}

    /** {@code a policeman} is one; so are {@code his bodyguard} and, where the word of harm is next to it, {@code the gunner}. */
    static Optional<Counted> at(Sentence s, int at, List<Found<Word>> found) {
        boolean one = BEFORE_ONE.contains(s.word(at)) || WHOSE.contains(s.word(at));
        boolean the = s.word(at).equals("the");
        if (!one && !the) {
            return Optional.empty();
        }
        for (Found<Word> word : found) {
            boolean near = word.from() > at && word.from() <= at + 4;
            boolean person = word.meaning() == Word.PERSON && near && nounEnds(s, word.until());
            boolean told = one || isHarmed(at, word.until(), found);
            boolean apart = s.has(APART, at, word.from()) || hasHarm(at, word.from(), found);
            if (person && told && !apart && !speaks(s, at, word.until(), found)) {
                return Optional.of(new Counted(new Count(1, false, Firmness.PLAIN, at, word.until()), word.until()));
            }
        }
        if (isNext(s, at)) {
            return Optional.of(new Counted(new Count(1, false, Firmness.PLAIN, at, at + 2), at + 2));
        }
        boolean mortal = one && !HarmFinder.isThing(s, at + 1, s.size(), found) && isMortal(s, at, found);
        return mortal
                ? Optional.of(new Counted(new Count(1, false, Firmness.PLAIN, at, at + 2), at + 2))
                : Optional.empty();
    }

    /** {@code killing two policemen and wounding a third}, {@code a fourth was injured}. */
    private static boolean isNext(Sentence s, int at) {
        boolean another = s.word(at).equals("another");
        boolean ordinal = s.word(at).equals("a")
                && Numbers.ordinal(s, at + 1).filter(rank -> rank > 1).isPresent();
        return (another && AFTER_NEXT.contains(s.word(at + 1))) || (ordinal && AFTER_NEXT.contains(s.word(at + 2)));
    }

    /** {@code a tailor from Aleppo died}, {@code a seamstress, who lived next door, was killed}: only people are. */
    private static boolean isMortal(Sentence s, int at, List<Found<Word>> found) {
        for (Found<Word> word : found) {
            boolean ahead = word.meaning() == Word.KILLED && word.from() > at + 1 && word.from() - at <= AHEAD;
            if (ahead) {
                boolean dies = SUBJECT_DIES.contains(s.word(word.from()))
                        || (IS.contains(s.word(word.from() - 1)) && !NO_SUBJECTS.contains(s.word(word.from())));
                return dies && !s.has(CLAUSES, at + 1, word.from());
            }
        }
        return false;
    }

    /** {@code a rescue official and witnesses said}, {@code a doctor at the hospital told reporters}. */
    private static boolean speaks(Sentence s, int at, int until, List<Found<Word>> found) {
        if (SAYS.contains(s.word(at - 1))) {
            return true;
        }
        int end = until;
        while (end < until + SPEAKS_WITHIN && !ENDS_SPEAKER.contains(s.word(end)) && !SAYS.contains(s.word(end))) {
            end++;
        }
        if (s.word(end).equals(",") && s.isCapital(end + 1)) {
            end++;
            while (s.isCapital(end)) {
                end++;
            }
            end += s.word(end).equals(",") ? 1 : 0;
        }
        return SAYS.contains(s.word(end)) && !hasHarm(until, end, found);
    }

    private static boolean hasHarm(int from, int until, List<Found<Word>> found) {
        return found.stream()
                .filter(word -> word.meaning() == Word.KILLED || word.meaning() == Word.INJURED)
                .anyMatch(word -> word.from() >= from && word.until() <= until);
    }

    private static boolean isHarmed(int from, int until, List<Found<Word>> found) {
        return found.stream()
                .filter(word -> word.meaning() == Word.KILLED || word.meaning() == Word.INJURED)
                .anyMatch(word -> word.until() == from || word.from() == until || word.from() == until + 1);
    }

    private static boolean nounEnds(Sentence s, int at) {
        return !OF_PEOPLE.contains(s.word(at));
    }
}
