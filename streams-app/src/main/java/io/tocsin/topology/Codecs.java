package io.tocsin.topology;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Article;
import io.tocsin.avro.Incident;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.avro.SourceStatus;
import io.tocsin.schemas.serde.AvroSerde;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/** The serdes of the topics that the topology reads and writes. Thread-safe. */
public record Codecs(
        Serde<Article> articles,
        Serde<Report> reports,
        Serde<OperatorAction> actions,
        Serde<Rule> rules,
        Serde<SourceStatus> sources,
        Serde<Incident> incidents,
        Serde<Alert> alerts)
        implements AutoCloseable {

    /** Serdes at the registry that the properties name. */
    public static Codecs at(Map<String, ?> properties) {
        return new Codecs(
                AvroSerde.of(Article.class, properties),
                AvroSerde.of(Report.class, properties),
                AvroSerde.of(OperatorAction.class, properties),
                AvroSerde.of(Rule.class, properties),
                AvroSerde.of(SourceStatus.class, properties),
                AvroSerde.of(Incident.class, properties),
                AvroSerde.of(Alert.class, properties));
    }

    @Override
    public void close() {
        articles.close();
        reports.close();
        actions.close();
        rules.close();
        sources.close();
        incidents.close();
        alerts.close();
    }
}
