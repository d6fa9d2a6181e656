package io.tocsin.news.find.attack;

import io.tocsin.incident.Family;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Counts what was fired: {@code six Grad rockets}, {@code a salvo of 14 drones}. */
public final class RoundsFinder {

    private static final int MODIFIERS = 4;

    private static final Set<String> PEOPLE = Words.of("counted-people");
    private static final Set<String> ARTICLES = Words.of("articles");
    private static final Set<String> BEFORE_ROUNDS = Words.of("before-rounds");

    private final AttackWords words;

    /** By those words. */
    public RoundsFinder(AttackWords words) {
        this.words = words;
    }

    /** A number of rounds and where it stands. */
    public record Rounds(int value, int at, int end) {}

    /** The first such number between the positions. */
    public Optional<Rounds> find(Facts facts, int from, int until) {
        for (Mark mark : words.in(facts)) {
            if (mark.is(Kind.WEAPON) && !facts.isTaken(mark.at()) && mark.at() >= from && mark.end() <= until) {
                Optional<Rounds> rounds = before(facts.sentence(), mark, from);
                if (rounds.isPresent()) {
                    return rounds;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Rounds> before(Sentence s, Mark weapon, int from) {
        for (int at = weapon.at() - 1; at >= Math.max(from, weapon.at() - MODIFIERS); at--) {
            Optional<Numbers.Figure> number = Numbers.at(s, at);
            if (number.isPresent() && number.get().until() <= weapon.at()) {
                int start = at;
                boolean longer = Numbers.at(s, at - 1)
                        .filter(first -> first.until() > start)
                        .isPresent();
                boolean people = PEOPLE.contains(s.word(number.get().until()));
                return longer || people || number.get().value() > 100_000
                        ? Optional.empty()
                        : Optional.of(new Rounds(number.get().value(), at, weapon.end()));
            }
            boolean one = ARTICLES.contains(s.word(at));
            boolean alone = !weapon.category().family().equals(Family.OTHER)
                    && !s.text(weapon.end() - 1).endsWith("s");
            if (one && alone) {
                return Optional.of(new Rounds(1, at, weapon.end()));
            }
            if (one || BEFORE_ROUNDS.contains(s.word(at))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
