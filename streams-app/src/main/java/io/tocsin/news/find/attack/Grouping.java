package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.places.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which words that name an attack name the same one. */
final class Grouping {

    private static final int TIME_BEFORE = 6;

    private static final Set<String> ANOTHER_TIME = Words.of("another-time");

    private static final Set<String> ONE_OF_MANY = Words.of("one-of-many");

    private Grouping() {}

    /** The words that name an attack, those of one together, in order. */
    static List<List<Mark>> of(Marked in) {
        List<List<Mark>> groups = new ArrayList<>();
        for (Mark head : in.heads()) {
            List<Mark> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || isAnother(in, last, head)) {
                groups.add(new ArrayList<>(List.of(head)));
            } else {
                last.add(head);
            }
        }
        return groups;
    }

    /** Whether the head is another attack than that of the heads before it. */
    private static boolean isAnother(Marked in, List<Mark> group, Mark head) {
        Mark first = group.get(0);
        Mark before = group.get(group.size() - 1);
        int border = in.border(before.end(), head.at());
        if (border < 0) {
            return false;
        }
        boolean manyBesideOne =
                !isNoun(first) && head.is(Kind.EVENTS) && differentKinds(in, first, border, in.nextHead(head));
        boolean oneOfMany = first.is(Kind.EVENTS) && in.sentence().has(ONE_OF_MANY, border, border + 2);
        if (goesOnWhen(in, border)) {
            return false;
        }
        if (in.cameAfter(before) < head.at()) {
            return true;
        }
        if (in.partsAlways(border)
                || isCalledAnother(in, head)
                || oneOfMany
                || manyBesideOne
                || Answers.between(in.sentence(), before.end(), head.at())) {
            return true;
        }
        int end = in.nextHead(head);
        boolean apart = in.sentence().has(ANOTHER_TIME, before.end(), head.at());
        return differentTimes(in, first.at(), border, end)
                || differentSites(in.facts(), border, end)
                || isKnownElsewhere(in, border, head, end)
                || (apart && (differentKinds(in, first, border, end) || differentManners(in, first, head)));
    }

    /** {@code attacked the district in April, when its fighters torched an office}: what follows tells more of the same. */
    private static boolean goesOnWhen(Marked in, int border) {
        int when = in.sentence().word(border).equals(",") ? border + 1 : border;
        return in.sentence().word(when).equals("when")
                && in.sentence().word(when - 1).equals(",")
                && in.facts().isTimed(when - 2);
    }

    private static boolean isCalledAnother(Marked in, Mark head) {
        return isNoun(head) && Manners.of(in.sentence(), head) == Manner.ANOTHER;
    }

    private static boolean isNoun(Mark head) {
        return head.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING);
    }

    /** Many and one are not the same; nor is a new one the one that is known. */
    private static boolean differentManners(Marked in, Mark first, Mark head) {
        Manner known = first.is(Kind.EVENT, Kind.EVENTS) ? Manners.ofNoun(in.sentence(), first) : Manner.NEW;
        Manner manner = isNoun(head) ? Manners.ofNoun(in.sentence(), head) : Manner.NEW;
        boolean wholes = known == Manner.MANY || manner == Manner.MANY || first.is(Kind.EVENTS) != head.is(Kind.EVENTS);
        return wholes || (known == Manner.KNOWN && manner == Manner.NEW);
    }

    private static boolean differentTimes(Marked in, int from, int border, int end) {
        List<When> left = in.moments(Math.max(0, from - TIME_BEFORE), border);
        List<When> right = in.moments(border, end);
        return !left.isEmpty()
                && !right.isEmpty()
                && left.stream().noneMatch(l -> right.stream().anyMatch(l::meets));
    }

    private static boolean differentSites(Facts facts, int border, int end) {
        List<Place> left = sites(facts, 0, border);
        List<Place> right = sites(facts, border, end);
        return !left.isEmpty()
                && !right.isEmpty()
                && left.stream().noneMatch(l -> right.stream().anyMatch(r -> overlap(l, r)));
    }

    /** {@code bombed a camp in Syria as police hunted those behind the attacks in Paris}. */
    private static boolean isKnownElsewhere(Marked in, int border, Mark head, int end) {
        boolean known = isNoun(head) && Manners.isOfKnown(in.sentence(), head);
        List<Place> right = sites(in.facts(), border, end);
        List<Where> left = in.facts().wheres().stream()
                .filter(where -> where.role() == Where.Role.AT && where.at() < border)
                .toList();
        return known
                && !left.isEmpty()
                && !right.isEmpty()
                && right.stream()
                        .noneMatch(place -> left.stream()
                                .anyMatch(where -> where.place().country().equals(place.country())));
    }

    private static List<Place> sites(Facts facts, int from, int until) {
        return facts.wheres().stream()
                .filter(where -> where.role() == Where.Role.AT && !where.isCountry())
                .filter(where -> where.at() >= from && where.at() < until)
                .map(Where::place)
                .toList();
    }

    private static boolean overlap(Place left, Place right) {
        if (!left.country().equals(right.country())) {
            return false;
        }
        if (left.site().isPresent() && right.site().isPresent()) {
            return left.site().equals(right.site());
        }
        boolean provinces = left.province().isPresent() && right.province().isPresent();
        return !provinces || left.province().equals(right.province());
    }

    private static boolean differentKinds(Marked in, Mark first, int border, int end) {
        int from = in.from(first);
        List<Mark> told = in.marks().stream()
                .filter(mark -> mark.at() >= first.at() || (mark.at() >= from && mark.is(Kind.WEAPON)))
                .toList();
        Category left = Kinds.between(told, from, border);
        Category right = Kinds.between(in.marks(), border, end);
        return left != Category.UNKNOWN && right != Category.UNKNOWN && left.family() != right.family();
    }
}
