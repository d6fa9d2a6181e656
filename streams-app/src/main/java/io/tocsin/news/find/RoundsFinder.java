package io.tocsin.news.find;

import io.tocsin.incident.Family;
import io.tocsin.news.find.AttackWords.Kind;
import io.tocsin.news.find.AttackWords.Mark;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Counts what was fired: {@code six Grad rockets}, {@code a salvo of 14 drones}. */
public final class RoundsFinder {

    private static final int MODIFIERS = 4;

    private final AttackWords words;

    RoundsFinder(AttackWords words) {
        this.words = words;
    }

    /** A number of rounds and where it stands. */
    public record Rounds(int value, int at, int end) {}

    /** The first such number between the positions. */
    public Optional<Rounds> find(Sentence s, int from, int until, boolean[] taken) {
        for (Mark mark : words.in(s, taken)) {
            if (mark.is(Kind.WEAPON) && mark.at() >= from && mark.end() <= until) {
                Optional<Rounds> rounds = before(s, mark, from);
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
                boolean people =
                        Set.of("people", "men").contains(s.word(number.get().until()));
                return longer || people || number.get().value() > 100_000
                        ? Optional.empty()
                        : Optional.of(new Rounds(number.get().value(), at, weapon.end()));
            }
            boolean one = s.word(at).equals("a") || s.word(at).equals("an");
            boolean alone = !weapon.category().family().equals(Family.OTHER)
                    && !s.text(weapon.end() - 1).endsWith("s");
            if (one && alone) {
                return Optional.of(new Rounds(1, at, weapon.end()));
            }
            if (one
                    || Set.of(",", "and", "of", "by", "with", "in", "on", "when", "the")
                            .contains(s.word(at))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
