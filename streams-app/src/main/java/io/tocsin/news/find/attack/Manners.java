package io.tocsin.news.find.attack;

import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Numbers.Figure;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** How an attack is spoken of, by the words before it: {@code the attack}, {@code a second attack}, {@code 40 attacks}. */
final class Manners {

    private static final int MODIFIERS = 7;
    private static final int NEAR = 4;

    private static final Set<String> ONE = Words.of("one");
    private static final Set<String> KNOWN = Words.of("known");
    private static final Set<String> DAYS = Words.of("days-of-known");
    private static final Set<String> ONE_MORE = Words.of("one-more");
    private static final Set<String> MANY = Words.of("many");
    private static final Set<String> TWO = Words.of("two");
    private static final Set<String> AGAIN = Words.of("again");
    private static final Set<String> BEFORE_NOUNS = Words.of("before-nouns");
    private static final Set<String> AUXILIARIES = Words.of("passive-helpers");
    private static final Set<String> VICTIMS = Words.of("victims-told");
    private static final Set<String> BEFORE_COUNTED = Words.of("before-counted");

    private Manners() {}

    /** Of the word that names the attack. */
    static Manner of(Sentence s, Mark head) {
        if (isElliptic(s, head.at())) {
            return Manner.ANOTHER;
        }
        return head.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING) ? ofNoun(s, head) : ofVerb(s, head);
    }

    /** {@code … and another against Balad}. */
    static boolean isElliptic(Sentence s, int at) {
        return s.word(at).equals("another");
    }

    private static Manner ofVerb(Sentence s, Mark verb) {
        return s.has(AGAIN, verb.at() - NEAR, verb.at())
                ? Manner.ANOTHER
                : isOfVictims(s, verb) ? Manner.KNOWN : Manner.NEW;
    }

    /** {@code most of the victims were hacked to death}: how those died of whom the attack is told. */
    private static boolean isOfVictims(Sentence s, Mark verb) {
        int at = verb.at() - 1;
        while (AUXILIARIES.contains(s.word(at))) {
            at--;
        }
        return at < verb.at() - 1 && VICTIMS.contains(s.word(at)) && KNOWN.contains(s.word(at - 1));
    }

    static Manner ofNoun(Sentence s, Mark head) {
        boolean many = head.is(Kind.EVENTS);
        for (int at = head.at() - 1; at >= head.at() - MODIFIERS; at--) {
            String word = s.word(at);
            if (ONE.contains(word)) {
                return many ? Manner.MANY : s.has(ONE_MORE, at, head.at()) ? Manner.ANOTHER : Manner.NEW;
            }
            if (word.equals("another")) {
                return Manner.ANOTHER;
            }
            boolean ofDay = word.equals("'s") && DAYS.contains(s.word(at - 1));
            if (KNOWN.contains(word) || ofDay) {
                return many ? Manner.MANY : Manner.KNOWN;
            }
            if (MANY.contains(word) || !isModifier(word)) {
                break;
            }
        }
        return many ? Manner.MANY : Manner.NEW;
    }

    /** {@code the attack}, {@code the attacks}. */
    static boolean isOfKnown(Sentence s, Mark head) {
        return s.has(KNOWN, head.at() - 2, head.at());
    }

    private static boolean isModifier(String word) {
        boolean isWord = !word.isEmpty() && Character.isLetter(word.charAt(0));
        return (isWord || word.equals("'s") || word.equals("\"")) && !BEFORE_NOUNS.contains(word);
    }

    /** How many attacks, where a number says so. */
    static Optional<Integer> count(Sentence s, Mark head) {
        for (int at = head.at() - 1; at >= head.at() - MODIFIERS; at--) {
            Optional<Figure> number = Numbers.at(s, at)
                    .filter(figure -> figure.until() <= head.at() && head.is(Kind.EVENTS) && figure.value() > 1);
            if (number.isPresent()) {
                return number.map(Figure::value);
            }
            if (TWO.contains(s.word(at))) {
                return Optional.of(2);
            }
            if (s.word(at).isEmpty() || BEFORE_COUNTED.contains(s.word(at))) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The place in a row of attacks, where one is said: {@code the third attack}. */
    static Optional<Integer> rank(Sentence s, Mark head) {
        for (int at = head.at() - 1; at >= head.at() - NEAR; at--) {
            Optional<Integer> rank = Numbers.ordinal(s, at);
            if (rank.isPresent()) {
                return rank;
            }
        }
        return Optional.empty();
    }
}
