package io.tocsin.news.tell;

import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.people.Aim;
import io.tocsin.news.find.people.VictimFinder.Victim;
import io.tocsin.news.text.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** At which of those that a sentence names an attack was aimed. */
final class Aimed {

    private static final int TITLE_BEFORE = 2;
    private static final int APPOSED_WITHIN = 6;

    private static final Set<String> COMMA = Set.of(",");

    private Aimed() {}

    /** Of a person of name it is what the person is called; else what is struck, or stands nearest. */
    static Optional<Aim> at(List<Aim> aims, Mention mention, List<Victim> victims) {
        Optional<Aim> title = aims.stream()
                .filter(aim -> victims.stream()
                        .anyMatch(victim -> isTitle(mention.facts().sentence(), aim, victim)))
                .findFirst();
        if (title.isPresent()) {
            return title;
        }
        return aims.stream()
                .filter(aim -> aim.at() >= mention.from() && aim.end() <= mention.until())
                .min(Comparator.<Aim>comparingInt(aim -> aim.rank() - (aim.struck() ? 2 : 0))
                        .thenComparingInt(aim -> Math.abs(aim.at() - mention.head())));
    }

    /** {@code Judge Ali Hassan}, {@code the tax collector of the district, Ali Hassan}. */
    private static boolean isTitle(Sentence s, Aim aim, Victim victim) {
        boolean apposed = s.word(victim.at() - 1).equals(",") && !s.has(COMMA, aim.end(), victim.at() - 1);
        return aim.end() <= victim.at() && victim.at() - aim.end() <= (apposed ? APPOSED_WITHIN : TITLE_BEFORE);
    }
}
