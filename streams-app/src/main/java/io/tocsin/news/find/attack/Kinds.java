package io.tocsin.news.find.attack;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Kind;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.find.attack.Cues.Cue;
import io.tocsin.news.find.people.VictimFinder;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Of what kind an attack is: by the words that name it, or else by those that stand beside them. */
final class Kinds {

    private static final int DENIED_WITHIN = 14;
    private static final int FIRED_WITHIN = 2;
    private static final int LISTED_WITHIN = 10;

    private static final Set<String> CARRYING = Words.of("carrying-weapons");
    private static final Set<String> BLASTS = Words.of("blasts");
    private static final Set<String> NEGATIONS = Words.of("negations");

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

    /** Kinds that a more telling word beside them outdoes. */
    private static final Set<Category> GENERAL =
            Set.of(Category.UNKNOWN, Category.IED, Category.SHOOTING, Category.ARSON, Category.ARMED_CLASH);

    private static final Set<Category> BESIDE_GUNS = Set.of(Category.GRENADE, Category.ROCKET, Category.STABBING);
    private static final Set<Category> NOT_OF_BLASTS =
            Set.of(Category.SHOOTING, Category.ARMED_CLASH, Category.STABBING, Category.RIOT);

    private static final Set<Family> FIRES = Set.of(Family.AIR_ATTACK, Family.INDIRECT_FIRE);
    private static final Set<Category> KILLINGS = Set.of(Category.SHOOTING, Category.STABBING);

    private static final Set<String> NONE = Words.of("none-of");
    private static final Set<String> HALTS = Words.of("halts");
    private static final Set<String> AND = Words.of("and-then");
    private static final Set<String> OTHERS = Words.of("somebody-else");
    private static final Set<String> BOMBED = Words.of("bombed");
    private static final Set<String> FIRED_FROM_ABOVE = Words.of("fired-from-above");
    private static final Set<String> FLIES = Words.of("flies");
    private static final Set<String> AIRCRAFT = Words.of("aircraft");
    private static final int FLOWN_WITHIN = 5;

    private static final Set<Category> BY_SHOTS = Set.of(Category.AMBUSH, Category.ABDUCTION, Category.ASSASSINATION);

    private final Cues cues;
    private final VictimFinder victims;

    Kinds(Cues cues, VictimFinder victims) {
        this.cues = cues;
        this.victims = victims;
    }

    static final Comparator<Category> MOST_TELLING_FIRST = Comparator.comparingInt(TELLING::indexOf);

    static boolean isMoreTelling(Category one, Category other) {
        return TELLING.indexOf(one) < TELLING.indexOf(other);
    }

    /** The most telling of the words between the positions. */
    static Category between(List<Mark> marks, int from, int until) {
        return marks.stream()
                .filter(mark -> mark.at() >= from && mark.at() < until && mark.category() != Category.UNKNOWN)
                .map(Mark::category)
                .min(Comparator.comparingInt(TELLING::indexOf))
                .orElse(Category.UNKNOWN);
    }

    /** That of the attack which the group of heads names, told between the positions. */
    Category of(Marked in, List<Mark> group, int from, int until) {
        Category own = own(group);
        if (own == Category.OTHER) {
            return first(beside(in, group, from, until), kind -> kind.family() == Category.IED.family())
                    .orElse(own);
        }
        if (!GENERAL.contains(own)) {
            return own == Category.ABDUCTION ? killingOf(in.sentence(), group).orElse(own) : own;
        }
        if ((own == Category.IED && isBombing(in, group)) || (own == Category.SHOOTING && isFlown(in, group))) {
            return Category.AIR_STRIKE;
        }
        List<Category> beside = beside(in, group, from, until);
        if (beside.isEmpty()) {
            return own == Category.UNKNOWN ? ofPeople(in.facts(), group, from, until) : own;
        }
        Optional<Category> means = means(in, group, from, own);
        if (means.isPresent()) {
            return means.get();
        }
        if (group.stream().allMatch(head -> BLASTS.contains(in.sentence().word(head.at())))) {
            return first(beside, kind -> !NOT_OF_BLASTS.contains(kind)).orElse(own);
        }
        return switch (own) {
            case IED ->
                first(beside, kind -> kind.family() == own.family() || kind == Category.AIR_STRIKE)
                        .orElse(own);
            case ARSON, ARMED_CLASH ->
                first(beside, kind -> FIRES.contains(kind.family()))
                        .or(() -> first(
                                beside,
                                kind -> own == Category.ARSON && kind == Category.RIOT && isOfMob(in, from, until)))
                        .or(() -> first(beside, kind -> isOverrun(own, group) && kind == Category.ABDUCTION))
                        .orElse(own);
            case SHOOTING ->
                firedWith(group, in.marks())
                        .or(() -> first(beside, BY_SHOTS::contains))
                        .orElse(own);
            default -> beside.get(0);
        };
    }

