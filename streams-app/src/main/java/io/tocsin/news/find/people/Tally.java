package io.tocsin.news.find.people;

import io.tocsin.news.find.people.Harm.Count;
import io.tocsin.news.find.people.HarmFinder.Counted;
import io.tocsin.news.find.people.HarmFinder.Word;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Adds up the counts of those harmed in the order in which a sentence tells them. Of one sentence. */
final class Tally {

    /** How far apart two counts may stand that are one sum. */
    private static final int JOINED_WITHIN = 6;

    private static final int NOUN_WITHIN = 3;

    private static final Set<String> JOINS = Words.of("joins-counts");
    private static final Set<String> BETWEEN_COUNTS = Words.of("between-counts");
    private static final Set<String> ATTACKERS = Words.of("attackers");
    private static final Set<String> ASSAULTS = Words.of("assaults");
    private static final Set<String> CLASHES = Words.of("clashes");

    private final Sentence s;
    private final boolean clash;
    private Optional<Count> killed = Optional.empty();
    private Optional<Count> injured = Optional.empty();
    private Optional<Count> toll = Optional.empty();
    /** Whether the only one counted so far is somebody named before the word of harm, who may only stand by. */
    private boolean mayBeNone;

    private Word last;
    private boolean lastBefore;
    private boolean lastAttackers;
    private int lastEnd = -1;

    Tally(Sentence s) {
        this.s = s;
        this.clash = !s.has(ASSAULTS, 0, s.size()) || s.has(CLASHES, 0, s.size());
    }

    /**
     * Adds a count.
     *
     * @param word what befell the people, by the words next to them; null: none of them says
     * @param before whether a word before them says so
     * @param others whether the next word of harm tells of others
     */
    void add(Counted each, Word word, boolean before, boolean others) {
        boolean joins = last != null && joins(lastEnd, each.count().at());
        boolean joined = joins && (word == null || (lastBefore && others && !before));
        Word befell = joined ? last : word;
        boolean attackers = isAttackers(each.count().end());
        boolean sum = joins && last == befell;
        boolean after = !(before || (joined && lastBefore));
        if (befell == Word.KILLED) {
            boolean meant = mayBeNone && !after && !sum && each.count().number() > 1;
            killed = meant ? Optional.of(each.count()) : sum(killed, each.count(), sum, attackers);
            mayBeNone = after && (attackers || each.count().number() == 1);
        } else if (befell == Word.INJURED) {
            injured = sum(injured, each.count(), sum, attackers);
        }
        last = befell;
        lastBefore = !after;
        lastAttackers = attackers;
        lastEnd = each.end();
    }

    /** Those who attacked are not counted beside others, unless both sides fought. */
    private Optional<Count> sum(Optional<Count> told, Count count, boolean sum, boolean attackers) {
        if (told.isEmpty()) {
            return Optional.of(count);
        }
        if (!sum || (attackers && !lastAttackers && !clash)) {
            return told;
        }
        return Optional.of(
                lastAttackers && !attackers && !clash ? count : told.get().plus(count));
    }

    /** {@code 63 militants}, {@code 59 of the insurgents}. */
    private boolean isAttackers(int end) {
        for (int at = end; at < end + NOUN_WITHIN && !JOINS.contains(s.word(at)); at++) {
            if (ATTACKERS.contains(s.word(at))) {
                return true;
            }
        }
        return false;
    }

    /** The count is one of all the dead. */
    void toll(Count count) {
        toll = Optional.of(count.inAll());
    }

    /** What befell those who were counted last; null: it is not said. */
    Word last() {
        return last;
    }

    Optional<Count> toll() {
        return toll;
    }

    Optional<Count> killed() {
        return killed;
    }

    Optional<Count> injured() {
        return injured;
    }

    /** Whether the two counts between the positions are one sum: no other verb stands between. */
    private boolean joins(int from, int until) {
        if (from < 0 || until - from > JOINED_WITHIN) {
            return false;
        }
        boolean joined = false;
        for (int at = from; at < until; at++) {
            String word = s.word(at);
            boolean verb = joined && (word.endsWith("ing") || word.endsWith("ed")) && !s.isCapital(at);
            if (verb || BETWEEN_COUNTS.contains(word)) {
                return false;
            }
            joined |= JOINS.contains(word);
        }
        return joined;
    }
}
