package io.tocsin.news.tell;

import io.tocsin.incident.Report;
import io.tocsin.news.LeftOut;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.find.time.TimeFinder;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that an article told, before it is decided what of it are attacks that happened. */
final class Told {

    private final Teller teller;
    private final TimeFinder times;
    private final ReportMaker maker;
    private final List<String> credits;
    private final LocalDate today;
    private final Optional<Reason> about;
    private final Optional<Reason> genre;
    private final Optional<Reason> surely;

    Told(
            Teller teller,
            TimeFinder times,
            ReportMaker maker,
            List<String> credits,
            LocalDate today,
            List<Sentence> sentences,
            Optional<Reason> genre,
            Optional<Reason> surely) {
        this.teller = teller;
        this.times = times;
        this.maker = maker;
        this.credits = credits;
        this.today = today;
        this.genre = genre;
        this.surely = surely;
        this.about = teller.leftOut().stream()
                .filter(each -> Doubts.isTopic(each, sentences))
                .map(LeftOut::reason)
                .findFirst();
    }

    Teller teller() {
        return teller;
    }

    TimeFinder times() {
        return times;
    }

    /** The wire services that wrote it. */
    List<String> credits() {
        return credits;
    }

    /** The report of the draft, under the number of it in the article. */
    Report report(Draft draft, int number) {
        Optional<String> affiliation = draft.aim().flatMap(aim -> teller.affiliation(aim.kind()));
        return maker.report(draft, number, affiliation, Doubts.isFirst(draft));
    }

    /** Why it is none; empty if it is one. What the article takes back is not weighed. */
    Optional<Reason> against(Draft draft, Scales scales) {
        Optional<Reason> out = out(draft);
        if (out.isPresent()) {
            return out;
        }
        Optional<Reason> doubt = doubt(draft);
        return scales.tell(signs(draft), doubt.isPresent())
                ? Optional.empty()
                : doubt.or(() -> Optional.of(Reason.UNLIKELY));
    }

    /** Everything that was told and not taken back, with what speaks for and against it. */
    List<Weighed> weighed() {
        List<Weighed> weighed = new ArrayList<>();
        for (Draft draft : teller.drafts()) {
            if (out(draft).isEmpty()) {
                weighed.add(new Weighed(
                        report(draft, weighed.size() + 1),
                        signs(draft),
                        doubt(draft).isPresent()));
            }
        }
        return weighed;
    }

    /** What the article takes back, or tells as one that is all of something else. */
    private Optional<Reason> out(Draft draft) {
        return draft.out()
                .or(() -> surely.filter(reason ->
                        !Doubts.isAlsoToldOf(draft) && !(reason == Reason.METAPHOR && Doubts.isDeadly(draft))));
    }

    private Optional<Reason> doubt(Draft draft) {
        return Doubts.against(draft, about)
                .or(() -> Doubts.ofTotal(draft, teller.claims()))
                .or(() -> genre.filter(any -> !Doubts.isAlsoToldOf(draft)));
    }

    private Map<Sign, Double> signs(Draft draft) {
        return Sign.of(new Considered(draft, ReportMaker.category(draft), about, genre, today));
    }
}
