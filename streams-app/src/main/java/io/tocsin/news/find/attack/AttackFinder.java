package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.news.LeftOut;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.attack.Cues.Cue;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.find.people.VictimFinder;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the attacks that a sentence mentions. Words of attack that stand together name one; it begins another where a
 * word parts them and each side has its own time, place or kind.
 */
public final class AttackFinder {

    private static final int WEAPON_BEFORE = 12;
    private static final int WEAPON_AFTER = 8;
    private static final int PARTICIPLE_AFTER = 30;
    private static final int CUE_BEFORE = 7;
    private static final int CUE_RIGHT_BEFORE = 3;
    private static final int DENIAL_BEFORE = 14;
    private static final int TIME_BEFORE = 6;
    private static final int MODIFIERS = 7;
    private static final int MOST_COUNTED_AS_ONE = 3;

    private static final Set<String> PARTS_ALWAYS = Words.of("parts-always");
    private static final Set<String> PARTS = Words.of("parts");

    private static final Set<String> KNOWN = Words.of("known");
    private static final Set<String> ONE_MORE = Words.of("one-more");
    private static final Set<String> MANY = Words.of("many");

    /** From the most telling kind of attack to the least. */
    private static final List<Category> TELLING = List.of(
            Category.SUICIDE_BOMB,
            Category.VEHICLE_BOMB,
            Category.MINE,
            Category.DRONE,
            Category.MISSILE,
            Category.ROCKET,
            Category.MORTAR_OR_ARTILLERY,
            Category.AIR_STRIKE,
            Category.GRENADE,
            Category.IED,
            Category.ABDUCTION,
            Category.STABBING,
            Category.AMBUSH,
            Category.ASSASSINATION,
            Category.SABOTAGE,
            Category.SHOOTING,
            Category.ARSON,
            Category.ARMED_CLASH,
            Category.RIOT,
            Category.OTHER,
            Category.THREAT,
            Category.UNKNOWN);

    private static final Set<String> OF_WEAPONS = Words.of("of-weapons");
    private static final Set<String> OF_LABOUR = Words.of("of-labour");

    /** Kinds that a more telling word beside them outdoes. */
    private static final Set<Category> GENERAL =
            Set.of(Category.UNKNOWN, Category.IED, Category.SHOOTING, Category.ARSON, Category.ARMED_CLASH);

    private final Cues cues = new Cues();
    private final AttackWords words;
    private final VictimFinder victims;

    /** By those words. */
    public AttackFinder(AttackWords words, VictimFinder victims) {
        this.words = words;
        this.victims = victims;
    }

    /** Whether the one says more of an attack than the other. */
    public static boolean isMoreTelling(Category one, Category other) {
        return TELLING.indexOf(one) < TELLING.indexOf(other);
    }

