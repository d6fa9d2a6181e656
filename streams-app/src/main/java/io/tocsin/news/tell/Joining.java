package io.tocsin.news.tell;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.find.people.VictimFinder.Victim;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.spelling.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which of the attacks told so far a mention speaks of, if it is none of its own. */
final class Joining {

    /** How many sentences on "the attack" and a bare verb still speak of the last one told. */
    private static final int SPEAKS_ON = 6;

    /** How many sentences on a mention still says what the one before it left unsaid. */
    private static final int COMPLETES = 3;

    private static final int OF_THEM_WITHIN = 4;

    /** What it counts for an attack that the sentence before told of it, where a mention says neither when nor where. */
    private static final int STRAIGHT_ON = 2;

    /** Kinds of attack that one and the same attack may be called by. */
    private static final Set<Family> MIXED =
            Set.of(Family.BOMBING, Family.DIRECT_FIRE, Family.TARGETED_ATTACK, Family.OTHER);

    private static final Set<String> KNOWN_DOERS = Words.of("known-doers");

    private static final Set<String> PRONOUNS = Words.of("told-persons");

    private static final Set<String> RELATIVE = Words.of("opens-relative-clause");

    private Joining() {}

    /** The draft that the mention belongs to; empty: it is a new one. */
    static Optional<Draft> draft(Mention mention, List<Victim> victims, List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (victims.stream().anyMatch(victim -> isNamed(victim, draft))) {
                return Optional.of(draft);
            }
        }
        if (mention.manner() == Manner.ANOTHER && !onlyHeadline(drafts)) {
            return Optional.empty();
        }
        Draft best = null;
        int most = 0;
        for (Draft draft : drafts) {
            int likeness = likeness(mention, victims, draft);
            if (likeness > 0 && likeness >= most) {
                best = draft;
                most = likeness;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean onlyHeadline(List<Draft> drafts) {
        return drafts.stream().allMatch(Draft::isHeadline);
    }

    private static boolean isNamed(Victim victim, Draft draft) {
        return draft.victims().stream().anyMatch(name -> surname(name).equals(surname(victim.name())));
    }

    private static String surname(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return Spelling.loose(Spelling.plain(last));
    }

    /** How much speaks for the draft; 0: something speaks against it. */
    private static int likeness(Mention mention, List<Victim> victims, Draft draft) {
        List<When> moments = finest(mention.moments());
        boolean timed = !moments.isEmpty() && draft.when().isPresent();
        boolean times = timed && moments.stream().anyMatch(draft.when().get()::meets);
        Closeness sites =
                goesOnAbroad(mention, draft) ? Closeness.UNSAID : Closeness.of(mention.places(), draft.places());
        boolean headline = draft.isHeadline();
        if ((timed && !times) || sites == Closeness.APART) {
            return 0;
        }
        boolean known = mention.manner() == Manner.KNOWN || isOfTold(mention);
        boolean nearby = mention.facts().number() - draft.lastSentence() <= SPEAKS_ON;
        if (sites == Closeness.OTHERWISE_NAMED && !(known && nearby)) {
            return 0;
        }
        if (sites != Closeness.SAME && !known && !headline && BesideAnother.opens(mention)) {
            return 0;
        }
        boolean saysNoMore = known && !timed && sites == Closeness.UNSAID;
        boolean sure = known || complements(mention, draft);
        if (!saysNoMore && !sameKind(mention.category(), draft.category(), times && sites == Closeness.SAME, sure)) {
            return 0;
        }
        if (!victims.isEmpty() && !draft.victims().isEmpty()) {
            return 0;
        }
        boolean same = mention.category() != Category.UNKNOWN && mention.category() == draft.category();
        int likeness = (times ? 3 : 0) + (sites == Closeness.SAME ? 3 : 0) + (same ? 1 : 0);
        boolean bare = moments.isEmpty() && mention.places().stream().allMatch(Where::isCountry);
        if (likeness >= 3) {
            return likeness + 1;
        }
        boolean next = mention.facts().number() - draft.lastSentence() <= 1;
        boolean another = !same
                && !known
                && !next
                && mention.category() != Category.UNKNOWN
                && draft.category() != Category.UNKNOWN;
        boolean goesOn = (mention.manner() == Manner.KNOWN || isByTold(mention) || (bare && !another) || headline)
                && (nearby || headline);
        boolean close = mention.facts().number() - draft.lastSentence() <= COMPLETES;
        boolean alike = same
                || (known && mention.places().isEmpty())
                || mention.category() == Category.UNKNOWN
                || draft.category() == Category.UNKNOWN;
        boolean sited = mention.places().stream().anyMatch(where -> !where.isCountry());
        boolean elsewhere = !known && !moments.isEmpty() && sited && !isOfParagraph(mention, draft) && !(next && same);
        boolean completes = close
                && alike
                && !elsewhere
                && (moments.isEmpty() || draft.when().isEmpty());
        int straightOn = bare && next && isOfParagraph(mention, draft) ? STRAIGHT_ON : 0;
        return goesOn || completes || complements(mention, draft) ? likeness + straightOn + 1 : 0;
    }

    /** Beside a day a month tells nothing: {@code on Tuesday, for the first time this month}. */
    private static List<When> finest(List<When> moments) {
        return moments.stream()
                .filter(when -> when.isOfDay() || moments.stream().noneMatch(When::isOfDay))
                .toList();
    }

    /** Whether the draft is told only where it was, and the mention only when: {@code The bomb went off on Sunday}. */
    private static boolean complements(Mention mention, Draft draft) {
        boolean mixed = MIXED.contains(mention.category().family())
                && MIXED.contains(draft.category().family());
        return (mixed || mention.category() == draft.category())
                && draft.when().isEmpty()
                && mention.facts().number() - draft.lastSentence() <= 1
                && mention.moments().stream().anyMatch(When::isOfDay)
                && mention.places().stream().allMatch(Where::isCountry)
                && draft.places().stream().anyMatch(where -> !where.isCountry());
    }

    /** Whether the attack was told in the same paragraph; another one that says when and where it was tells of its own. */
    private static boolean isOfParagraph(Mention mention, Draft draft) {
        int paragraph = mention.facts().sentence().paragraph();
        return draft.mentions().stream()
                .anyMatch(told -> told.facts().sentence().paragraph() == paragraph);
    }

    private static boolean sameKind(Category one, Category other, boolean sameTimeAndPlace, boolean known) {
        if (one == Category.UNKNOWN || other == Category.UNKNOWN || one.family() == other.family()) {
            return true;
        }
        boolean mixed = MIXED.contains(one.family()) && MIXED.contains(other.family());
        if (isTaking(one, other) || isTaking(other, one)) {
            return false;
        }
        boolean fromAbove = one.family() != Family.DIRECT_FIRE
                && other.family() != Family.DIRECT_FIRE
                && (isFire(one) && isFire(other));
        boolean missilesOfDrones = isFire(one)
                && isFire(other)
                && (one == Category.MISSILE || other == Category.MISSILE)
                && one != Category.ROCKET
                && other != Category.ROCKET;
        boolean burning =
                isRiot(one, other) || isRiot(other, one) || (known && (isRaid(one, other) || isRaid(other, one)));
        return missilesOfDrones || burning || ((mixed || fromAbove) && (sameTimeAndPlace || known));
    }

    /** Nobody is carried off by a bomb. */
    private static boolean isTaking(Category one, Category other) {
        return one == Category.ABDUCTION && other.family() == Family.BOMBING;
    }

    /** A crowd that riots sets things on fire. */
    private static boolean isRiot(Category one, Category other) {
        return one == Category.RIOT && other == Category.ARSON;
    }

    /** Who raids a place sets it on fire. */
    private static boolean isRaid(Category one, Category other) {
        return MIXED.contains(one.family()) && other == Category.ARSON;
    }

    private static boolean isFire(Category category) {
        return category.family() == Family.INDIRECT_FIRE || category.family() == Family.AIR_ATTACK;
    }

    /** {@code the bomber struck at noon}, {@code his car was hit}: who did it, or whom it befell, was told of before. */
    private static boolean isOfTold(Mention mention) {
        Sentence s = mention.facts().sentence();
        return PRONOUNS.contains(s.word(mention.from())) || isByTold(mention);
    }

    /** {@code the bomber struck at noon}, {@code one of them blew himself up}, but not {@code the bomb that went off}. */
    private static boolean isByTold(Mention mention) {
        Sentence s = mention.facts().sentence();
        for (int at = mention.from(); at < mention.head(); at++) {
            if (s.word(at).equals("of") && s.word(at + 1).equals("them") && mention.head() - at <= OF_THEM_WITHIN) {
                return true;
            }
            boolean doer = s.word(at).equals("the") && KNOWN_DOERS.contains(s.word(at + 1));
            if (doer && !RELATIVE.contains(s.word(at + 2))) {
                return true;
            }
        }
        return false;
    }

    /** {@code The rockets fell close to the U.S. embassy}: of another country only the name is told. */
    private static boolean goesOnAbroad(Mention mention, Draft draft) {
        return mention.facts().number() - draft.lastSentence() <= 1
                && mention.category() == draft.category()
                && mention.category() != Category.UNKNOWN
                && mention.moments().isEmpty()
                && isOfTold(mention)
                && mention.places().stream().allMatch(Where::isCountry);
    }
}
