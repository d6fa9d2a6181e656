package io.tocsin.news.tell;

import io.tocsin.incident.Category;
import io.tocsin.news.Claim;
import io.tocsin.news.LeftOut;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Why what an article told is no attack after all, by all that it told of it. */
final class Doubts {

    /** The attacks told in the first sentences are what the article is about. */
    private static final int FIRST_SENTENCES = 6;

    /** What the article is about is told in its headline and the lead. */
    private static final int LEAD = 3;

    /** How many characters after a count what is of it may stand. */
    private static final int COUNTED_BEFORE = 300;

    private static final int MANY = 4;

    private Doubts() {}

    /** Whether what is left out says what the article is about: a year long ago only if one of the first sentences names it. */
    static boolean isTopic(LeftOut leftOut, List<Sentence> sentences) {
        int first = sentences
                .get(Math.min(FIRST_SENTENCES, sentences.size()) - 1)
                .span()
                .until();
        return switch (leftOut.reason()) {
            case DRILL, METAPHOR -> true;
            case ACCIDENT ->
                leftOut.span().from()
                        < sentences
                                .get(Math.min(LEAD, sentences.size()) - 1)
                                .span()
                                .until();
            case HISTORY -> leftOut.span().from() < first;
            default -> false;
        };
    }

    /** Whether the first sentences tell it. */
    static boolean isFirst(Draft draft) {
        return draft.mentions().get(0).facts().number() < FIRST_SENTENCES;
    }

    /** Whether an article about something else speaks of a real attack beside it: later on, with day, place and harm. */
    static boolean isAlsoToldOf(Draft draft) {
        return !isFirst(draft)
                && draft.whenAtLast().isPresent()
                && draft.harm().isSaid()
                && draft.places().stream().anyMatch(where -> !where.isCountry());
    }

    /** Whether it harmed people, and more than one: a captain who killed the game is counted as one. */
    static boolean isDeadly(Draft draft) {
        return draft.harm().injured().isPresent()
                || draft.harm().killed().filter(count -> count.number() > 1).isPresent();
    }

    /** {@code Rebels killed 180 people when they fired rockets}: of no day or place, told where many attacks are counted. */
    static Optional<Reason> ofTotal(Draft draft, List<Claim> claims) {
        int at = draft.mentions().get(0).words().from();
        boolean counted = claims.stream()
                .filter(claim -> claim.count().map(n -> n >= MANY).orElse(true))
                .anyMatch(claim ->
                        claim.sentence().from() < at && at - claim.sentence().until() < COUNTED_BEFORE);
        boolean particular = draft.when().isPresent()
                || draft.places().stream().anyMatch(where -> !where.isCountry())
                || !draft.victims().isEmpty();
        return counted && !particular ? Optional.of(Reason.TOTAL) : Optional.empty();
    }

    /** Why it is none; empty if it is one. */
    static Optional<Reason> against(Draft draft, Optional<Reason> about) {
        boolean timed = draft.whenAtLast().isPresent() && !draft.isStaged();
        boolean known = draft.mentions().get(0).manner() == Manner.KNOWN || isOfNoKind(draft);
        boolean serious = draft.harm().isSaid()
                || !draft.victims().isEmpty()
                || draft.blame().isPresent();
        if (about.isPresent()
                && !(serious && about.get() == Reason.METAPHOR)
                && (!timed || (known && about.get() != Reason.HISTORY))) {
            return about;
        }
        boolean bare = !draft.harm().isSaid()
                && draft.aim().isEmpty()
                && draft.victims().isEmpty()
                && draft.blame().isEmpty()
                && draft.quantity().isEmpty()
                && draft.places().stream().allMatch(Where::isCountry);
        if (bare || isOfNoDayAndPlace(draft) || isOnlySpokenOf(draft)) {
            return Optional.of(Reason.VAGUE);
        }
        boolean placed = draft.places().stream().anyMatch(where -> !where.isCountry());
        boolean told = draft.harm().isSaid() || draft.aim().isPresent();
        return timed || (told && (placed || (isFirst(draft) && draft.harm().isSaid())))
                ? Optional.empty()
                : Optional.of(Reason.VAGUE);
    }

    /** Whether the words that tell it leave its kind open. */
    private static boolean isOfNoKind(Draft draft) {
        return draft.mentions().stream().allMatch(mention -> mention.category() == Category.UNKNOWN);
    }

    /** {@code 61 politicians have been murdered since September}: neither the day nor the place nor the kind is its own. */
    private static boolean isOfNoDayAndPlace(Draft draft) {
        return isOfNoKind(draft)
                && draft.when().filter(When::isOfDay).isEmpty()
                && draft.places().stream().allMatch(Where::isCountry);
    }

    /** {@code the plant had fed a drone workshop, it said on Thursday}: later on, of no day of its own, and nobody harmed. */
    private static boolean isOnlySpokenOf(Draft draft) {
        return draft.when().isEmpty() && !isFirst(draft) && !draft.harm().isSaid();
    }
}