    /** What the first word says that names a kind; of who looted a place and burned it, that it was burned. */
    private static Category own(List<Mark> group) {
        List<Mark> kinds = group.stream()
                .filter(head -> head.category() != Category.UNKNOWN)
                .toList();
        return kinds.stream()
                .filter(head -> head.category() == Category.ARSON && isLooted(kinds))
                .findFirst()
                .or(() -> kinds.stream().findFirst())
                .map(Mark::category)
                .orElse(Category.UNKNOWN);
    }

    private static boolean isLooted(List<Mark> group) {
        return group.stream()
                .filter(head -> head.category() != Category.UNKNOWN)
                .limit(1)
                .anyMatch(head -> head.is(Kind.LANDS) && head.category() == Category.RIOT);
    }

    /** Whether more than the looting says that a crowd did it. */
    private static boolean isOfMob(Marked in, int from, int until) {
        return in.marks().stream()
                .filter(mark -> mark.at() >= from && mark.end() <= until)
                .anyMatch(mark -> mark.category() == Category.RIOT && !mark.is(Kind.LANDS));
    }

    /** {@code dragged off a bus and shot}: what was done to them at last, but not {@code kidnapped a girl and shot a guard}. */
    private static Optional<Category> killingOf(Sentence s, List<Mark> group) {
        return group.stream()
                .filter(head -> head.is(Kind.VERB) && KILLINGS.contains(head.category()))
                .filter(head -> AND.contains(s.word(head.at() - 1)) && !OTHERS.contains(s.word(head.end())))
                .filter(head -> Numbers.at(s, head.end()).isEmpty())
                .map(Mark::category)
                .findFirst();
    }

    /** {@code overran a post, taking seven men away}, but not {@code overran a post, killing three}. */
    private static boolean isOverrun(Category own, List<Mark> group) {
        return own == Category.ARMED_CLASH && group.stream().noneMatch(head -> head.is(Kind.HARM));
    }

    /** {@code charges went off under two wells, setting them alight}: the means, which is told first, outdoes the effect. */
    private static Optional<Category> means(Marked in, List<Mark> group, int from, Category own) {
        Mark first = group.get(0);
        if (!first.is(Kind.LANDS) || first.category() != Category.UNKNOWN || own == Category.UNKNOWN) {
            return Optional.empty();
        }
        int until = group.stream()
                .filter(head -> head.category() == own)
                .mapToInt(Mark::at)
                .findFirst()
                .orElse(0);
        return in.marks().stream()
                .filter(mark -> mark.is(Kind.WEAPON) && mark.at() >= from && mark.end() <= until)
                .map(Mark::category)
                .filter(kind -> FIRES.contains(kind.family()) || kind.family() == Category.IED.family())
                .min(Comparator.comparingInt(TELLING::indexOf));
    }

    /** Whoever killed a person of name meant to. */
    private Category ofPeople(Facts facts, List<Mark> group, int from, int until) {
        boolean killing = group.stream().anyMatch(mark -> mark.is(Kind.KILLING, Kind.HARM));
        return killing && !victims.find(facts, from, until).isEmpty() ? Category.ASSASSINATION : Category.UNKNOWN;
    }

