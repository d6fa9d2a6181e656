package io.tocsin.news.find.people;

import io.tocsin.news.find.Facts;
import io.tocsin.news.find.people.Harm.Count;
import io.tocsin.news.find.people.Harm.Firmness;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Counts the people harmed in a stretch of a sentence: {@code killing at least three soldiers and wounding five}. */
public final class HarmFinder {

    /** How far a number may stand before the word that says what befell the people. */
    private static final int AHEAD = 10;

    /** How far it may stand after it. */
    private static final int BEHIND = 5;

    private static final Set<String> AT_LEAST = Words.of("at-least");
    private static final Set<String> STEPS = Words.of("before-counts");

    private static final Set<String> AFTER_COUNTS = Words.of("after-counts");
    private static final Set<String> PART_OF = Words.of("part-of");
    private static final Set<String> THEM = Words.of("them");
    private static final Set<String> BEFALLEN_BEFORE = Words.of("before-befallen");
    private static final Set<String> JOINS = Words.of("joins-counts");
    private static final Set<String> OUT_OF_REACH = Words.of("out-of-reach");
    private static final Set<String> DIES = Words.of("dies");
    private static final Set<String> WHOSE = Words.of("whose");
    private static final Set<String> LEAVES = Words.of("leaves-behind");
    private static final Set<String> PASSIVES = Words.of("passive");
    private static final Set<String> AFTER_BOTH = Words.of("after-both-people");
    private static final Set<String> AGED = Words.of("aged");

    enum Word {
        KILLED,
        INJURED,
        NONE,
        NOBODY,
        UNHURT,
        PERSON,
        THING,
        PART
    }

    private final Phrases<Word> words =
            Phrases.read("harm.tsv", 2, row -> Word.valueOf(row.get(1).toUpperCase(Locale.ROOT)));

    /** Whom the stretch says to be harmed. */
    public Harm find(Facts facts, int from, int until) {
        Sentence s = facts.sentence();
        List<Found<Word>> found = facts.all(words).stream()
                .filter(word -> word.from() >= from && word.until() <= until)
                .toList();
        Tally tally = new Tally(s);
        for (Counted each : counted(facts, from, until, found)) {
            boolean toll = Tolls.isToll(s, each.count.at());
            if (toll && Tolls.isSince(facts, each.count.at())) {
                continue;
            }
            Word word = befell(s, each, found, until);
            boolean before = !toll && wordBefore(s, each.count.at(), found) != null;
            tally.add(each, word, before, isOfOthers(s, each, found));
            if (toll && tally.last() == Word.KILLED) {
                tally.toll(each.count);
            }
        }
        Optional<Count> dead =
                tally.toll().or(() -> Tolls.ranked(facts, from, until)).or(tally::killed);
        return new Harm(dead, tally.injured()).or(nobody(found));
    }

    /** {@code four civilians and two policemen, and injured 12}: what the next word of harm tells befell others. */
    private static boolean isOfOthers(Sentence s, Counted counted, List<Found<Word>> found) {
        for (Found<Word> word : found) {
            boolean harm = word.meaning() == Word.KILLED || word.meaning() == Word.INJURED;
            if (harm && word.from() >= counted.count.end()) {
                return s.has(JOINS, counted.count.end(), word.from());
            }
        }
        return false;
    }

    private static Harm nobody(List<Found<Word>> found) {
        Optional<Count> killed = Optional.empty();
        Optional<Count> injured = Optional.empty();
        for (Found<Word> word : found) {
            Optional<Count> none = Optional.of(new Count(0, false, Firmness.PLAIN, word.from(), word.until()));
            boolean all = word.meaning() == Word.NONE;
            killed = killed.or(() -> all || word.meaning() == Word.NOBODY ? none : Optional.empty());
            injured = injured.or(() -> all || word.meaning() == Word.UNHURT ? none : Optional.empty());
        }
        return new Harm(killed, injured);
    }

    /** A count of people, and the end of the noun that they are called by. */
    record Counted(Count count, int end) {}

    private List<Counted> counted(Facts facts, int from, int until, List<Found<Word>> found) {
        Sentence s = facts.sentence();
        List<Counted> counted = new ArrayList<>();
        for (int at = from; at < until; at++) {
            if (facts.isTimed(at) || isPart(s, at, found)) {
                continue;
            }
            int position = at;
            Optional<Counted> next = number(s, at, until, found).or(() -> OnePerson.at(s, position, found));
            if (next.isPresent()) {
                counted.add(next.get());
                at = Math.max(at, next.get().end - 1);
            }
        }
        return counted;
    }

    private Optional<Counted> number(Sentence s, int at, int until, List<Found<Word>> found) {
        boolean dozens = s.word(at).equals("dozens") && !s.word(at + 2).equals("the");
        boolean couple = s.word(at).equals("couple") && !s.word(at + 1).equals("of");
        Optional<Figure> number = dozens
                ? Optional.of(new Figure(24, at, at + 1))
                : couple || isBoth(s, at) ? Optional.of(new Figure(2, at, at + 1)) : Numbers.at(s, at);
        if (number.isEmpty()
                || number.get().value() > 100_000
                || isAge(s, at, number.get().until())
                || Tolls.isSuperseded(s, at)
                || Tolls.isOfInjured(s, number.get().until())
                || PartsOfCounts.isOfDoers(s, at, number.get().until(), found)
                || PartsOfCounts.isOfSpeakers(s, number.get().until())
                || isThing(s, number.get().until(), until, found)) {
            return Optional.empty();
        }
        boolean most = dozens || AT_LEAST.contains(s.word(at - 1));
        int end = number.get().until();
        return Optional.of(new Counted(
                new Count(
                        number.get().value(), most, Tolls.isMore(s, at, end) ? Firmness.PART : Firmness.PLAIN, at, end),
                end));
    }