    /** The attacks that the sentence mentions, in order. */
    public List<Mention> find(Facts facts, List<LeftOut> leftOut) {
        Sentence s = facts.sentence();
        boolean[] figures = figures(facts);
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : words.in(facts)) {
            if (figures[mark.at()]) {
                leftOut.add(new LeftOut(s.span(mark.at(), mark.end()), Reason.METAPHOR));
            } else {
                boolean ofSomethingElse = mark.is(Kind.WEAPON) && OF_WEAPONS.contains(s.word(mark.end()));
                boolean named = facts.isTaken(mark.at()) && s.isCapital(mark.at());
                if (!ofSomethingElse && !named) {
                    marks.add(mark);
                }
            }
        }
        List<Mark> heads = heads(facts, withElliptic(s, marks));
        List<Mention> mentions = new ArrayList<>();
        for (List<Mark> group : grouped(facts, heads, marks)) {
            mentions.add(mention(facts, group, marks, heads));
        }
        return mentions;
    }

    /** {@code … and another against Balad}: the noun is that of the attack before. */
    private static List<Mark> withElliptic(Sentence s, List<Mark> marks) {
        List<Mark> all = new ArrayList<>(marks);
        for (int at = 1; at < s.size() - 1; at++) {
            boolean another = s.word(at).equals("another")
                    && Set.of("against", "on", "at", "in", "near", "targeting", "targeted", "hit", "struck")
                            .contains(s.word(at + 1));
            int position = at;
            if (another) {
                marks.stream()
                        .filter(mark -> mark.end() <= position && mark.category() != Category.UNKNOWN)
                        .reduce((one, next) -> next)
                        .ifPresent(before -> all.add(new Mark(Kind.EVENT, before.category(), position, position + 1)));
            }
        }
        all.sort(Comparator.comparingInt(Mark::at));
        return all;
    }

    private boolean[] figures(Facts facts) {
        boolean[] figures = new boolean[facts.sentence().size()];
        for (Cue cue : cues.in(facts, Cues.Where.PHRASE)) {
            for (int at = cue.at(); at < cue.end(); at++) {
                figures[at] = true;
            }
        }
        return figures;
    }

    private List<Mark> heads(Facts facts, List<Mark> marks) {
        Sentence s = facts.sentence();
        List<Mark> heads = new ArrayList<>();
        for (Mark mark : marks) {
            boolean head = switch (mark.kind()) {
                case EVENT, EVENTS -> !isModifier(s, mark) && !isReference(s, mark);
                case VERB -> true;
                case KILLING -> !victims.find(facts, mark.at(), s.size()).isEmpty();
                case LANDS -> hasDoer(s, mark, marks);
                case HARM ->
                    hasKiller(s, mark, marks)
                            || (mark.end() - mark.at() == 1
                                    && s.word(mark.at()).matches("killed|kills")
                                    && !victims.find(facts, mark.at(), Math.min(s.size(), mark.at() + 14))
                                            .isEmpty());
                case WEAPON, AGENT -> false;
            };
            if (head) {
                heads.add(mark);
            }
        }
        return heads;
    }

    /** {@code strike group}, {@code attack helicopter}, {@code raid leader}: the word tells what something else is. */
    private static boolean isModifier(Sentence s, Mark mark) {
        return Set.of(
                        "helicopter",
                        "helicopters",
                        "group",
                        "aircraft",
                        "submarine",
                        "capability",
                        "capabilities",
                        "force",
                        "warning",
                        "warnings",
                        "alert",
                        "alerts",
                        "sirens",
                        "siren",
                        "squad",
                        "shelter",
                        "shelters",
                        "victims",
                        "survivors",
                        "suspect",
                        "suspects",
                        "plot",
                        "plots",
                        "zone",
                        "season",
                        "plan",
                        "plans",
                        "threat",
                        "threats",
                        "risk",
                        "probe",
                        "investigation",
                        "crater",
                        "defence",
                        "defense",
                        "defences",
                        "defenses",
                        "package",
                        "radius")
                .contains(s.word(mark.end()));
    }

    /** {@code the night after the stabbing}, {@code hours before the raid}: a time, by an attack that was told. */
    private static boolean isReference(Sentence s, Mark mark) {
        return Set.of("the", "that").contains(s.word(mark.at() - 1))
                && Set.of("after", "before", "of").contains(s.word(mark.at() - 2))
                && Set.of(
                                "night", "day", "hours", "hour", "minutes", "days", "morning", "week", "weeks", "time",
                                "scene", "moments", "evening", "months")
                        .contains(s.word(mark.at() - 3));
    }

    private static boolean hasDoer(Sentence s, Mark verb, List<Mark> marks) {
        for (Mark mark : marks) {
            if (!mark.is(Kind.WEAPON, Kind.AGENT)) {
                continue;
            }
            boolean before = mark.end() <= verb.at()
                    && verb.at() - mark.end() < WEAPON_BEFORE
                    && sameClause(s, mark.end(), verb.at());
            boolean after = mark.is(Kind.WEAPON)
                    && mark.at() >= verb.end()
                    && mark.at() - verb.end() < WEAPON_AFTER
                    && sameClause(s, verb.end(), mark.at());
            boolean by = mark.is(Kind.AGENT)
                    && mark.at() >= verb.end()
                    && mark.at() - verb.end() < WEAPON_AFTER
                    && between(s, "by", verb.end(), mark.at());
            if (before || after || by) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasKiller(Sentence s, Mark harm, List<Mark> marks) {
        for (Mark mark : marks) {
            if (!mark.is(Kind.WEAPON, Kind.AGENT)) {
                continue;
            }
            int within = s.word(harm.at()).endsWith("ing") ? PARTICIPLE_AFTER : WEAPON_BEFORE;
            boolean before = mark.end() <= harm.at()
                    && harm.at() - mark.end() < within
                    && sameClause(s, mark.end(), harm.at())
                    && !(mark.is(Kind.AGENT) && suffers(s, mark.end(), harm.at()));
            boolean by = mark.at() >= harm.end()
                    && mark.at() - harm.end() < WEAPON_AFTER
                    && between(s, "by", harm.end(), mark.at());
            if (before || by) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameClause(Sentence s, int from, int until) {
        for (int at = from; at < until; at++) {
            if (s.word(at).equals(";")
                    || s.word(at).equals("said")
                    || s.word(at).equals("while")) {
                return false;
            }
        }
        return true;
    }

    /** {@code gunmen were killed}, {@code gunmen killed in a raid}, but not {@code gunmen killed four people}. */
    private static boolean suffers(Sentence s, int from, int until) {
        return between(s, "were", from, until)
                || between(s, "was", from, until)
                || between(s, "been", from, until)
                || (s.word(from).equals("killed") && !isWhom(s, from + 1));
    }

    /** Whether the words say whom something befell. */
    private static boolean isWhom(Sentence s, int at) {
        return Numbers.at(s, at).isPresent()
                || Set.of("a", "an", "the", "dozens", "scores", "several", "some", "many", "more", "about", "nearly")
                        .contains(s.word(at))
                || (s.word(at).equals("at") && s.word(at + 1).equals("least"));
    }

    private static boolean between(Sentence s, String word, int from, int until) {
        for (int at = from; at < until; at++) {
            if (s.word(at).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private List<List<Mark>> grouped(Facts facts, List<Mark> heads, List<Mark> marks) {
        List<List<Mark>> groups = new ArrayList<>();
        for (Mark head : heads) {
            List<Mark> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || parts(facts, last, head, heads, marks)) {
                groups.add(new ArrayList<>(List.of(head)));
            } else {
                last.add(head);
            }
        }
        return groups;
    }

    /** Whether the head is another attack than that of the heads before it. */
    private boolean parts(Facts facts, List<Mark> group, Mark head, List<Mark> heads, List<Mark> marks) {
        Sentence s = facts.sentence();
        Mark before = group.get(group.size() - 1);
        int border = border(s, before.end(), head.at());
        if (border < 0) {
            return false;
        }
        if (PARTS_ALWAYS.contains(s.word(border))) {
            return true;
        }
        int end = end(s, heads, head);
        boolean noun = head.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING);
        Manner manner = noun ? manner(s, head.at(), head) : Manner.NEW;
        Mark first = group.get(0);
        Manner firstManner = first.is(Kind.EVENT, Kind.EVENTS) ? manner(s, first.at(), first) : Manner.NEW;
        boolean elliptic = s.word(head.at()).equals("another");
        if (noun && (manner == Manner.ANOTHER || elliptic) && !first.equals(head)) {
            return true;
        }
        boolean wholes = firstManner == Manner.MANY
                || manner == Manner.MANY
                || first.is(Kind.EVENTS) != (noun && head.is(Kind.EVENTS));
        boolean known = firstManner == Manner.KNOWN && manner == Manner.NEW && after(s, before.end(), head.at());
        boolean times = differentTimes(facts, first.at(), border, end);
        boolean sites = differentSites(facts, border, end);
        boolean kinds = differentKinds(group, marks, border, end) && after(s, before.end(), head.at());
        return times || sites || kinds || known || (wholes && after(s, before.end(), head.at()));
    }

    private static boolean after(Sentence s, int from, int until) {
        for (int at = from; at < until; at++) {
            if (Set.of(
                            "after",
                            "following",
                            "followed",
                            "followed by",
                            "before",
                            "response",
                            "retaliation",
                            "culminating",
                            "since",
                            "while",
                            "follows",
                            "came",
                            "comes",
                            "later",
                            "earlier",
                            "reprisal",
                            "revenge",
                            "similar",
                            "amid")
                    .contains(s.word(at))) {
                return true;
            }
        }
        return false;
    }

    private static int border(Sentence s, int from, int until) {
        for (int at = until - 1; at >= from; at--) {
            if (PARTS_ALWAYS.contains(s.word(at))) {
                return at;
            }
        }
        for (int at = until - 1; at >= from; at--) {
            if (PARTS.contains(s.word(at))) {
                int first = at;
                while (first > from && PARTS.contains(s.word(first - 1))) {
                    first--;
                }
                return first;
            }
        }
        return -1;
    }

    private static int end(Sentence s, List<Mark> heads, Mark head) {
        int next = heads.indexOf(head) + 1;
        return next < heads.size() ? heads.get(next).at() : s.size();
    }

    private static boolean differentTimes(Facts facts, int from, int border, int end) {
        List<When> left = moments(facts, Math.max(0, from - TIME_BEFORE), border);
        List<When> right = moments(facts, border, end);
        return !left.isEmpty()
                && !right.isEmpty()
                && left.stream().noneMatch(l -> right.stream().anyMatch(l::meets));
    }

    /** The times of the stretch, without what only says since when others are counted: {@code the third attack this week}. */
    private static List<When> moments(Facts facts, List<Mark> group, int from, int until) {
        return moments(facts, from - 1, until).stream()
                .filter(when -> when.end() <= until)
                .filter(when -> group.stream()
                        .noneMatch(head -> rank(facts.sentence(), head).isPresent()
                                && when.at() >= head.end()
                                && when.at() - head.end() <= 1
                                && !when.isOfDay()))
                .toList();
    }

    private static List<When> moments(Facts facts, int from, int until) {
        return facts.whens().stream()
                .filter(when -> when.use() == Use.MOMENT && when.at() >= from && when.at() < until)
                .toList();
    }

    private static boolean differentSites(Facts facts, int border, int end) {
        List<Where> left = sites(facts, 0, border);
        List<Where> right = sites(facts, border, end);
        return !left.isEmpty()
                && !right.isEmpty()
                && left.stream().noneMatch(l -> right.stream().anyMatch(r -> overlap(l, r)));
    }

    private static boolean overlap(Where left, Where right) {
        boolean provinces =
                left.place().province().isPresent() && right.place().province().isPresent();
        boolean finer = left.place().site().isPresent() && right.place().site().isPresent();
        return !left.place().country().equals(right.place().country())
                ? false
                : finer
                        ? left.place().site().equals(right.place().site())
                        : !provinces
                                || left.place().province().equals(right.place().province());
    }

    private static List<Where> sites(Facts facts, int from, int until) {
        return facts.wheres().stream()
                .filter(where -> where.role() == Where.Role.AT && !where.isCountry())
                .filter(where -> where.at() >= from && where.at() < until)
                .toList();
    }

    private static boolean differentKinds(List<Mark> group, List<Mark> marks, int border, int end) {
        Category left = kind(group.get(0).at(), border, marks);
        Category right = kind(border, end, marks);
        return left != Category.UNKNOWN && right != Category.UNKNOWN && left.family() != right.family();
    }

    private static Category kind(int from, int until, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.at() >= from && mark.at() < until && mark.category() != Category.UNKNOWN)
                .map(Mark::category)
                .min(Comparator.comparingInt(TELLING::indexOf))
                .orElse(Category.UNKNOWN);
    }

    private Mention mention(Facts facts, List<Mark> group, List<Mark> marks, List<Mark> heads) {
        Sentence s = facts.sentence();
        Mark first = group.get(0);
        Mark last = group.get(group.size() - 1);
        int before = heads.indexOf(first) - 1;
        int from = before < 0
                ? 0
                : Math.max(heads.get(before).end(), border(s, heads.get(before).end(), first.at()));
        int after = heads.indexOf(last) + 1;
        int until = after == heads.size()
                ? s.size()
                : Math.max(last.end(), border(s, last.end(), heads.get(after).at()));
        Mark main = main(group);
        boolean noun = main.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING);
        boolean elliptic = s.word(main.at()).equals("another");
        Manner manner = elliptic ? Manner.ANOTHER : noun ? manner(s, main.at(), main) : verbManner(s, main);
        Optional<Integer> count = noun ? count(s, main) : Optional.empty();
        Optional<Integer> rank = noun ? rank(s, main) : Optional.empty();
        Mention mention = new Mention(
                facts,
                main.at(),
                main.end(),
                group.stream().map(Mark::at).toList(),
                from,
                until,
                moments(facts, group, from, until),
                category(group, marks, from, until, facts),
                manner,
                count,
                rank,
                Optional.empty());
        return out(mention, main, group).map(mention::without).orElse(mention);
    }

    /** A verb tells more than a noun that may only be spoken of; a word of its own kind more than a general one. */
    private static Mark main(List<Mark> group) {
        return group.stream()
                .min(Comparator.comparingInt(mark -> mark.is(Kind.HARM, Kind.LANDS) ? 1 : 0))
                .orElseThrow();
    }

    private Category category(List<Mark> group, List<Mark> marks, int from, int until, Facts facts) {
        boolean armed =
                marks.stream().anyMatch(mark -> mark.is(Kind.AGENT) && mark.at() >= from && mark.end() <= until);
        List<Cue> denials = cues.in(facts, Cues.Where.BEFORE).stream()
                .filter(cue -> cue.reason() == Reason.DENIED)
                .filter(cue -> !facts.sentence().word(cue.at()).matches("no|not|without|never|nor"))
                .toList();
        List<Category> said = marks.stream()
                .filter(mark -> mark.at() >= from && mark.end() <= until)
                .filter(mark -> !mark.is(Kind.LANDS)
                        || group.contains(mark)
                        || (mark.category() == Category.ABDUCTION && armed))
                .filter(mark -> denials.stream()
                        .noneMatch(cue -> mark.at() >= cue.end() && mark.at() - cue.end() < DENIAL_BEFORE))
                .map(Mark::category)
                .filter(category -> category != Category.UNKNOWN)
                .sorted(Comparator.comparingInt(TELLING::indexOf))
                .toList();
        boolean killing = group.stream().anyMatch(mark -> mark.is(Kind.KILLING, Kind.HARM));
        Category own = group.stream()
                .map(Mark::category)
                .filter(category -> category != Category.UNKNOWN)
                .findFirst()
                .orElse(Category.UNKNOWN);
        boolean general = GENERAL.contains(own);
        if (!general) {
            return own;
        }
        if (said.isEmpty()) {
            boolean victim = killing && !victims.find(facts, from, until).isEmpty();
            return victim ? Category.ASSASSINATION : Category.UNKNOWN;
        }
        if (own == Category.IED) {
            return said.stream()
                    .filter(category -> category.family() == own.family() || category == Category.AIR_STRIKE)
                    .findFirst()
                    .orElse(own);
        }
        if (own == Category.ARSON || own == Category.ARMED_CLASH) {
            return said.stream()
                    .filter(category ->
                            category.family() == Family.AIR_ATTACK || category.family() == Family.INDIRECT_FIRE)
                    .findFirst()
                    .orElse(own);
        }
        if (own == Category.SHOOTING && isFromTheAir(group, marks)) {
            return Category.AIR_STRIKE;
        }
        if (own == Category.SHOOTING) {
            return said.stream()
                    .filter(category -> category == Category.AMBUSH
                            || category == Category.ABDUCTION
                            || category == Category.ASSASSINATION)
                    .findFirst()
                    .orElse(own);
        }
        return said.get(0);
    }

    /** {@code army helicopters fired on a school}. */
    private static boolean isFromTheAir(List<Mark> group, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.category() == Category.AIR_STRIKE && mark.is(Kind.WEAPON))
                .anyMatch(mark ->
                        group.stream().anyMatch(head -> head.at() >= mark.end() && head.at() - mark.end() <= 2));
    }

    private static Manner verbManner(Sentence s, Mark verb) {
        for (int back = 1; back <= 4; back++) {
            if (Set.of("also", "separately", "later", "another").contains(s.word(verb.at() - back))) {
                return Manner.ANOTHER;
            }
        }
        return Manner.NEW;
    }

    /** How the words before the noun speak of it. */
    private static Manner manner(Sentence s, int at, Mark head) {
        boolean many = head.is(Kind.EVENTS);
        for (int back = 1; back <= MODIFIERS; back++) {
            String word = s.word(at - back);
            if (word.equals("a") || word.equals("an") || word.equals("one")) {
                boolean another = oneMore(s, at - back, at);
                return many ? Manner.MANY : another ? Manner.ANOTHER : Manner.NEW;
            }
            if (word.equals("another")) {
                return Manner.ANOTHER;
            }
            if (KNOWN.contains(word)) {
                return many ? Manner.MANY : Manner.KNOWN;
            }
            if (MANY.contains(word)) {
                return many ? Manner.MANY : Manner.NEW;
            }
            boolean noun =
                    Character.isLetter(word.isEmpty() ? ' ' : word.charAt(0)) || word.equals("'s") || word.equals("\"");
            if (!noun
                    || Set.of(
                                    "in", "of", "by", "and", "with", "for", "from", "on", "to", "was", "were", "is",
                                    "after", "said", "that")
                            .contains(word)) {
                break;
            }
        }
        return many ? Manner.MANY : Manner.NEW;
    }

    private static boolean oneMore(Sentence s, int from, int until) {
        for (int at = from; at < until; at++) {
            if (ONE_MORE.contains(s.word(at))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> count(Sentence s, Mark head) {
        for (int back = 1; back <= MODIFIERS; back++) {
            int at = head.at() - back;
            Optional<Numbers.Figure> number = Numbers.at(s, at);
            if (number.isPresent()
                    && number.get().until() <= head.at()
                    && head.is(Kind.EVENTS)
                    && number.get().value() > 1) {
                return number.map(Numbers.Figure::value);
            }
            if (s.word(at).equals("twin") || s.word(at).equals("both")) {
                return Optional.of(2);
            }
            if (s.word(at).isEmpty()
                    || Set.of(",", ".", "of", "by", "said", "that", "on", "after")
                            .contains(s.word(at))) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> rank(Sentence s, Mark head) {
        for (int back = 1; back <= 4; back++) {
            Optional<Integer> rank = Numbers.ordinal(s, head.at() - back);
            if (rank.isPresent()) {
                return rank;
            }
        }
        return Optional.empty();
    }

    private Optional<Reason> out(Mention mention, Mark main, List<Mark> group) {
        Sentence s = mention.facts().sentence();
        boolean dayKnown = mention.moments().stream().anyMatch(When::isOfDay);
        boolean placed = mention.places().stream().anyMatch(where -> !where.isCountry());
        boolean told = group.stream().anyMatch(mark -> mark.is(Kind.HARM, Kind.LANDS, Kind.VERB));
        boolean assertive = dayKnown && (placed || told);
        Optional<Reason> sentence = cues.in(mention.facts(), Cues.Where.SENTENCE).stream()
                .filter(cue ->
                        (cue.at() >= mention.from() && cue.end() <= mention.until()) || cue.reason() == Reason.HISTORY)
                .filter(cue -> cue.reason() != Reason.ACCIDENT || !isPlanted(s))
                .map(Cue::reason)
                .findFirst();
        if (sentence.isPresent()) {
            return sentence;
        }
        if (isOfLabour(s, main)) {
            return Optional.of(Reason.METAPHOR);
        }
        Optional<Reason> before = before(mention.facts(), main, assertive);
        if (before.isPresent()) {
            return before;
        }
        for (Cue cue : cues.in(mention.facts(), Cues.Where.AFTER)) {
            boolean noun = main.is(Kind.EVENT, Kind.EVENTS);
            boolean close = cue.at() >= main.end()
                    && cue.at() - main.end() < CUE_BEFORE
                    && (noun || cue.reason() != Reason.HYPOTHETICAL);
            boolean often = s.word(cue.end() - 1).matches("daily|regularly|frequently|routinely");
            if (often && cue.at() >= main.end() && cue.at() - main.end() < CUE_RIGHT_BEFORE) {
                return Optional.of(Reason.GENERAL);
            }
            if (cue.reason() == Reason.DENIED && cue.at() >= main.end()) {
                return Optional.of(Reason.DENIED);
            }
            if (close && (cue.reason() != Reason.GENERAL || main.is(Kind.EVENTS)) && !assertive) {
                return Optional.of(cue.reason());
            }
        }
        return many(mention, main, dayKnown, placed);
    }

    private static boolean isOfLabour(Sentence s, Mark main) {
        return s.word(main.end() - 1).matches("strikes?")
                && main.category() == Category.UNKNOWN
                && s.tokens().stream().anyMatch(token -> OF_LABOUR.contains(token.word()));
    }

    private static boolean isPlanted(Sentence s) {
        return s.tokens().stream()
                .anyMatch(token -> Set.of(
                                "planted", "detonated", "wire", "gunmen", "militants", "bomber", "remotely", "packed")
                        .contains(token.word()));
    }

    private Optional<Reason> before(Facts facts, Mark main, boolean assertive) {
        Sentence s = facts.sentence();
        boolean event = main.is(Kind.EVENT, Kind.EVENTS, Kind.KILLING);
        for (Cue cue : cues.in(facts, Cues.Where.BEFORE)) {
            int gap = main.at() - cue.end();
            boolean denial = cue.reason() == Reason.DENIED && !s.word(cue.at()).matches("no|not|never|nor|false|fake");
            if (gap < 0 || gap > (denial ? DENIAL_BEFORE : CUE_BEFORE) || crosses(s, cue.end(), main.at())) {
                continue;
            }
            boolean apart = between(s, ",", cue.end(), main.at())
                    && (cue.reason() == Reason.HYPOTHETICAL || cue.reason() == Reason.GENERAL);
            if (apart) {
                continue;
            }
            boolean right = gap < CUE_RIGHT_BEFORE;
            boolean counts = switch (cue.reason()) {
                case GENERAL -> (event && main.is(Kind.EVENTS) && !assertive) || (!event && right && isOften(s, cue));
                case THREAT -> !assertive || right;
                case HYPOTHETICAL ->
                    s.word(cue.at()).matches("if|unless")
                            || (right && !(assertive && event))
                            || (!assertive && gap < 5);
                case DENIED ->
                    gap < 2 || (event && right) || (!s.word(cue.at()).matches("no|not|never|nor") && !assertive);
                default -> true;
            };
            if (counts) {
                return Optional.of(cue.reason());
            }
        }
        return Optional.empty();
    }

    private static boolean isOften(Sentence s, Cue cue) {
        return s.word(cue.at()).matches("regularly|frequently|often|repeatedly|routinely|increasingly");
    }

    private static boolean crosses(Sentence s, int from, int until) {
        for (int at = from; at < until; at++) {
            if (Set.of(";", "after", "when", "said", "killed", "which", "where").contains(s.word(at))) {
                return true;
            }
        }
        return false;
    }

    /** Totals, attacks in general, and what is known by its year only. */
    private Optional<Reason> many(Mention mention, Mark main, boolean dayKnown, boolean placed) {
        boolean period = mention.facts().whens().stream().anyMatch(when -> when.use() == Use.PERIOD);
        boolean future = mention.facts().whens().stream()
                .anyMatch(when ->
                        when.use() == Use.FUTURE && when.at() >= mention.from() && when.end() <= mention.until());
        boolean months = mention.moments().stream().anyMatch(when -> when.use() == Use.MOMENT);
        if (future && mention.moments().isEmpty()) {
            return Optional.of(Reason.THREAT);
        }
        if (mention.rank().isPresent() && !dayKnown) {
            return Optional.of(Reason.TOTAL);
        }
        if (main.is(Kind.EVENTS)) {
            boolean few = mention.count().map(n -> n <= MOST_COUNTED_AS_ONE).orElse(true);
            if (period || !few) {
                return Optional.of(mention.count().isPresent() || period ? Reason.TOTAL : Reason.GENERAL);
            }
            if (!dayKnown || !(placed || mention.facts().sentence().headline())) {
                return Optional.of(mention.count().isPresent() ? Reason.TOTAL : Reason.GENERAL);
            }
        }
        if (period && !dayKnown && !months) {
            return Optional.of(Reason.GENERAL);
        }
        boolean year = mention.facts().whens().stream()
                .anyMatch(when ->
                        when.use() == Use.YEAR && when.at() >= mention.from() - 1 && when.end() <= mention.until());
        return year && !dayKnown && !months ? Optional.of(Reason.HISTORY) : Optional.empty();
    }
}
