package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.metrics.Meters;
import io.tocsin.watch.Rule;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rules' topic, at the start from its beginning. A rule that is wrong is refused with its reason, and the one before it stays in force.
 */
final class RuleIntakeProcessor implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(RuleIntakeProcessor.class);

    private final Deserializer<io.tocsin.avro.Rule> deserializer;
    private final String topic;
    private final RulesInForce rules;
    private final Meters meters;
    private KeyValueStore<Bytes, byte[]> store;

    RuleIntakeProcessor(
            Deserializer<io.tocsin.avro.Rule> deserializer, String topic, RulesInForce rules, Meters meters) {
        this.deserializer = deserializer;
        this.topic = topic;
        this.rules = rules;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(Stores.RULES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key() != null && take(record.key(), record.value())) {
            store.put(Bytes.wrap(record.key()), record.value());
        }
    }

    private boolean take(byte[] key, byte[] value) {
        String id = new String(key, UTF_8);
        if (value == null) {
            rules.remove(id);
            return true;
        }
        try {
            io.tocsin.avro.Rule decoded = Patiently.call(() -> deserializer.deserialize(topic, value));
            rules.put(keyed(id, RuleRecords.rule(decoded)));
            return true;
        } catch (RetriableException e) {
            throw e;
        } catch (RuntimeException e) {
            rules.refuse(id);
            meters.ruleRefused();
            LOG.atWarn()
                    .setMessage("A rule was refused; the one before it stays in force")
                    .addKeyValue("rule", id)
                    .addKeyValue("error", e.getMessage())
                    .log();
            return false;
        }
    }

    /** A tombstone names a rule by its key alone. */
    private static Rule keyed(String key, Rule rule) {
        if (!rule.id().equals(key)) {
            throw new IllegalArgumentException(
                    "id: \"" + rule.id() + "\" is not the key of its record, \"" + key + "\"");
        }
        return rule;
    }
}