    /** {@code a farmer and both his sons}, {@code Both are dead}. */
    private static boolean isBoth(Sentence s, int at) {
        boolean people = WHOSE.contains(s.word(at + 1)) || AFTER_BOTH.contains(s.word(at + 1));
        return s.word(at).equals("both") && people;
    }

    /** {@code aged nine}, {@code Lalon Das, 52,}. */
    private static boolean isAge(Sentence s, int at, int until) {
        boolean apart = s.word(at - 1).equals(",") && Set.of(",", ".", ")").contains(s.word(until));
        boolean years = s.word(until).equals(",")
                && s.word(at).length() == 2
                && Character.isDigit(s.word(at).charAt(0));
        return AGED.contains(s.word(at - 1)) || (apart && (years || s.isCapital(at - 2)));
    }

    static boolean isThing(Sentence s, int at, int until, List<Found<Word>> found) {
        for (int next = at; next < Math.min(at + 4, until); next++) {
            int position = next;
            Optional<Found<Word>> word =
                    found.stream().filter(each -> each.from() == position).findFirst();
            if (word.isPresent()) {
                return word.get().meaning() == Word.THING;
            }
            if (!s.tokens().get(next).isWord() || AFTER_COUNTS.contains(s.word(next))) {
                return false;
            }
        }
        return false;
    }

    /** Numbers after "including" are parts of a number before. */
    private boolean isPart(Sentence s, int at, List<Found<Word>> found) {
        for (Found<Word> word : found) {
            boolean before = word.until() <= at && word.until() >= at - 12;
            if (word.meaning() == Word.PART && before && sameClause(s, word.until(), at, found)) {
                return true;
            }
        }
        if (PartsOfCounts.isAmongThem(s, at) || PartsOfCounts.isOfManner(s, at)) {
            return true;
        }
        int counts = AT_LEAST.contains(s.word(at - 1)) ? at - 2 : at;
        boolean harmed = found.stream()
                .anyMatch(word ->
                        word.until() == counts && (word.meaning() == Word.KILLED || word.meaning() == Word.INJURED));
        return !harmed && PART_OF.contains(s.word(at + 1)) && THEM.contains(s.word(at + 2));
    }

    private static boolean sameClause(Sentence s, int from, int until, List<Found<Word>> found) {
        for (int at = from; at < until; at++) {
            int position = at;
            boolean harm = found.stream()
                    .anyMatch(word -> word.from() == position
                            && (word.meaning() == Word.KILLED || word.meaning() == Word.INJURED));
            boolean stops = s.word(at).equals(";")
                    || s.word(at).equals(".")
                    || (s.word(at).equals(",") && s.word(at + 1).equals("and"));
            if (harm || stops) {
                return false;
            }
        }
        return true;
    }

    /** What befell the people of the number: by the word right before it, or else by the next one after. */
    private Word befell(Sentence s, Counted counted, List<Found<Word>> found, int until) {
        if (Tolls.isToll(s, counted.count.at())) {
            return found.stream().anyMatch(word -> word.meaning() == Word.KILLED) ? Word.KILLED : null;
        }
        Word before = wordBefore(s, counted.count.at(), found);
        if (before != null) {
            return before;
        }
        for (Found<Word> word : found) {
            boolean harm = word.meaning() == Word.KILLED || word.meaning() == Word.INJURED;
            boolean ahead = word.from() >= counted.count.end()
                    && word.from() - counted.count.end() - PartsOfCounts.insertion(s, counted.count.end()) <= AHEAD
                    && word.until() <= until;
            if (harm && ahead && !s.has(OUT_OF_REACH, counted.count.end(), word.from()) && !leaves(s, counted, word)) {
                return word.meaning();
            }
        }
        return null;
    }

    /** {@code two passers-by and left 24 people wounded}: those who are left so are others. */
    private static boolean leaves(Sentence s, Counted counted, Found<Word> harm) {
        for (int at = counted.count.end(); at < harm.from(); at++) {
            if (LEAVES.contains(s.word(at)) && !PASSIVES.contains(s.word(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private Word wordBefore(Sentence s, int at, List<Found<Word>> found) {
        for (int back = at; back > Math.max(0, at - BEHIND - 4); back--) {
            int end = back;
            Optional<Found<Word>> word = found.stream()
                    .filter(each -> each.until() == end)
                    .filter(each -> each.meaning() == Word.KILLED || each.meaning() == Word.INJURED)
                    .findFirst();
            if (word.isPresent()) {
                boolean passive = s.word(end).equals("and")
                        && BEFALLEN_BEFORE.contains(s.word(word.get().from() - 1));
                boolean closed = s.word(end).equals("and") && (passive || DIES.contains(s.word(end - 1)));
                return closed && !s.word(end - 1).equals("killing")
                        ? null
                        : word.get().meaning();
            }
            if (!STEPS.contains(s.word(back - 1))) {
                return null;
            }
        }
        return null;
    }
}
