package io.tocsin.news.tell;

import io.tocsin.incident.Perpetrator.Attribution;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.people.Blame;
import io.tocsin.news.find.people.Harm;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sentence without an attack of its own says of the one before: who did it, who was harmed, when and where. */
final class Aftermath {

    private static final int GOES_ON = 3;

    /** Who did it is often told after what people saw and said. */
    private static final int BLAMED_WITHIN = 7;

    private static final int AFTERMATH_DAYS = 3;
    private static final int FRESH_DAYS = 8;
    private static final int FRESH_SENTENCES = 8;

    private static final Set<String> REVISES = Words.of("revises");
    /** How far behind its verb, and behind the beginning of its sentence, a place is told where something lies. */
    private static final int LIES_WITHIN = 8;

    private static final int SUBJECT = 6;
    private static final Set<String> LIES = Words.of("lies-there");
    private static final Set<String> SITUATED = Words.of("situated");
    private static final Set<String> LEADS_TO_PLACES = Words.of("leads-to-where-it-lies");
    private static final Set<String> DEFINITE = Words.of("known");
    private static final Set<String> DIES = Words.of("dies-of-it");
    private static final Set<String> LATE_DEATHS = Words.of("late-deaths");
    private static final Set<String> OF_ALL = Words.of("blamed-for-all");

    private final Finders finders;
    private final LocalDate today;
    private final String country;

    Aftermath(Finders finders, LocalDate today, String country) {
        this.finders = finders;
        this.today = today;
        this.country = country;
    }

    /** Whether the sentence puts right what was told before. */
    static boolean revises(Sentence s) {
        return s.has(REVISES, 0, s.size());
    }

    /**
     * Takes the sentence in.
     *
     * @param drafts at least one
     * @param totals whether the sentence tells of attacks that are none of these
     */
    void tell(Facts facts, Harm harm, List<Draft> drafts, boolean totals) {
        Sentence s = facts.sentence();
        Draft last = drafts.stream()
                .max(Comparator.comparingInt(Draft::lastSentence))
                .orElseThrow();
        Optional<Blame> blame =
                finders.blames().find(facts, 0, s.size()).filter(each -> each.attribution() != Attribution.UNKNOWN);
        if (blame.isPresent() && s.has(OF_ALL, 0, s.size())) {
            drafts.stream()
                    .filter(draft -> isFresh(draft, facts.number()))
                    .forEach(draft -> draft.blamed(blame.get(), facts));
            return;
        }
        int apart = facts.number() - last.lastSentence();
        if (apart <= BLAMED_WITHIN) {
            blame.ifPresent(each -> last.blamed(each, facts));
        }
        if (apart <= GOES_ON && !totals && !isElsewhen(facts, last)) {
            complete(last, facts, harm);
        }
    }

    private void complete(Draft last, Facts facts, Harm harm) {
        Sentence s = facts.sentence();
        boolean next = facts.number() - last.lastSentence() == 1;
        facts.whens().stream()
                .filter(when -> when.use() == Use.MOMENT && when.isOfDay() && !isOfLateDeath(s))
                .findFirst()
                .filter(when -> last.when().map(when::meets).orElse(next))
                .ifPresent(when -> last.timed(when, facts));
        if (next || facts.wheres().stream().anyMatch(where -> isLying(s, where))) {
            last.placed(facts, country);
        }
        if (isOfParagraph(s, last)) {
            finders.attacks().means(facts).ifPresent(means -> last.doneWith(means, facts));
        }
        if (harm.isSaid()) {
            last.harmed(harm, facts, revises(s));
        }
        finders.victims().findDead(facts, 0, s.size()).forEach(victim -> last.victim(victim, facts));
        finders.origins().find(s, 0, s.size()).ifPresent(origin -> last.said(origin, facts));
    }

    /** {@code The base is in the district of Mudiyah}, {@code The camp lies near Farkhor}: it says where what was struck is. */
    private static boolean isLying(Sentence s, Where where) {
        int at = where.at();
        while (at > 0 && where.at() - at < LIES_WITHIN && !LIES.contains(s.word(at))) {
            at--;
        }
        return LIES.contains(s.word(at))
                && LEADS_TO_PLACES.contains(s.word(SITUATED.contains(s.word(at + 1)) ? at + 2 : at + 1))
                && DEFINITE.contains(s.word(0))
                && at <= SUBJECT;
    }

    /** {@code Three of the injured died in hospital on Wednesday}. */
    private static boolean isOfLateDeath(Sentence s) {
        return s.has(DIES, 0, s.size()) && s.has(LATE_DEATHS, 0, s.size());
    }

    private static boolean isOfParagraph(Sentence s, Draft draft) {
        return draft.mentions().stream()
                .anyMatch(told -> told.facts().sentence().paragraph() == s.paragraph());
    }

    /** Whether the sentence speaks of another time than that of the attack. */
    private static boolean isElsewhen(Facts facts, Draft last) {
        return facts.whens().stream()
                .filter(when -> when.use() != Use.SAID)
                .anyMatch(when -> when.use() != Use.MOMENT
                        || last.when()
                                .filter(attack -> !isAfter(when, attack) && !when.meets(attack))
                                .isPresent());
    }

    /** Whether the time is in the days after, when bodies are found and people die of their wounds. */
    private static boolean isAfter(When later, When when) {
        return !later.from().isBefore(when.until())
                && later.from().isBefore(when.until().plusDays(AFTERMATH_DAYS));
    }

    private boolean isFresh(Draft draft, int sentence) {
        LocalDate since = today.minusDays(FRESH_DAYS);
        boolean recent =
                draft.when().map(When::from).map(from -> !from.isBefore(since)).orElse(false);
        return recent && sentence - draft.lastSentence() <= FRESH_SENTENCES;
    }
}
