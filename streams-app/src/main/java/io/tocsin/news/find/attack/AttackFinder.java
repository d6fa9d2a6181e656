package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.LeftOut;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.people.VictimFinder;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the attacks that a sentence mentions: {@link NamingWords} says which words name one, {@link Grouping} which of
 * them the same one, {@link Kinds} of what kind it is, {@link Exclusions} why it is none.
 */
public final class AttackFinder {

    private static final Set<String> LATER = Set.of("later");
    private static final Set<String> AND = Words.of("and-then");

    private final Cues cues;
    private final NamingWords naming;
    private final Kinds kinds;
    private final Exclusions exclusions;

    /** By those words. */
    public AttackFinder(AttackWords words, VictimFinder victims) {
        this.cues = new Cues();
        this.naming = new NamingWords(words, cues, victims);
        this.kinds = new Kinds(cues, victims);
        this.exclusions = new Exclusions(cues);
    }

    /** Whether the one says more of an attack than the other. */
    public static boolean isMoreTelling(Category one, Category other) {
        return Kinds.isMoreTelling(one, other);
    }

    /** The weapon that the sentence names, if it names one that was there. */
    public Optional<Means> means(Facts facts) {
        return naming.weapons(facts).stream()
                .filter(mark -> mark.category() != Category.UNKNOWN)
                .filter(mark -> !Kinds.isNone(facts.sentence(), mark))
                .min(Comparator.comparing(AttackWords.Mark::category, Kinds.MOST_TELLING_FIRST))
                .map(mark -> new Means(mark.category(), mark.at(), mark.end()));
    }

    /** Why what the sentence before told was no attack: {@code There was no such attack}. */
    public Optional<LeftOut.Reason> withdrawn(Facts facts) {
        return cues.in(facts, Cues.Where.BACK).stream().map(Cues.Cue::reason).findFirst();
    }

    /**
     * The attacks that the sentence mentions, in order.
     *
     * @param before the weapon that the sentence before names, which {@code it} may speak of
     */
    public List<Mention> find(Facts facts, Optional<Means> before, List<LeftOut> leftOut) {
        Marked in = naming.in(facts, before, leftOut);
        return Grouping.of(in).stream().map(group -> mention(in, group)).toList();
    }

    /** Who or what did what the sentences before told, without saying who or what: {@code The gunmen fled}. */
    public Optional<Means> doer(Facts facts) {
        return naming.doer(facts);
    }

    /** The attacks of which the sentence tells what befell whom, if it was done by that. */
    public List<Mention> suffered(Facts facts, Means means) {
        Marked in = naming.suffered(facts, means);
        return Grouping.of(in).stream().map(group -> mention(in, group)).toList();
    }

    private Mention mention(Marked in, List<Mark> group) {
        Sentence s = in.sentence();
        Mark main = main(group);
        boolean noun = main.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING);
        int from = in.from(group.get(0));
        int until = in.until(group.get(group.size() - 1));
        Mention mention = new Mention(
                in.facts(),
                main.at(),
                main.end(),
                group.stream().map(Mark::at).toList(),
                from,
                until,
                moments(in, group, from, until),
                kinds.of(in, group, from, until),
                Manners.of(s, main),
                noun ? Manners.count(s, main) : Optional.empty(),
                noun ? Manners.rank(s, main) : Optional.empty(),
                Optional.empty());
        return exclusions
                .reason(new Candidate(mention, main, group))
                .map(mention::without)
                .orElse(mention);
    }

    /** A verb tells more than a noun that may only be spoken of; a word of its own kind more than a general one. */
    private static Mark main(List<Mark> group) {
        return group.stream()
                .min(Comparator.comparingInt(mark -> mark.is(Kind.HARM, Kind.LANDS) ? 1 : 0))
                .orElseThrow();
    }

    /** The times of the stretch, without what only says since when others are counted: {@code the third attack this week}. */
    private static List<When> moments(Marked in, List<Mark> group, int from, int until) {
        return in.moments(from - 1, until).stream()
                .filter(when -> when.end() <= until)
                .filter(when -> group.stream().noneMatch(head -> isSinceWhen(in.sentence(), head, when)))
                .filter(when -> !Reactions.isTimeOf(in, group.get(0), when))
                .filter(when -> !isLater(in.sentence(), group.get(0), when))
                .toList();
    }

    /** {@code burned a post and, hours later, seized a doctor}: another time, of what was done then. */
    private static boolean isLater(Sentence s, Mark head, When when) {
        return when.at() >= head.end() && LATER.contains(s.word(when.end() - 1)) && s.has(AND, head.end(), when.at());
    }

    private static boolean isSinceWhen(Sentence s, Mark head, When when) {
        return Manners.rank(s, head).isPresent()
                && when.at() >= head.end()
                && when.at() - head.end() <= 1
                && !when.isOfDay();
    }
}
