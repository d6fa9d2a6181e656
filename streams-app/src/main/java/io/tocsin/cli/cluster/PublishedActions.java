package io.tocsin.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.OperatorAction;
import io.tocsin.schemas.serde.AvroSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;

/** What operators did, on its topic. What is written is there when a method returns. */
public final class PublishedActions {

    private static final List<String> REPARTITIONS = List.of("acted", "acted-crossing", "acted-source");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Client client;
    private final String topic;

    /** The actions at that cluster. */
    public PublishedActions(Client client) {
        this.client = client;
        this.topic = client.topics().actions().name();
    }

    /** All that are kept, as they were published; one that cannot be read is not among them. */
    public List<OperatorAction> read() {
        List<OperatorAction> actions = new ArrayList<>();
        try (TopicReader reader = client.read(topic);
                AvroSerde<OperatorAction> serde = client.serde(OperatorAction.class)) {
            reader.readToEnd(record -> decode(serde, record.value(), actions));
        }
        return actions;
    }

    private void decode(AvroSerde<OperatorAction> serde, byte[] value, List<OperatorAction> actions) {
        try {
            if (value != null) {
                actions.add(serde.deserializer().deserialize(topic, value));
            }
        } catch (RetriableException e) {
            throw e;
        } catch (RuntimeException e) {
            // no action of ours: the application refuses it too
        }
    }

    /** Publishes an action under its subject. */
    public void publish(OperatorAction action) {
        try (AvroSerde<OperatorAction> serde = client.serde(OperatorAction.class)) {
            byte[] key = action.getSubject().getBytes(UTF_8);
            byte[] value = serde.serializer().serialize(topic, action);
            client.publish("the action", List.of(new ProducerRecord<>(topic, key, value)));
        }
    }

    /**
     * Waits until the application has taken in all actions, and published the incidents and alerts of their country
     * that follow from them.
     *
     * @return whether it has, in that time
     */
    public boolean awaitTakenIn(Duration atMost) {
        Backlog published = client.backlog(topic);
        List<Backlog> onTheirWay =
                REPARTITIONS.stream().map(client::backlogWithin).toList();
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!(published.isDone() && onTheirWay.stream().allMatch(Backlog::isDone))) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
