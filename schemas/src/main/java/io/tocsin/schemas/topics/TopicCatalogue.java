package io.tocsin.schemas.topics;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Article;
import io.tocsin.avro.Incident;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Report;
import io.tocsin.avro.Rule;
import io.tocsin.avro.SourceStatus;
import java.time.Duration;
import java.util.List;

/** All topics of one installation, which differ from another's by their prefix. */
public final class TopicCatalogue {

    /** The prefix where none is configured. */
    public static final String DEFAULT_PREFIX = "tocsin";

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR_AND_MORE = Duration.ofDays(400);

    /** A record of the longest value that the serdes write, with room for its key, its headers and the batch. */
    private static final int RECORD_BYTES = (1 << 20) + (1 << 16);

    /** A record that another topic took, with room for the headers that say why it failed. */
    private static final int DEAD_LETTER_BYTES = RECORD_BYTES + (1 << 16);

    private final String prefix;
    private final Topic<Article> articles;
    private final Topic<Report> reports;
    private final Topic<Rule> rules;
    private final Topic<OperatorAction> actions;
    private final Topic<Incident> incidents;
    private final Topic<Alert> alerts;
    private final Topic<SourceStatus> sources;
    private final Topic<byte[]> deadLetters;

    private TopicCatalogue(String prefix) {
        this.prefix = prefix;
        this.articles = spread("articles", Article.class, Retention.deleteAfter(MONTH));
        this.reports = spread("reports", Report.class, Retention.deleteAfter(YEAR_AND_MORE));
        this.rules = single("rules", Rule.class, Retention.compact());
        this.actions = single("actions", OperatorAction.class, Retention.compactAfter(YEAR_AND_MORE));
        this.incidents = spread("incidents", Incident.class, Retention.compact());
        this.alerts = spread("alerts", Alert.class, Retention.compactAfter(MONTH));
        this.sources = single("sources", SourceStatus.class, Retention.compact());
        this.deadLetters = new Topic<>(
                prefix + ".dead-letters",
                byte[].class,
                Retention.deleteAfter(MONTH),
                Partitioning.SPREAD,
                DEAD_LETTER_BYTES);
    }

    /** What all their names begin with. */
    public String prefix() {
        return prefix;
    }

    /** The topics with this prefix. */
    public static TopicCatalogue withPrefix(String prefix) {
        return new TopicCatalogue(prefix);
    }

    /** The topics with the default prefix. */
    public static TopicCatalogue withDefaultPrefix() {
        return withPrefix(DEFAULT_PREFIX);
    }

    /** News texts, by URL. */
    public Topic<Article> articles() {
        return articles;
    }

    /** Every revision of every report, by ISO 3166 country, {@code XX} where unknown. */
    public Topic<Report> reports() {
        return reports;
    }

    /** Rules, by id. */
    public Topic<Rule> rules() {
        return rules;
    }

    /** What operators did, by the id of what it is about. */
    public Topic<OperatorAction> actions() {
        return actions;
    }

    /** The latest state of every incident, by id. */
    public Topic<Incident> incidents() {
        return incidents;
    }

    /** Transitions of alerts, by alert id; the latest of each is kept for ever. */
    public Topic<Alert> alerts() {
        return alerts;
    }

    /** How the sources are doing, by source id. */
    public Topic<SourceStatus> sources() {
        return sources;
    }

    /** Records that could not be used, as they came; their headers say what, where and why. */
    public Topic<byte[]> deadLetters() {
        return deadLetters;
    }

    /** All of them. */
    public List<Topic<?>> all() {
        return List.of(articles, reports, rules, actions, incidents, alerts, sources, deadLetters);
    }

    private <V> Topic<V> spread(String name, Class<V> valueClass, Retention retention) {
        return new Topic<>(prefix + "." + name, valueClass, retention, Partitioning.SPREAD, RECORD_BYTES);
    }

    private <V> Topic<V> single(String name, Class<V> valueClass, Retention retention) {
        return new Topic<>(prefix + "." + name, valueClass, retention, Partitioning.SINGLE, RECORD_BYTES);
    }
}
