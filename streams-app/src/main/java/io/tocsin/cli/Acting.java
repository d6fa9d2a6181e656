package io.tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.avro.OperatorAction;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.PublishedActions;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.cli.incidents.Signature;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.schemas.serde.AvroSerde;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** What the commands that handle an alert have in common: who does it, and how it is published and told. */
final class Acting {

    private static final JsonForm<OperatorAction> FORM = JsonForm.of(OperatorAction.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--who",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who does it; the user's name where it is not given.")
    private String who;

    @Option(names = "--json", description = "Print the action in the JSON form, not its id only.")
    private boolean json;

    /**
     * Publishes what is done about the alert, tells it, and waits for the application, but not for long: it may not be
     * running.
     *
     * @param until when a mute ends, null for anything else
     */
    int publish(Console console, Connection connection, ActionKind kind, String alert, String why, Instant until) {
        Signature by = new Signature(who, Instant.now().truncatedTo(ChronoUnit.MILLIS), Optional.ofNullable(why));
        try (Client client = connection.connect()) {
            OperatorAction action = action(kind, find(client, alert), by, until);
            PublishedActions actions = new PublishedActions(client);
            actions.publish(action);
            console.print(json ? FORM.write(action) : Console.plain(action.getId()));
            if (!actions.awaitTakenIn(PATIENCE)) {
                console.say("the application has not taken it in yet; it will when it runs");
            }
            return ExitCode.FINE;
        }
    }

    private static OperatorAction action(ActionKind kind, Alert alert, Signature by, Instant until) {
        OperatorAction action = new OperatorAction();
        action.setId("act-" + UUID.randomUUID());
        action.setKind(kind);
        action.setSubject(alert.getId());
        action.setReports(List.of());
        action.setWho(by.who());
        action.setWhen(by.when());
        action.setWhy(by.why().orElse(null));
        action.setUntil(until);
        action.setMembers(List.of());
        action.setOthers(List.of());
        action.setRule(alert.getRule().getId());
        action.setScope(alert.getScope().getKey());
        return action;
    }

    private static Alert find(Client client, String id) {
        String topic = client.topics().alerts().name();
        Alert[] newest = new Alert[1];
        try (TopicReader reader = client.read(topic);
                AvroSerde<Alert> serde = client.serde(Alert.class)) {
            reader.readToEnd(record -> {
                boolean wanted = record.value() != null && id.equals(new String(record.key(), UTF_8));
                if (wanted) {
                    newest[0] = serde.deserializer().deserialize(topic, record.value());
                }
            });
        }
        if (newest[0] == null) {
            throw CommandFailure.no("there is no alert " + id + "; `tocsin alerts --json` shows their ids");
        }
        return newest[0];
    }
}
