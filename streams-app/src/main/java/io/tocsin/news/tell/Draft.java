package io.tocsin.news.tell;

import io.tocsin.incident.Category;
import io.tocsin.incident.Perpetrator.Attribution;
import io.tocsin.news.LeftOut;
import io.tocsin.news.Taken;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackFinder;
import io.tocsin.news.find.attack.Means;
import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.people.Aim;
import io.tocsin.news.find.people.Blame;
import io.tocsin.news.find.people.Harm;
import io.tocsin.news.find.people.Harm.Count;
import io.tocsin.news.find.people.Harm.Firmness;
import io.tocsin.news.find.people.OriginFinder.Origin;
import io.tocsin.news.find.people.VictimFinder.Victim;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An attack as it takes shape from one mention to the next. What was said first stands, unless it is said better. */
final class Draft {

    private static final Set<String> HOSPITALS = Words.of("hospitals");

    private final List<Mention> mentions = new ArrayList<>();
    private final Takings taken = new Takings();
    private final List<Where> places = new ArrayList<>();
    private final Set<String> victims = new LinkedHashSet<>();
    private final Set<String> killed = new LinkedHashSet<>();

    private Category category = Category.UNKNOWN;
    private Optional<When> when = Optional.empty();
    private Optional<When> spoken = Optional.empty();
    private boolean staged;
    private Harm harm = Harm.UNSAID;
    private Optional<Aim> aim = Optional.empty();
    private Optional<String> aimWords = Optional.empty();
    private Optional<String> affiliation = Optional.empty();
    private Optional<Blame> blame = Optional.empty();
    private Optional<String> origin = Optional.empty();
    private OptionalInt quantity = OptionalInt.empty();
    private Optional<LeftOut.Reason> out = Optional.empty();
    private int lastSentence;

    void add(Mention mention) {
        mentions.add(mention);
        lastSentence = mention.facts().number();
        boolean finer = category == Category.UNKNOWN
                || isHowTheyDied(mention)
                || (mention.category().family() == category.family()
                        && AttackFinder.isMoreTelling(mention.category(), category));
        if (finer) {
            be(mention.category(), mention.facts(), mention.head(), mention.headEnd());
        }
        mention.time().ifPresent(found -> timed(found, mention.facts()));
        mention.aside().ifPresent(this::spokenOf);
        for (Where where : mention.places()) {
            places.add(where);
            taken.take("place", where.place().inWords(), mention.facts(), where.at(), where.end());
        }
    }

    /** {@code gunmen raided a village; the victims were hacked to death}: those who carry guns need not have used them. */
    private boolean isHowTheyDied(Mention mention) {
        return category == Category.SHOOTING
                && mention.category() == Category.STABBING
                && mention.manner() == Mention.Manner.KNOWN;
    }

    /** A headline's mention of it, which adds nothing but the kind, where the text does not say it. */
    void repeat(Mention mention) {
        mentions.add(mention);
        doneWith(new Means(mention.category(), mention.head(), mention.headEnd()), mention.facts());
    }

    /** With what it was done, where the words that tell it leave that open. */
    void doneWith(Means means, Facts facts) {
        if (category == Category.UNKNOWN) {
            be(means.category(), facts, means.at(), means.end());
        }
    }

    private void be(Category kind, Facts facts, int at, int end) {
        if (kind != Category.UNKNOWN) {
            category = kind;
            taken.take("category", category.label(), facts, at, end);
        }
    }

    /** A day that somebody spoke of it, where no better time is told. */
    void spokenOf(When said) {
        spoken = spoken.or(() -> Optional.of(said));
    }

    void timed(When found, Facts facts) {
        boolean finer = when.isEmpty() || (found.meets(when.get()) && found.isFinerThan(when.get()));
        if (finer) {
            when = Optional.of(found);
            staged = false;
            taken.take("occurrence", Takings.inWords(found), facts, Math.max(0, found.at()), found.end());
        }
    }

    /** When it was by the scene that was set for it. */
    void staged(When found, Facts facts) {
        timed(found, facts);
        staged = true;
    }

    /** Whether only the scene that was set for it says when it was. */
    boolean isStaged() {
        return staged;
    }

    /** Where the next sentence says that it was, if that is not known yet. */
    void placed(Facts facts, String country) {
        if (places.stream().noneMatch(where -> where.place().site().isPresent())) {
            for (Where where : facts.wheres()) {
                boolean inCountry = places.isEmpty()
                        ? country.equals(where.place().country())
                        : places.get(0).place().country().equals(where.place().country());
                boolean hospital = facts.sentence().has(HOSPITALS, where.at() - 4, where.end() + 2);
                if (where.role() == Where.Role.AT && !where.isCountry() && inCountry && isWithin(where) && !hospital) {
                    places.add(where);
                    taken.take("place", where.place().inWords(), facts, where.at(), where.end());
                }
            }
        }
    }

