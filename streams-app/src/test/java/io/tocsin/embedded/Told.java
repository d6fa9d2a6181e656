package io.tocsin.embedded;

import io.tocsin.avro.Article;
import io.tocsin.avro.Report;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.schemas.serde.AvroSerde;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is committed on the topics of reports and articles, read on as it grows. */
final class Told implements AutoCloseable {

    private final AllSources sources;
    private final TopicReader reports;
    private final TopicReader articles;
    private final AvroSerde<Report> reportSerde;
    private final AvroSerde<Article> articleSerde;
    private final Map<String, Map<String, List<String>>> contents = new TreeMap<>();

    Told(Client client, AllSources sources) {
        this.sources = sources;
        reports = client.read(client.topics().reports().name());
        articles = client.read(client.topics().articles().name());
        reportSerde = client.serde(Report.class);
        articleSerde = client.serde(Article.class);
        sources.told().keySet().forEach(kind -> contents.put(kind, new HashMap<>()));
    }

    /** Reads what has come. */
    void read() {
        reports.readToEnd(record -> {
            Report report = reportSerde.deserializer().deserialize(record.topic(), record.value());
            report.setReceivedAt(null);
            put(
                    report.getSource().getId(),
                    report.getId() + ", revision " + report.getRevision(),
                    String.valueOf(JsonForm.of(Report.class).write(report)));
        });
        articles.readToEnd(record -> {
            Article article = articleSerde.deserializer().deserialize(record.topic(), record.value());
            article.setFetchedAt(null);
            put(
                    article.getSource().getId(),
                    article.getUrl(),
                    String.valueOf(JsonForm.of(Article.class).write(article)));
        });
    }

    private void put(String source, String name, String content) {
        contents.get(sources.kind(source))
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(content);
    }

    /** How many reports of each kind have come, or articles, each counted once. */
    Map<String, Integer> distinct() {
        Map<String, Integer> distinct = new TreeMap<>();
        contents.forEach((kind, named) -> distinct.put(kind, named.size()));
        return distinct;
    }

    /** How many of a kind came again with the content that they had. */
    int repeatedSame(String kind) {
        return contents.get(kind).values().stream()
                .mapToInt(each -> each.size() - (int) each.stream().distinct().count())
                .sum();
    }

    /** How many of a kind came again with another content. */
    int repeatedChanged(String kind) {
        return contents.get(kind).values().stream()
                .mapToInt(each -> (int) each.stream().distinct().count() - 1)
                .sum();
    }

    @Override
    public void close() {
        reports.close();
        articles.close();
        reportSerde.close();
        articleSerde.close();
    }
}
