package io.tocsin.news.tell;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.news.Claim;
import io.tocsin.news.LeftOut;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.Answers;
import io.tocsin.news.find.attack.Means;
import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.find.people.Harm;
import io.tocsin.news.find.people.VictimFinder.Victim;
import io.tocsin.news.find.time.When;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Joins the mentions of an article into the attacks that it tells, in the order of the text. */
final class Teller {

    /** An article that mentions more attacks is a list; the rest of it is left out. */
    private static final int MOST = 60;

    private static final Set<String> COURTS = Words.of("courts");
    private static final Set<String> TOLLS = Words.of("revised-tolls");

    private final Finders finders;
    private final Aftermath aftermath;
    private final String country;
    private final IntUnaryOperator items;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Affiliations affiliations;
    private final Suspense suspense;
    private int mentioned;
    private Optional<Facts> before = Optional.empty();
    private Optional<Counted> corrected = Optional.empty();
    private Optional<Counted> lead = Optional.empty();
    private Scene scene = Scene.UNSET;

    /** Those harmed of whom a note of correction or the lead tells before the text says in so many words of what. */
    private record Counted(Harm harm, Facts facts) {}

    /**
     * Of one article.
     *
     * @param items the number of the item of a digest that a paragraph belongs to
     */
    Teller(Finders finders, LocalDate today, String country, IntUnaryOperator items) {
        this.finders = finders;
        this.items = items;
        this.country = country;
        this.suspense = new Suspense(finders.attacks());
        this.affiliations = new Affiliations(finders);
        this.aftermath = new Aftermath(finders, today, country);
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Claim> claims() {
        return claims;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Whose the things of that kind are, if the article says so of any and never otherwise. */
    Optional<String> affiliation(TargetKind kind) {
        return affiliations.of(kind);
    }

    /** Takes the sentence in; the day of the attack that it told of, if it told of one. */
    Optional<LocalDate> tell(Facts facts) {
        List<Mention> mentions = finders.attacks().find(facts, meansBefore(facts), leftOut);
        before = Optional.of(facts);
        affiliations.note(facts);
        finders.attacks().withdrawn(facts).ifPresent(reason -> withdraw(facts, reason));
        scene = scene.until(facts, drafts.isEmpty() && lead.isPresent());
        suspense.endedBy(facts).stream()
                .filter(mention -> mention.out().isEmpty())
                .forEach(this::take);
        boolean told = false;
        for (Mention mention : mentions) {
            if (mention.out().isPresent()) {
                leaveOut(mention, mention.out().get());
            } else if (drafts.isEmpty() || !Reaction.is(mention, drafts)) {
                told |= take(mention);
            }
        }
        facts.whens().stream()
                .filter(when -> when.use() == Use.SAID
                        && !facts.sentence().has(COURTS, 0, facts.sentence().size()))
                .findFirst()
                .ifPresent(said -> drafts.stream()
                        .filter(draft -> draft.lastSentence() == facts.number())
                        .forEach(draft -> draft.spokenOf(said)));
        boolean totals = mentions.stream()
                .flatMap(mention -> mention.out().stream())
                .anyMatch(reason -> reason != Reason.DENIED);
        if (!told) {
            if (mentions.isEmpty()) {
                suspense.keep(facts);
            }
            goOn(facts, totals);
            scene = isOfOthers(facts.sentence(), mentions) ? scene : scene.with(facts);
            return Optional.empty();
        }
        suspense.forget();
        scene = Scene.UNSET;
        return drafts.stream()
                .filter(draft -> draft.lastSentence() == facts.number())
                .flatMap(draft -> draft.when().stream())
                .filter(When::isOfDay)
                .map(When::from)
                .reduce((one, next) -> next);
    }

    /** {@code have been attacked 29 times since September 5}, {@code replaces one of Monday that said}: nothing is set in that. */
    private static boolean isOfOthers(Sentence s, List<Mention> mentions) {
        boolean since = s.has(Set.of("since"), 0, s.size());
        return mentions.stream()
                .flatMap(mention -> mention.out().stream())
                .anyMatch(reason -> reason == Reason.DENIED || since);
    }

    /** The weapon that the sentence before names in the same paragraph. */
    private Optional<Means> meansBefore(Facts facts) {
        return before.filter(
                        each -> each.sentence().paragraph() == facts.sentence().paragraph())
                .flatMap(each -> finders.attacks().means(each));
    }

    /** What only the sentence before told is none: {@code None of this took place}. */
    private void withdraw(Facts facts, Reason reason) {
        drafts.stream()
                .filter(draft -> draft.mentions().stream()
                        .allMatch(mention -> mention.facts().number() == facts.number() - 1))
                .forEach(draft -> draft.leaveOut(reason));
    }

    private boolean take(Mention mention) {
        if (++mentioned > MOST) {
            leftOut.add(new LeftOut(mention.words(), Reason.TOO_MANY));
            return false;
        }
        join(mention);
        return true;
    }

    /** A headline says again what the text says; it tells only where the text tells nothing. */
    void announce(Facts facts) {
        for (Mention mention : finders.attacks().find(facts, Optional.empty(), leftOut)) {
            if (mention.out().isPresent()) {
                leaveOut(mention, mention.out().get());
                continue;
            }
            Optional<Draft> draft = Joining.draft(mention, List.of(), drafts);
            if (draft.isPresent()) {
                draft.get().repeat(mention);
            } else if (drafts.isEmpty()) {
                join(mention);
            }
        }
    }

    private void join(Mention mention) {
        Facts facts = mention.facts();
        Sentence s = facts.sentence();
        List<Victim> victims = finders.victims().find(facts, mention.from(), mention.until());
        boolean bare = mention.moments().isEmpty() && mention.manner() != Manner.KNOWN;
        List<Draft> known = ofItem(s).stream()
                .filter(told -> !(bare && scene.isOfAnotherDay(told)))
                .filter(told -> !isAnswered(told, mention))
                .toList();
        Draft draft = Joining.draft(mention, victims, known).orElseGet(() -> {
            Draft another = new Draft();
            drafts.add(another);
            return another;
        });
        boolean fresh = draft.mentions().isEmpty();
        draft.add(mention);
        if (fresh && mention.category() != Category.UNKNOWN && mention.manner() != Manner.MANY) {
            scene.place(draft, country);
            if (facts.whens().stream().allMatch(when -> when.use() == Use.SAID)) {
                scene.date(draft);
            }
        }
        if (fresh && !s.headline() && corrected.isPresent()) {
            draft.harmed(corrected.get().harm(), corrected.get().facts(), true);
            corrected = Optional.empty();
        }
        victims.forEach(victim -> draft.victim(victim, facts));
        finders.victims()
                .findDead(facts, mention.from(), mention.until())
                .forEach(victim -> draft.victim(victim, facts));
        Harm harm = finders.harm().find(facts, mention.from(), mention.until());
        draft.harmed(harm, facts, Aftermath.revises(s));
        lead.filter(each -> drafts.size() == 1 && fresh && scene.isOf(each.facts()))
                .ifPresent(each -> draft.harmed(each.harm(), each.facts(), false));
        Aimed.at(finders.aims().find(facts), mention, victims).ifPresent(aim -> draft.aimed(aim, facts));
        finders.aims().affiliation(facts, mention.from(), mention.until()).ifPresent(draft::affiliated);
        finders.blames().find(facts, mention.from(), mention.until()).ifPresent(blame -> draft.blamed(blame, facts));
        finders.origins().find(s, 0, s.size()).ifPresent(origin -> draft.said(origin, facts));
        finders.rounds()
                .find(facts, mention.from(), mention.until())
                .ifPresent(rounds -> draft.fired(rounds.value(), facts, rounds.at(), rounds.end()));
    }

    /** Whether the mention tells what the attack answered: {@code a bombing in revenge for the raid}. */
    private static boolean isAnswered(Draft draft, Mention mention) {
        Sentence s = mention.facts().sentence();
        return draft.mentions().stream()
                .filter(told -> told.facts().equals(mention.facts()))
                .anyMatch(told -> Answers.between(s, told.headEnd(), mention.head()));
    }

    /** What the item of the digest told so far; of an article that is none, all. */
    private List<Draft> ofItem(Sentence s) {
        int item = items.applyAsInt(s.paragraph());
        return drafts.stream()
                .filter(draft -> items.applyAsInt(draft.sentence().paragraph()) == item)
                .toList();
    }

    private void leaveOut(Mention mention, Reason reason) {
        Sentence s = mention.facts().sentence();
        if (reason == Reason.TOTAL) {
            Optional<String> period = mention.facts().whens().stream()
                    .filter(when -> when.use() != Use.FUTURE)
                    .map(when -> s.phrase(Math.max(0, when.at()), when.end()))
                    .findFirst();
            claims.add(new Claim(
                    mention.count().or(mention::rank), s.phrase(mention.head(), mention.headEnd()), period, s.span()));
        }
        leftOut.add(new LeftOut(mention.words(), reason));
        boolean known = mention.manner() == Manner.KNOWN;
        if (Reaction.isDenialOfPart(mention)) {
            return;
        }
        boolean denied = reason == Reason.DENIED && known;
        boolean accident =
                reason == Reason.ACCIDENT && (known || mention.moments().isEmpty());
        if (accident || denied) {
            Joining.draft(mention, List.of(), drafts)
                    .filter(draft ->
                            known || List.of(Category.UNKNOWN, draft.category()).contains(mention.category()))
                    .ifPresent(draft -> draft.leaveOut(reason));
        }
    }

    /** Without an attack of its own the sentence may say more of one before, or first of all put a toll right. */
    private void goOn(Facts facts, boolean totals) {
        Sentence s = facts.sentence();
        Harm harm = finders.harm().find(facts, 0, s.size());
        if (drafts.isEmpty()) {
            boolean revised = Aftermath.revises(s) && harm.isSaid() && s.has(TOLLS, 0, s.size());
            corrected = revised ? Optional.of(new Counted(harm, facts)) : corrected;
            boolean leads = !s.headline() && harm.isSaid() && !totals;
            lead = lead.or(() -> leads ? Optional.of(new Counted(harm, facts)) : Optional.empty());
        } else if (!s.headline()) {
            aftermath.tell(facts, harm, drafts, totals);
        }
    }
}
