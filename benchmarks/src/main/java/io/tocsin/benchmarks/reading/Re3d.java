package io.tocsin.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.incident.Source;
import io.tocsin.news.Article;
import io.tocsin.news.ArticleReader;
import io.tocsin.news.Reading;
import io.tocsin.news.Span;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.place.PlaceFinder;
import io.tocsin.news.find.place.PlaceWords;
import io.tocsin.news.find.time.TimeFinder;
import io.tocsin.news.find.time.When;
import io.tocsin.news.lexicon.Countries;
import io.tocsin.news.text.Chrome;
import io.tocsin.news.text.Prose;
import io.tocsin.news.text.Sentence;
import io.tocsin.news.text.Sentences;
import io.tocsin.places.Place;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Places and times that people marked in documents about Iraq and Syria (re3d, Dstl), beside those that the finders find.
 * People marked more than news tells of: "the city", "ISIL-held buildings", "12 months".
 */
public final class Re3d {

    /** The documents say no date; they are of about then. */
    private static final Instant PUBLISHED = Instant.parse("2016-11-30T12:00:00Z");

    private static final String PLACES = "Location";
    private static final String TIMES = "Temporal";

    private final Gazetteer gazetteer = Gazetteer.load(Optional.empty());
    private final GazetteerPlacing placing = new GazetteerPlacing(gazetteer);
    private final ArticleReader reader = ArticleReader.with(gazetteer, placing);
    private final Countries countries = Countries.load(gazetteer);
    private final PlaceWords placeWords = PlaceWords.load();
    private final Chrome chrome = Chrome.load();
    private final Sentences sentences = Sentences.load();

    /**
     * What was found of one kind.
     *
     * @param marked by people
     * @param named of these, those with a capital letter or a figure, that name something
     * @param found of the marked, those where the finders find something
     * @param foundNamed of the named
     * @param alike of what the finders find, what people marked too
     * @param all that the finders find
     */
    public record Found(int marked, int named, int found, int foundNamed, int alike, int all) {

        private Found plus(Found other) {
            return new Found(
                    marked + other.marked,
                    named + other.named,
                    found + other.found,
                    foundNamed + other.foundNamed,
                    alike + other.alike,
                    all + other.all);
        }
    }

    /** Of all documents. */
    public record Score(int documents, int unread, int reports, Found places, Found times) {

        /** The same for people. */
        public String text() {
            return String.format(
                            Locale.ROOT,
                            "%d documents, %d unread, %d reports%n%n| | marked | found | | of a name or a figure | found | | found in all | marked | |%n"
                                    + "|---|---|---|---|---|---|---|---|---|---|%n",
                            documents,
                            unread,
                            reports)
                    + row("places", places)
                    + row("times", times);
        }

        private static String row(String name, Found found) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.2f | %d | %d | %.2f | %d | %d | %.2f |%n",
                    name,
                    found.marked,
                    found.found,
                    ratio(found.found, found.marked),
                    found.named,
                    found.foundNamed,
                    ratio(found.foundNamed, found.named),
                    found.all,
                    found.alike,
                    ratio(found.alike, found.all));
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    /** What is found in the documents of all folders in the folder. */
    public Score measure(Path folder) throws IOException {
        int documents = 0;
        int unread = 0;
        int reports = 0;
        Found places = new Found(0, 0, 0, 0, 0, 0);
        Found times = places;
        for (Path source : sources(folder)) {
            Map<String, List<JsonNode>> entities = entities(source);
            for (String line : Files.readAllLines(source.resolve("documents.jsonl"))) {
                JsonNode document = new ObjectMapper().readTree(line);
                Article article = article(document);
                Reading reading = reader.read(article);
                documents++;
                unread += reading.unread().isPresent() ? 1 : 0;
                reports += reading.reports().size();
                List<Span> where = new ArrayList<>();
                List<Span> when = new ArrayList<>();
                find(article, where, when);
                List<JsonNode> marked =
                        entities.getOrDefault(document.path("_id").asText(), List.of());
                places = places.plus(compare(spans(marked, PLACES), where, article.text()));
                times = times.plus(compare(spans(marked, TIMES), when, article.text()));
            }
        }
        return new Score(documents, unread, reports, places, times);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> sources = Files.list(folder)) {
            return sources.filter(source -> Files.exists(source.resolve("documents.jsonl")))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, List<JsonNode>> entities(Path source) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, List<JsonNode>> entities = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(source.resolve("entities.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode entity = mapper.readTree(line);
                entities.computeIfAbsent(entity.path("documentId").asText(), each -> new ArrayList<>())
                        .add(entity);
            }
        }
        return entities;
    }

    /** Without its title, so that the positions are those of the text. */
    private static Article article(JsonNode document) {
        return new Article(
                document.path("sourceUrl").asText("re3d:" + document.path("_id").asText()),
                new Source("re3d", Source.Kind.NEWS, 1),
                Optional.empty(),
                document.path("text").asText(),
                Optional.of("en"),
                PUBLISHED,
                Optional.empty());
    }

    private void find(Article article, List<Span> where, List<Span> when) {
        List<Sentence> read = sentences.of(Prose.of(article, chrome));
        PlaceFinder places = new PlaceFinder(gazetteer, placing, countries, placeWords, read, Map.of());
        TimeFinder times = new TimeFinder(LocalDate.ofInstant(PUBLISHED, ZoneOffset.UTC));
        for (Sentence sentence : read) {
            List<When> whens = times.find(sentence);
            whens.forEach(each -> when.add(sentence.span(each.at(), each.end())));
            places.find(sentence, Facts.taken(sentence, whens)).stream()
                    .filter(each -> !each.place().country().equals(Place.NOWHERE))
                    .forEach(each -> where.add(sentence.span(each.at(), each.end())));
        }
    }

    private static List<Span> spans(List<JsonNode> entities, String type) {
        return entities.stream()
                .filter(entity -> entity.path("type").asText().equals(type))
                .map(entity -> new Span(
                        entity.path("begin").asInt(), entity.path("end").asInt()))
                .distinct()
                .toList();
    }

    private static Found compare(List<Span> marked, List<Span> found, String text) {
        List<Span> named = marked.stream()
                .filter(span ->
                        span.in(text).chars().anyMatch(sign -> Character.isUpperCase(sign) || Character.isDigit(sign)))
                .toList();
        return new Found(
                marked.size(),
                named.size(),
                meeting(marked, found),
                meeting(named, found),
                meeting(found, marked),
                found.size());
    }

    private static int meeting(List<Span> ones, List<Span> others) {
        return (int) ones.stream()
                .filter(one ->
                        others.stream().anyMatch(other -> one.from() < other.until() && other.from() < one.until()))
                .count();
    }
}
