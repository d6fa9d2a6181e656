package io.tocsin.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.news.Article;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.topology.ArticleRecords;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The articles on the cluster. */
public final class PublishedArticles {

    private final Client client;
    private final String topic;

    /** Those on that cluster. */
    public PublishedArticles(Client client) {
        this.client = client;
        this.topic = client.topics().articles().name();
    }

    /** Publishes articles, each under its url; they are there when the method returns. */
    public void add(List<Article> articles) {
        try (AvroSerde<io.tocsin.avro.Article> serde = client.serde(io.tocsin.avro.Article.class)) {
            client.publish(
                    "the articles",
                    articles.stream()
                            .map(article -> new ProducerRecord<>(
                                    topic,
                                    article.url().getBytes(UTF_8),
                                    serde.serializer().serialize(topic, ArticleRecords.record(article))))
                            .toList());
        }
    }
}
