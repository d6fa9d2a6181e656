package io.tocsin.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.incident.Category;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads a folder of labelled articles: texts, {@code articles.json} and {@code expected.json}. */
final class ArticleFolder {

    private static final Set<String> ARTICLE =
            Set.of("file", "publisher", "published", "kind", "of", "origins", "must", "may", "never");
    private static final Set<String> INCIDENT = Set.of(
            "category",
            "site",
            "district",
            "province",
            "country",
            "from",
            "until",
            "part",
            "precision",
            "target",
            "affiliation",
            "victim",
            "quantity",
            "killed",
            "injured",
            "origin",
            "attribution",
            "note");

    private ArticleFolder() {}

    /**
     * The articles, in order of the labels.
     *
     * @throws IllegalArgumentException if a label is wrong; it says in which text
     */
    static List<LabelledArticle> read(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> index = new LinkedHashMap<>();
        for (JsonNode entry : mapper.readTree(folder.resolve("articles.json").toFile())) {
            index.put(entry.path("file").asText(), entry);
        }
        List<LabelledArticle> articles = new ArrayList<>();
        for (JsonNode labels : mapper.readTree(folder.resolve("expected.json").toFile())) {
            String file = labels.path("file").asText();
            JsonNode entry = index.remove(file);
            if (entry == null) {
                throw new IllegalArgumentException(file + " is labelled and not in articles.json, or labelled twice");
            }
            try {
                articles.add(article(file, entry, labels, Files.readString(folder.resolve(file))));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
            }
        }
        if (!index.isEmpty()) {
            throw new IllegalArgumentException("without labels: " + index.keySet());
        }
        return articles;
    }

    private static LabelledArticle article(String file, JsonNode entry, JsonNode labels, String text) {
        only(ARTICLE, labels);
        return new LabelledArticle(
                file,
                entry.path("url").asText(),
                entry.path("publisher").asText(),
                published(entry.path("published").asText()),
                text,
                Optional.ofNullable(labels.get("kind")).map(kind -> Kind.of(kind.asText())),
                Optional.ofNullable(labels.get("of")).map(JsonNode::asText),
                texts(labels.path("origins")),
                incidents(labels.path("must")),
                incidents(labels.path("may")),
                texts(labels.path("never")));
    }

    private static Instant published(String text) {
        return text.indexOf('T') > 0
                ? Instant.parse(text)
                : LocalDate.parse(text).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static List<Label> incidents(JsonNode nodes) {
        List<Label> labels = new ArrayList<>();
        nodes.forEach(node -> labels.add(incident(node)));
        return List.copyOf(labels);
    }

    private static Label incident(JsonNode node) {
        only(INCIDENT, node);
        JsonNode attribution = node.path("attribution");
        return new Label(
                each(node, "category", Category::of),
                names(node, "site"),
                names(node, "district"),
                names(node, "province"),
                text(node, "country"),
                text(node, "from")
                        .map(from -> new Days(
                                LocalDate.parse(from),
                                LocalDate.parse(text(node, "until").orElse(from)))),
                text(node, "part").map(Part::of),
                text(node, "precision").map(ArticleFolder::precision),
                each(node, "target", TargetKind::of),
                names(node, "affiliation"),
                names(node, "victim"),
                number(node, "quantity"),
                number(node, "killed"),
                number(node, "injured"),
                names(node, "origin"),
                names(attribution, "name"),
                text(attribution, "kind").map(Perpetrator.Attribution::valueOf));
    }

    private static TimePrecision precision(String label) {
        return TimePrecision.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <T> Set<T> each(JsonNode node, String field, Function<String, Optional<T>> of) {
        Set<T> values = new LinkedHashSet<>();
        for (String name : names(node, field)) {
            values.add(of.apply(name).orElseThrow(() -> new IllegalArgumentException("no " + field + ": " + name)));
        }
        return values;
    }

    private static List<String> names(JsonNode node, String field) {
        return text(node, field)
                .map(names ->
                        Arrays.stream(names.split("\\|")).map(String::strip).toList())
                .orElse(List.of());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }

    private static OptionalInt number(JsonNode node, String field) {
        JsonNode number = node.get(field);
        if (number == null) {
            return OptionalInt.empty();
        }
        if (!number.isInt()) {
            throw new IllegalArgumentException(field + " is no number: " + number);
        }
        return OptionalInt.of(number.intValue());
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return List.copyOf(texts);
    }

    private static void only(Set<String> known, JsonNode node) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown field " + name);
            }
        });
    }
}
