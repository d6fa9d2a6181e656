package io.tocsin.news;

import io.tocsin.news.find.place.PlaceFinder;
import io.tocsin.news.find.place.PlaceWords;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.tell.Storyline;
import io.tocsin.news.tell.Weighed;
import io.tocsin.news.text.Chrome;
import io.tocsin.news.text.Dateline;
import io.tocsin.news.text.English;
import io.tocsin.news.text.Prose;
import io.tocsin.news.text.Sentence;
import io.tocsin.news.text.Sentences;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads English articles. What it does not understand it leaves out and says so; it never throws on a text. Time and
 * memory are bounded by the reader's limits, whatever the text. Thread-safe.
 */
public final class ArticleReader {

    private final Gazetteer gazetteer;
    private final Placing placing;
    private final Chrome chrome = Chrome.load();
    private final Sentences sentences = Sentences.load();
    private final Countries countries;
    private final PlaceWords placeWords = PlaceWords.load();
    private final Storyline storyline;

    /** A reader that finds places in the gazetteer, and places them as the reports will be placed. */
    public static ArticleReader with(Gazetteer gazetteer, Placing placing) {
        return new ArticleReader(gazetteer, placing);
    }

    private ArticleReader(Gazetteer gazetteer, Placing placing) {
        this.gazetteer = gazetteer;
        this.placing = placing;
        this.countries = Countries.load(gazetteer);
        this.storyline = new Storyline(placing);
    }

    /** What the article says. */
    public Reading read(Article article) {
        Prose prose = Prose.of(article, chrome);
        List<Sentence> read = sentences.of(prose);
        if (read.isEmpty()) {
            return Reading.none(prose.text(), Unread.EMPTY);
        }
        if (!English.is(article, read)) {
            return Reading.none(prose.text(), Unread.LANGUAGE);
        }
        return storyline.reading(article, prose, read, places(prose, read));
    }

    /**
     * Everything that the article tells, also what is none, with what speaks for and against its being an attack that
     * happened: of that the weights are learned.
     */
    public List<Weighed> weighed(Article article) {
        Prose prose = Prose.of(article, chrome);
        List<Sentence> read = sentences.of(prose);
        return read.isEmpty() || !English.is(article, read)
                ? List.of()
                : storyline.weighed(article, prose, read, places(prose, read));
    }

    private PlaceFinder places(Prose prose, List<Sentence> read) {
        Map<Integer, String> datelines = new HashMap<>();
        for (int number = 0; number < prose.paragraphs().size(); number++) {
            int paragraph = number;
            Dateline.place(prose.text(), prose.paragraphs().get(number).span())
                    .ifPresent(place -> datelines.put(paragraph, place));
        }
        return new PlaceFinder(gazetteer, placing, countries, placeWords, read, datelines);
    }
}