    /** Whether no other province is told. */
    private boolean isWithin(Where where) {
        return places.stream()
                .flatMap(place -> place.place().province().stream())
                .allMatch(province -> where.place().province().stream().allMatch(province::equals));
    }

    void harmed(Harm found, Facts facts, boolean anew) {
        lastSentence = Math.max(lastSentence, facts.number());
        Harm fresh = harm.then(found, anew);
        fresh.killed()
                .filter(count -> !fresh.killed().equals(harm.killed()))
                .ifPresent(count -> taken.take(
                        "casualties.killed", String.valueOf(count.number()), facts, count.at(), count.end()));
        fresh.injured()
                .filter(count -> !fresh.injured().equals(harm.injured()))
                .ifPresent(count -> taken.take(
                        "casualties.injured", String.valueOf(count.number()), facts, count.at(), count.end()));
        harm = fresh;
    }

    void aimed(Aim found, Facts facts) {
        if (aim.isEmpty()) {
            aim = Optional.of(found);
            aimWords = Optional.of(facts.sentence().phrase(found.at(), found.end()));
            taken.take("target", found.kind().label(), facts, found.at(), found.end());
        }
    }

    void affiliated(String found) {
        affiliation = affiliation.or(() -> Optional.of(found));
    }

    void blamed(Blame found, Facts facts) {
        boolean firmer = blame.isEmpty() || found.isFirmerThan(blame.get());
        if (firmer) {
            blame = Optional.of(found);
            taken.take(
                    "perpetrator",
                    found.name()
                            + (found.attribution() == Attribution.UNKNOWN
                                    ? ""
                                    : ", " + found.attribution().name().toLowerCase(Locale.ROOT)),
                    facts,
                    found.at(),
                    found.end());
        }
    }

    void said(Origin found, Facts facts) {
        if (origin.isEmpty()) {
            origin = Optional.of(found.name());
            taken.take("origins", found.name(), facts, found.at(), found.end());
        }
    }

    void fired(int rounds, Facts facts, int at, int end) {
        if (quantity.isEmpty()) {
            quantity = OptionalInt.of(rounds);
            taken.take("quantity", String.valueOf(rounds), facts, at, end);
        }
    }

    void victim(Victim victim, Facts facts) {
        if (victim.dead() && killed.add(victim.name()) && harm.killed().isEmpty()) {
            taken.take("casualties.killed", String.valueOf(killed.size()), facts, victim.at(), victim.end());
        }
        if (victims.add(victim.name())) {
            taken.take("attributes.victim", victim.name(), facts, victim.at(), victim.end());
        }
    }

    void leaveOut(LeftOut.Reason reason) {
        out = Optional.of(reason);
    }

    /** The sentence that tells it best: the first of the prose, else the headline. */
    Sentence sentence() {
        return mentions.stream()
                .map(mention -> mention.facts().sentence())
                .filter(sentence -> !sentence.headline())
                .findFirst()
                .orElseGet(() -> mentions.get(0).facts().sentence());
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<Taken> taken() {
        return taken.inOrder();
    }

    List<Where> places() {
        return places;
    }

    Set<String> victims() {
        return victims;
    }

    Category category() {
        return category;
    }

    /** When it happened. */
    Optional<When> when() {
        return when;
    }

    /** When it happened, or else when it was spoken of. */
    Optional<When> whenAtLast() {
        return when.or(() -> spoken);
    }

    /** As counted; where nobody counts, those of name are dead. */
    Harm harm() {
        Optional<Count> named =
                killed.isEmpty() ? Optional.empty() : Optional.of(new Count(killed.size(), false, Firmness.PART, 0, 0));
        return harm.or(new Harm(named, Optional.empty()));
    }

    Optional<Aim> aim() {
        return aim;
    }

    Optional<String> aimWords() {
        return aimWords;
    }

    Optional<String> affiliation() {
        return affiliation;
    }

    Optional<Blame> blame() {
        return blame;
    }

    Optional<String> origin() {
        return origin;
    }

    OptionalInt quantity() {
        return quantity;
    }

    Optional<LeftOut.Reason> out() {
        return out;
    }

    int lastSentence() {
        return lastSentence;
    }

    /** Whether all of it stands in the headline. */
    boolean isHeadline() {
        return mentions.stream().allMatch(mention -> mention.facts().sentence().headline());
    }
}
