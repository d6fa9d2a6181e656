package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.LeftOut;
import io.tocsin.news.Span;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words that name an attack, and the stretch of their sentence that tells of it.
 *
 * @param head the position of the first word that names it
 * @param headEnd the position after the last
 * @param heads the positions of all words that name it
 * @param from where the stretch begins
 * @param until where it ends
 * @param moments the times of the stretch that are its own
 * @param manner how it is spoken of
 * @param count how many attacks, where a number says so
 * @param rank the place in a row of attacks, where one is said: the third
 * @param out why it is none that can be counted; empty if it can
 */
public record Mention(
        Facts facts,
        int head,
        int headEnd,
        List<Integer> heads,
        int from,
        int until,
        List<When> moments,
        Category category,
        Manner manner,
        Optional<Integer> count,
        Optional<Integer> rank,
        Optional<LeftOut.Reason> out) {

    /** How many words nearer a month must stand than a day to be taken. */
    private static final int NOT_OF_A_DAY = 9;

    private static final Set<String> ENDS = Words.of("ends-of-the-harmed");
    private static final Set<String> LEADS_IN = Words.of("leads-in");

    /** How near a place stands to one that it adds to: {@code at Mutengene, near Buea, where}. */
    private static final int APPOSED_WITHIN = 4;

    /** How an attack is spoken of. */
    public enum Manner {
        /** As something new: by a verb, or "an attack". */
        NEW,
        /** As one more beside another: "another", "a second", "a separate". */
        ANOTHER,
        /** As something known: "the attack". */
        KNOWN,
        /** As one of many, or as many. */
        MANY
    }

    /** The words that name it. */
    public Span words() {
        return facts.sentence().span(head, headEnd);
    }

    /**
     * The places of the stretch where something happens: not those of an attribute, if the attack has its own. {@code
     * Labourers building a road to the port of Gwadar were killed outside Turbat}.
     */
    public List<Where> places() {
        List<Where> within = facts.wheres().stream()
                .filter(where -> where.role() == Where.Role.AT && within(where.at(), where.end()))
                .toList();
        List<Where> all =
                within.stream().filter(where -> !isOfTheEnd(where, within)).toList();
        boolean later = all.stream().anyMatch(where -> isSite(where) && where.at() > heads.get(0));
        int there = beginOfThere(all);
        return all.stream()
                .filter(where -> !(isSite(where) && where.end() < there))
                .filter(where -> !(later && isSite(where) && where.end() <= heads.get(0) && !leadsIn(where)))
                .toList();
    }

    /** {@code In Arauca, crews reached a spot in Saravena where a bomb went off}: where the places begin that it happened at. */
    private int beginOfThere(List<Where> all) {
        int there = 0;
        for (Where where : all) {
            if (!where.isCountry() && where.end() < heads.get(0) && leadsToClause(where.end())) {
                there = where.at();
            }
        }
        for (Where where : all) {
            there = isSite(where) && where.end() < there && there - where.end() <= APPOSED_WITHIN ? where.at() : there;
        }
        return there;
    }

    private boolean leadsToClause(int at) {
        Sentence s = facts.sentence();
        return s.word(s.word(at).equals(",") ? at + 1 : at).equals("where");
    }

    /** {@code hurt by a grenade in Tame, he died in Bogotá}: where the harmed died or were brought, if it is told where it was. */
    private boolean isOfTheEnd(Where where, List<Where> others) {
        Sentence s = facts.sentence();
        int last = heads.get(heads.size() - 1);
        for (int at = last + 1; at < where.at(); at++) {
            int end = at;
            if (ENDS.contains(s.word(at)) && others.stream().anyMatch(other -> isSite(other) && other.end() <= end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSite(Where where) {
        return where.place().site().isPresent();
    }

    /** {@code In Taiz, the third city, …}: with it the clause begins. */
    private boolean leadsIn(Where where) {
        Sentence s = facts.sentence();
        int begin = where.at();
        while (begin > 0 && !s.word(begin - 1).equals(",") && !s.word(begin - 1).equals(";")) {
            begin--;
        }
        while (begin < where.at() && (facts.isTimed(begin) || facts.isTimed(begin + 1))) {
            begin++;
        }
        return LEADS_IN.contains(s.word(begin)) || begin >= where.at() - 1;
    }

    /** When something came of it, told before it: {@code on Monday after a ship was blown up}. */
    public Optional<When> aside() {
        return facts.whens().stream()
                .filter(when ->
                        when.use() == When.Use.MOMENT && when.isOfDay() && when.at() >= from && when.end() < head)
                .filter(when -> Reactions.isFollowed(facts.sentence(), when) && !moments.contains(when))
                .findFirst();
    }

    /** How many tokens lie between the time and the nearest word that names the attack. */
    public int apart(When when) {
        return heads.stream()
                .mapToInt(each -> Math.min(Math.abs(when.at() - each), Math.abs(each - when.end())))
                .min()
                .orElse(Integer.MAX_VALUE / 2);
    }

    /** When it happened: of its times the nearest, a day before a month. */
    public Optional<When> time() {
        return moments.stream().min(Comparator.comparingInt(when -> apart(when) + (when.isOfDay() ? 0 : NOT_OF_A_DAY)));
    }

    private boolean within(int at, int end) {
        return at >= from - 1 && end <= until;
    }

    Mention without(LeftOut.Reason reason) {
        return new Mention(
                facts, head, headEnd, heads, from, until, moments, category, manner, count, rank, Optional.of(reason));
    }
}
