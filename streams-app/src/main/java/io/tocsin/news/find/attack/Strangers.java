package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.lexicon.Inflection;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Verbs that no table knows, where a weapon does what they say: {@code a shell vaporised two cars}, {@code felled by a rocket}. */
final class Strangers {

    private static final int BY_WITHIN = 4;
    private static final int USED_WITHIN = 4;

    private static final Set<String> IDLE = Words.of("idle-verbs");
    private static final Set<String> HELPERS = Words.of("before-strangers");
    private static final Set<String> BY = Words.of("by");
    private static final Set<String> USED = Words.of("used");
    private static final Set<String> DONE_WITH = Words.of("done-with-weapons");

    private Strangers() {}

    /** The marks and those verbs among them, in order. */
    static List<Mark> with(Facts facts, List<Mark> marks) {
        Sentence s = facts.sentence();
        List<Mark> all = new ArrayList<>(marks);
        for (Mark weapon : marks) {
            if (weapon.is(Kind.WEAPON)) {
                int verb = weapon.end();
                while (HELPERS.contains(s.word(verb))) {
                    verb++;
                }
                addIfStrange(facts, verb, marks, all);
                addIfUsed(s, weapon, marks, all);
                int by = weapon.at() - 1;
                while (by > weapon.at() - BY_WITHIN && !BY.contains(s.word(by))) {
                    by--;
                }
                if (BY.contains(s.word(by))) {
                    addIfStrange(facts, by - 1, marks, all);
                }
            }
        }
        all.sort(Comparator.comparingInt(Mark::at));
        return all;
    }

    /** {@code used a drone to drop explosives}. */
    private static void addIfUsed(Sentence s, Mark weapon, List<Mark> marks, List<Mark> all) {
        int verb = weapon.end() + 1;
        boolean used = s.word(weapon.end()).equals("to")
                && DONE_WITH.contains(s.word(verb))
                && s.has(USED, weapon.at() - USED_WITHIN, weapon.at());
        if (used && marks.stream().noneMatch(mark -> mark.at() <= verb && verb < mark.end())) {
            all.add(new Mark(Kind.LANDS, Category.UNKNOWN, verb, verb + 1));
        }
    }

    private static void addIfStrange(Facts facts, int at, List<Mark> marks, List<Mark> all) {
        String word = facts.sentence().word(at);
        boolean known = marks.stream().anyMatch(mark -> mark.at() <= at && at < mark.end());
        if (!known && Inflection.mayTell(word) && !IDLE.contains(word) && !facts.isTaken(at)) {
            all.add(new Mark(Kind.LANDS, Category.UNKNOWN, at, at + 1));
        }
    }
}
