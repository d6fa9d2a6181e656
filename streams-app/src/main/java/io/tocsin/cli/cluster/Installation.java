package io.tocsin.cli.cluster;

import io.tocsin.app.Configuration;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.schemas.serde.SchemaRegistration;
import io.tocsin.schemas.serde.SchemaRegistration.Outcome;
import io.tocsin.schemas.serde.SchemaRegistration.State;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/** What the application needs to find on a cluster: topics and schemas. */
public final class Installation {

    private final Client client;

    /** The one at that cluster. */
    public Installation(Client client) {
        this.client = client;
    }

    /** Creates the topics that are missing, and registers the schemas. The names of the topics created. */
    public List<String> create() {
        Configuration.Cluster cluster = client.configuration().cluster();
        List<String> created = client.topicsThere().create(cluster.partitions(), cluster.replicationFactor());
        require(registered());
        return created;
    }

    /** Fails where a schema is not at the registry. */
    public void requireSchemas() {
        require(schemas());
    }

    /** How the schemas are. */
    public List<Outcome> schemas() {
        return ask(registration -> registration.check(client.topics()));
    }

    private List<Outcome> registered() {
        return ask(registration -> registration.register(client.topics()));
    }

    private List<Outcome> ask(Question question) {
        try (SchemaRegistration registration = client.schemas()) {
            return question.ask(registration);
        } catch (IOException e) {
            throw new KafkaException("the registry's client cannot be closed", e);
        }
    }

    private static void require(List<Outcome> outcomes) {
        String wrong = outcomes.stream()
                .filter(outcome -> outcome.state() != State.PRESENT)
                .map(Installation::inWords)
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw CommandFailure.no(
                    "schemas are not as they should be: " + wrong + "; register them with: tocsin topics --create");
        }
    }

    /** An outcome on one line. */
    public static String inWords(Outcome outcome) {
        return outcome.subject() + " is " + outcome.state().name().toLowerCase(Locale.ROOT)
                + (outcome.detail().isEmpty() ? "" : " (" + outcome.detail() + ")");
    }

    private interface Question {
        List<Outcome> ask(SchemaRegistration registration);
    }
}
