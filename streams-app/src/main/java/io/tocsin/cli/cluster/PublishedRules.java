package io.tocsin.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.Rule;
import io.tocsin.schemas.serde.AvroSerde;
import io.tocsin.topology.RuleRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;

/** The rules on their topic. What is written is there when a method returns. */
public final class PublishedRules {

    private final Client client;
    private final String topic;

    /** The rules at that cluster. */
    public PublishedRules(Client client) {
        this.client = client;
        this.topic = client.topics().rules().name();
    }

    /** The latest of each rule by id; one that cannot be read is not among them. */
    public Map<String, Rule> read() {
        Map<String, byte[]> latest = new TreeMap<>();
        try (TopicReader reader = client.read(topic)) {
            reader.readToEnd(record -> {
                if (record.key() != null) {
                    latest.put(new String(record.key(), UTF_8), record.value());
                }
            });
        }
        Map<String, Rule> rules = new TreeMap<>();
        try (AvroSerde<Rule> serde = client.serde(Rule.class)) {
            latest.forEach((id, bytes) -> decode(serde, id, bytes, rules));
        }
        return rules;
    }

    private void decode(AvroSerde<Rule> serde, String id, byte[] bytes, Map<String, Rule> rules) {
        try {
            if (bytes != null) {
                rules.put(id, serde.deserializer().deserialize(topic, bytes));
            }
        } catch (RetriableException e) {
            throw e;
        } catch (RuntimeException e) {
            // no rule of ours: the application refuses it too, and a rule of that id replaces it
        }
    }

    /** Publishes the rules that differ from what is there, each with the next revision; returns those. */
    public List<Rule> apply(Collection<io.tocsin.watch.Rule> rules) {
        Map<String, Rule> there = read();
        List<Rule> changed = new ArrayList<>();
        for (io.tocsin.watch.Rule rule : rules) {
            Rule wanted = RuleRecords.record(rule);
            Rule present = there.get(rule.id());
            wanted.setRevision(present == null ? 0 : present.getRevision());
            if (present == null || !wanted.equals(canonical(present))) {
                wanted.setRevision(present == null ? 0 : present.getRevision() + 1);
                changed.add(wanted);
            }
        }
        write(changed);
        return changed;
    }

    /** The rule in the spelling that we write; as it is where the grammar refuses it. */
    private static Rule canonical(Rule rule) {
        try {
            return RuleRecords.record(RuleRecords.rule(rule));
        } catch (IllegalArgumentException e) {
            return rule;
        }
    }

    private void write(List<Rule> rules) {
        try (AvroSerde<Rule> serde = client.serde(Rule.class)) {
            client.publish(
                    "the rules",
                    rules.stream()
                            .map(rule -> new ProducerRecord<>(
                                    topic, key(rule.getId()), serde.serializer().serialize(topic, rule)))
                            .toList());
        }
    }

    /** Takes rules back. */
    public void delete(Collection<String> ids) {
        client.publish(
                "the rules",
                ids.stream()
                        .map(id -> new ProducerRecord<>(topic, key(id), (byte[]) null))
                        .toList());
    }

    private static byte[] key(String id) {
        return id.getBytes(UTF_8);
    }
}
