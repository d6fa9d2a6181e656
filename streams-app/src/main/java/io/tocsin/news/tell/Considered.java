package io.tocsin.news.tell;

import io.tocsin.incident.Category;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an article told, while it is considered whether it is an attack that happened.
 *
 * @param kind of the attack
 * @param about why another thing that the article told was none, where that says what the article is about
 * @param genre why nothing of it is one, by the field of life that it is of
 * @param today the day of publication
 */
record Considered(Draft draft, Category kind, Optional<Reason> about, Optional<Reason> genre, LocalDate today) {

    private static final int MANY_DEAD = 30;
    private static final int RECENT_DAYS = 3;

    /** The mention that told it first. */
    Mention first() {
        return draft.mentions().get(0);
    }

    /** Whether one of the words of the list stands up to so many words before the one that names it. */
    boolean hasBefore(Set<String> words, int within) {
        return first().facts().sentence().has(words, first().head() - within, first().head());
    }

    /** The word that names it, or another at so many words from it. */
    String word(int from) {
        Sentence s = first().facts().sentence();
        return s.word(first().head() + from);
    }

    /** The places that its first mention names, without countries. */
    List<Where> sites() {
        return first().places().stream().filter(where -> !where.isCountry()).toList();
    }

    boolean isOnlyOfCountry() {
        return draft.places().stream().allMatch(Where::isCountry);
    }

    /** Whether a place was told, though not where it is told itself. */
    boolean isPlacedElsewhere() {
        return sites().isEmpty() && !isOnlyOfCountry();
    }

    boolean isRecent() {
        return draft.when()
                .filter(when -> !when.until().isBefore(today.minusDays(RECENT_DAYS)))
                .isPresent();
    }

    /** Whether the sentence that told it first says when anything happened. */
    boolean isDayInSentence() {
        return first().facts().whens().stream().anyMatch(when -> when.use() == When.Use.MOMENT);
    }

    /** How many words lie between its time and the words that name it. */
    int wordsToTime() {
        return first().moments().stream()
                .mapToInt(when -> first().apart(when))
                .min()
                .orElse(0);
    }

    boolean isDeadly() {
        return draft.harm().killed().isPresent();
    }

    boolean isDeadlyToMany() {
        return draft.harm()
                .killed()
                .filter(count -> count.number() >= MANY_DEAD)
                .isPresent();
    }

    /** Whether it is told neither where it was nor whom or what it struck. */
    boolean isBare() {
        return !draft.harm().isSaid() && draft.aim().isEmpty() && sites().isEmpty();
    }
}
