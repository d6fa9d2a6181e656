package io.tocsin.news.find;

import io.tocsin.incident.Perpetrator.Attribution;
import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds who is said to have done it. */
public final class BlameFinder {

    private static final int SUSPECTED_WITHIN = 3;
    private static final int DOES_WITHIN = 4;

    private static final Set<String> SUFFERS = Set.of(
            "against",
            "on",
            "at",
            "targeting",
            "hit",
            "struck",
            "attacked",
            "targeted",
            "from",
            "for",
            "of",
            "killed",
            "killing",
            "in",
            "near",
            "with",
            "into",
            "hosting",
            "housing",
            "between");

    private enum Word {
        CLAIMED,
        UNCLAIMED,
        BLAMED,
        SUSPECTED,
        DOER
    }

    private final Phrases<String> actors = Phrases.read("actors.tsv", 2, row -> row.get(1));
    private final Phrases<Word> words =
            Phrases.read("blame.tsv", 2, row -> Word.valueOf(row.get(1).toUpperCase(Locale.ROOT)));

    /** Whom the stretch of the sentence names, the firmest first. */
    public Optional<Blame> find(Sentence s, int from, int until) {
        List<Found<String>> named = actors.all(s).stream()
                .filter(found -> found.from() >= from && found.until() <= until)
                .filter(found -> s.isCapital(found.from())
                        || Character.isLowerCase(found.meaning().charAt(0)))
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<Found<Word>> found = words.all(s);
        boolean unclaimed = found.stream().anyMatch(word -> word.meaning() == Word.UNCLAIMED);
        List<Blame> blames = new ArrayList<>();
        for (Found<String> actor : named) {
            attribution(s, actor, found, unclaimed)
                    .ifPresent(how -> blames.add(new Blame(actor.meaning(), how, actor.from(), actor.until())));
        }
        return blames.stream().min((a, b) -> a.attribution().compareTo(b.attribution()));
    }

    private static Optional<Attribution> attribution(
            Sentence s, Found<String> actor, List<Found<Word>> words, boolean unclaimed) {
        for (Found<Word> word : words) {
            boolean after = word.from() >= actor.until();
            boolean claims = word.meaning() == Word.CLAIMED
                    && !unclaimed
                    && (after
                            ? word.from() - actor.until() < 16 && !blamedBetween(words, actor.until(), word.from())
                            : actor.from() - word.until() < 3
                                    && s.word(word.until() - 1).equals("by"));
            if (claims) {
                return Optional.of(Attribution.CLAIMED);
            }
        }
        for (Found<Word> word : words) {
            boolean before = word.until() <= actor.from() && actor.from() - word.until() < 9;
            boolean passive = word.from() >= actor.until()
                    && word.from() - actor.until() <= 3
                    && s.word(word.from() - 1).matches("was|were|is|been");
            if (word.meaning() == Word.BLAMED && (before || passive)) {
                return Optional.of(Attribution.BLAMED);
            }
        }
        for (Found<Word> word : words) {
            boolean before = word.until() <= actor.from() && actor.from() - word.until() < SUSPECTED_WITHIN;
            if (word.meaning() == Word.SUSPECTED && before) {
                return Optional.of(Attribution.SUSPECTED);
            }
        }
        return does(s, actor, words) ? Optional.of(Attribution.UNKNOWN) : Optional.empty();
    }

    private static boolean blamedBetween(List<Found<Word>> words, int from, int until) {
        return words.stream()
                .anyMatch(word -> word.meaning() == Word.BLAMED && word.from() >= from && word.until() <= until);
    }

    private static boolean does(Sentence s, Found<String> actor, List<Found<Word>> words) {
        for (int back = 1; back <= 2; back++) {
            if (SUFFERS.contains(s.word(actor.from() - back))) {
                return false;
            }
        }
        return words.stream()
                .anyMatch(word -> word.meaning() == Word.DOER
                        && word.from() >= actor.until()
                        && word.from() - actor.until() < DOES_WITHIN
                        && !s.word(actor.until()).equals(",")
                        && !s.word(actor.until()).equals("'s"));
    }
}