    /** What the words of the stretch say, those denied left out, the most telling first. */
    private List<Category> beside(Marked in, List<Mark> group, int from, int until) {
        boolean armed =
                in.marks().stream().anyMatch(mark -> mark.is(Kind.AGENT) && mark.at() >= from && mark.end() <= until);
        List<Cue> denials = cues.in(in.facts(), Cues.Where.BEFORE).stream()
                .filter(cue -> cue.reason() == Reason.DENIED)
                .filter(cue -> !in.sentence().has(NEGATIONS, cue.at(), cue.end()))
                .filter(cue -> !in.sentence().has(HALTS, cue.at(), cue.end()))
                .toList();
        List<Cue> mistakes = cues.in(in.facts(), Cues.Where.ONWARD);
        return in.marks().stream()
                .filter(mark -> mark.at() >= from && mark.end() <= until)
                .filter(mark -> mistakes.stream().noneMatch(cue -> cue.end() <= mark.at()))
                .filter(mark -> !mark.is(Kind.LANDS)
                        || group.contains(mark)
                        || (mark.category() == Category.ABDUCTION && armed && Doers.isOfPeople(in.sentence(), mark)))
                .filter(mark -> denials.stream().noneMatch(cue -> isDenied(mark, cue)))
                .filter(mark -> !isNone(in.sentence(), mark))
                .filter(mark -> !isCarriedBesideGuns(in, mark))
                .map(Mark::category)
                .filter(category -> category != Category.UNKNOWN)
                .sorted(Comparator.comparingInt(TELLING::indexOf))
                .toList();
    }

    /** {@code armed with rifles, grenades and rocket launchers}: it is a shooting. */
    private static boolean isCarriedBesideGuns(Marked in, Mark weapon) {
        if (!weapon.is(Kind.WEAPON) || !BESIDE_GUNS.contains(weapon.category())) {
            return false;
        }
        Sentence s = in.sentence();
        int from = weapon.at() - 1;
        while (from >= 0 && from > weapon.at() - LISTED_WITHIN && !CARRYING.contains(s.word(from))) {
            from--;
        }
        int armed = from;
        return CARRYING.contains(s.word(from))
                && in.marks().stream()
                        .anyMatch(mark -> mark.is(Kind.WEAPON)
                                && mark.category() == Category.SHOOTING
                                && mark.at() > armed
                                && mark.at() < armed + LISTED_WITHIN
                                && in.heads().stream().noneMatch(head -> head.at() > armed && head.at() < mark.at()));
    }

    private static boolean isDenied(Mark mark, Cue denial) {
        return mark.at() >= denial.end() && mark.at() - denial.end() < DENIED_WITHIN;
    }

    /** {@code there was no bomber among them}. */
    static boolean isNone(Sentence s, Mark mark) {
        return mark.is(Kind.WEAPON, Kind.AGENT) && NONE.contains(s.word(mark.at() - 1));
    }

    private static Optional<Category> first(List<Category> kinds, Predicate<Category> wanted) {
        return kinds.stream().filter(wanted).findFirst();
    }

    /** {@code aircraft had bombed a market}, but not {@code a suicide bomber blew up his car}. */
    private static boolean isBombing(Marked in, List<Mark> group) {
        Sentence s = in.sentence();
        return group.stream()
                        .anyMatch(head -> BOMBED.contains(s.word(head.at()))
                                && s.has(AIRCRAFT, head.at() - FLOWN_WITHIN, head.at()))
                && in.marks().stream()
                        .noneMatch(mark -> mark.is(Kind.AGENT)
                                && mark.category() == Category.SUICIDE_BOMB
                                && mark.end() - mark.at() > 1);
    }

    /** {@code helicopters fired at a market}, but not {@code a helicopter took rifle fire}. */
    private static boolean isFlown(Marked in, List<Mark> group) {
        Sentence s = in.sentence();
        return group.stream()
                .anyMatch(head -> FIRED_FROM_ABOVE.contains(s.word(head.at()))
                        && s.has(FLIES, head.at() - FIRED_WITHIN, head.at()));
    }

    /** {@code army helicopters fired on a school}, {@code rockets were fired at it}. */
    private static Optional<Category> firedWith(List<Mark> group, List<Mark> marks) {
        return marks.stream()
                .filter(mark ->
                        mark.is(Kind.WEAPON) && FIRES.contains(mark.category().family()))
                .filter(mark -> group.stream()
                        .anyMatch(head -> head.at() >= mark.end() && head.at() - mark.end() <= FIRED_WITHIN))
                .map(Mark::category)
                .findFirst();
    }
}
