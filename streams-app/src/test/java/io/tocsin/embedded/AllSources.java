package io.tocsin.embedded;

import io.tocsin.connectors.SourcePair;
import io.tocsin.connectors.acled.AcledPair;
import io.tocsin.connectors.cap.CapPair;
import io.tocsin.connectors.files.FilesConnector;
import io.tocsin.connectors.gdelt.GdeltPair;
import io.tocsin.connectors.news.NewsPair;
import io.tocsin.connectors.ucdp.UcdpPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources of all kinds, two of each, and what they have told so far. */
final class AllSources implements AutoCloseable {

    /** The kind of those that are no servers. */
    static final String FILES = "files";

    private final Map<String, SourcePair> pairs = new TreeMap<>(Map.of(
            "acled", new AcledPair(),
            "cap", new CapPair(),
            "gdelt", new GdeltPair(),
            "news", new NewsPair(),
            "ucdp", new UcdpPair()));
    private final List<Path> files;
    private final int linesAtOnce;
    private int lines;

    /**
     * Tells the first of all.
     *
     * @param linesAtOnce how many lines each file grows by whenever more is told
     */
    AllSources(Path folder, int linesAtOnce) throws IOException {
        this.linesAtOnce = linesAtOnce;
        files = List.of(folder.resolve("one.jsonl"), folder.resolve("two.jsonl"));
        appendToFiles();
    }

    /** What each connector needs besides registry and topics, by its name. */
    Map<String, Map<String, String>> configurations() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        pairs.forEach((kind, pair) ->
                pair.configurations().forEach(config -> all.put(kind + "-" + all.size(), config)));
        files.forEach(file -> all.put(
                FILES + "-" + all.size(),
                Map.of(
                        "connector.class",
                        FilesConnector.class.getName(),
                        "tasks.max",
                        "1",
                        "batch.size",
                        "20",
                        "files.path",
                        file.toString())));
        return all;
    }

    /** All sources tell more. */
    void tellMore() throws IOException {
        pairs.values().forEach(SourcePair::tellMore);
        appendToFiles();
    }

    private void appendToFiles() throws IOException {
        for (Path file : files) {
            StringBuilder more = new StringBuilder();
            for (int line = lines; line < lines + linesAtOnce; line++) {
                more.append(report(file.getFileName() + "-" + line));
            }
            Files.writeString(file, more, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        lines += linesAtOnce;
    }

    /** How many reports, or articles, there should be by kind. */
    Map<String, Integer> told() {
        Map<String, Integer> told = new TreeMap<>();
        pairs.forEach((kind, pair) -> told.put(kind, pair.told()));
        told.put(FILES, lines * files.size());
        return told;
    }

    /** The kind of the source of that id. */
    String kind(String source) {
        return pairs.entrySet().stream()
                .filter(pair -> pair.getValue().isFrom(source))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FILES);
    }

    /** How often servers of a kind were asked. */
    int asked(String kind) {
        return pairs.get(kind).servers().stream()
                .mapToInt(server -> server.asked().size())
                .sum();
    }

    @Override
    public void close() {
        pairs.values().forEach(SourcePair::close);
    }

    private static String report(String id) {
        return ("{\"id\":\"%s\",\"source\":{\"id\":\"diary\",\"kind\":\"field\"},"
                        + "\"publishedAt\":\"2021-05-04T20:00:00Z\",\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\","
                        + "\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},\"category\":\"rocket\","
                        + "\"place\":{\"country\":\"IQ\",\"precision\":\"country\"}}\n")
                .formatted(id);
    }
}
