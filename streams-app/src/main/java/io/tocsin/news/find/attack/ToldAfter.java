package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Inflection;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attacks of which one sentence tells what befell whom, and a later one who or what did it: {@code The bomb had been left in a bag}. */
final class ToldAfter {

    private static final int BEGINS_WITHIN = 7;

    private static final Set<String> DOERS = Words.of("doers-told-after");
    private static final Set<String> PERSONS = Words.of("told-attackers");
    private static final Set<String> VICTIMS = Words.of("told-victims");
    private static final Set<String> FOUND = Words.of("found-dead");
    private static final Set<String> BODIES = Words.of("bodies");
    private static final Set<String> AFTER_DOERS = Words.of("after-doers");
    private static final Set<String> RUINED = Words.of("ruined");
    private static final Set<String> SAYS = Words.of("says");
    private static final Set<String> SUFFERS = Words.of("is-done");
    private static final Set<String> BEFALLS = Words.of("befalls");

    private ToldAfter() {}

    /** Who or what did what the sentences before told, if the sentence goes on about it. */
    static Optional<Means> doer(Sentence s, List<Mark> marks) {
        for (int at = 0; at < BEGINS_WITHIN; at++) {
            boolean begins = at == 0 || SAYS.contains(s.word(at - 1));
            if (begins && s.word(at).equals("the") && DOERS.contains(s.word(at + 1)) && isSubject(s, at + 2)) {
                int doer = at + 1;
                Category category = marks.stream()
                        .filter(mark -> mark.at() <= doer && doer < mark.end())
                        .map(Mark::category)
                        .findFirst()
                        .orElse(Category.UNKNOWN);
                return Optional.of(new Means(category, doer, doer + 1));
            }
        }
        return deed(s, marks);
    }

    /** {@code The bomb had been left}, but not {@code the shells of two cars}. */
    private static boolean isSubject(Sentence s, int at) {
        return AFTER_DOERS.contains(s.word(at)) || Inflection.mayTell(s.word(at));
    }

    /** {@code He had been shot three times}: how they died of whom a sentence before told that they did. */
    private static Optional<Means> deed(Sentence s, List<Mark> marks) {
        boolean persons = PERSONS.contains(s.word(0)) || (s.word(0).equals("the") && VICTIMS.contains(s.word(1)));
        return marks.stream()
                .filter(mark -> persons && mark.is(Kind.VERB) && mark.at() < BEGINS_WITHIN)
                .filter(mark -> mark.category() != Category.UNKNOWN && s.has(SUFFERS, mark.at() - 1, mark.at()))
                .map(mark -> new Means(mark.category(), mark.at(), mark.end()))
                .findFirst();
    }

    /** What befell people and things in the sentence, as done by that. */
    static Marked suffered(Facts facts, Means means, List<Mark> marks) {
        Sentence s = facts.sentence();
        List<Mark> heads = marks.stream()
                .filter(mark -> mark.is(Kind.HARM) || (mark.is(Kind.LANDS) && RUINED.contains(s.word(mark.at()))))
                .filter(mark -> s.has(SUFFERS, mark.at() - 2, mark.at())
                        || (mark.is(Kind.HARM) && BEFALLS.contains(s.word(mark.at()))))
                .toList();
        List<Mark> all = new ArrayList<>(marks);
        if (heads.isEmpty()) {
            heads = bodies(s);
            all.addAll(heads);
        }
        all.add(0, new Mark(Kind.WEAPON, means.category(), 0, 0));
        return new Marked(facts, all, heads);
    }

    /** {@code The bodies of four men were found}. */
    private static List<Mark> bodies(Sentence s) {
        for (int at = 1; at < s.size(); at++) {
            if (FOUND.contains(s.word(at)) && s.has(SUFFERS, at - 1, at) && s.has(BODIES, 0, at)) {
                return List.of(new Mark(Kind.HARM, Category.UNKNOWN, at, at + 1));
            }
        }
        return List.of();
    }
}
