package io.tocsin.news.tell;

import io.tocsin.news.Article;
import io.tocsin.news.LeftOut;
import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.Reading;
import io.tocsin.news.Span;
import io.tocsin.news.Telling;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.Genre;
import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.place.PlaceFinder;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.TimeFinder;
import io.tocsin.news.find.time.When;
import io.tocsin.news.text.Prose;
import io.tocsin.news.text.Sentence;
import io.tocsin.places.Placing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Follows an article from its first sentence to its last, and says what it told. */
public final class Storyline {

    private final Credits credits = new Credits();
    private final Zones zones = Zones.load();
    private final Finders finders = Finders.load();
    private final Genre genre = new Genre();
    private final Scales scales = Scales.load();
    private final Placing placing;

    /** With the placing that the reports will be placed by. */
    public Storyline(Placing placing) {
        this.placing = placing;
    }

    /** What the sentences tell. */
    public Reading reading(Article article, Prose prose, List<Sentence> sentences, PlaceFinder places) {
        Told told = told(article, prose, sentences, places);
        Teller teller = told.teller();
        List<LeftOut> leftOut = new ArrayList<>(teller.leftOut());
        List<Telling> tellings = new ArrayList<>();
        for (Draft draft : teller.drafts()) {
            Optional<Reason> reason = told.against(draft, scales);
            List<Span> mentions = draft.mentions().stream().map(Mention::words).toList();
            if (reason.isPresent()) {
                mentions.forEach(mention -> leftOut.add(new LeftOut(mention, reason.get())));
            } else {
                tellings.add(new Telling(told.report(draft, tellings.size() + 1), mentions, draft.taken()));
            }
        }
        leftOut.sort(Comparator.comparing(LeftOut::span));
        return new Reading(
                prose.text(),
                tellings,
                teller.claims(),
                leftOut,
                told.times().notices(),
                told.credits(),
                Optional.empty());
    }

    /** Everything that the sentences tell, with what speaks for and against its being an attack that happened. */
    public List<Weighed> weighed(Article article, Prose prose, List<Sentence> sentences, PlaceFinder places) {
        return told(article, prose, sentences, places).weighed();
    }

    private Told told(Article article, Prose prose, List<Sentence> sentences, PlaceFinder places) {
        List<String> countries = places.countries();
        LocalDate today = LocalDate.ofInstant(
                article.publishedAt(), zones.ofCountry(countries.isEmpty() ? "" : countries.get(0)));
        TimeFinder times = new TimeFinder(today);
        Teller teller = new Teller(finders, today, countries.isEmpty() ? "" : countries.get(0), places::item);
        List<Facts> headlines = new ArrayList<>();
        for (int number = 0; number < sentences.size(); number++) {
            Sentence sentence = sentences.get(number);
            List<When> whens = times.find(sentence);
            List<Where> wheres = places.find(sentence, Facts.taken(sentence, whens));
            Facts facts = new Facts(sentence, number, whens, wheres);
            if (sentence.headline()) {
                headlines.add(facts);
            } else {
                teller.tell(facts).ifPresent(times::tellOf);
            }
        }
        headlines.forEach(teller::announce);
        List<String> credited = credits.of(prose);
        ReportMaker maker = new ReportMaker(article, prose.text(), placing, zones, places, credited);
        return new Told(teller, times, maker, credited, today, sentences, genre.of(sentences), genre.surely(sentences));
    }
}
