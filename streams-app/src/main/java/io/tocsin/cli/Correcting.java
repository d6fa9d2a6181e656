package io.tocsin.cli;

import io.tocsin.avro.OperatorAction;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.PublishedActions;
import io.tocsin.cli.incidents.Corrections;
import io.tocsin.cli.incidents.Signature;
import io.tocsin.cli.terminal.ActionLine;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.schemas.json.JsonForm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the commands that correct incidents have in common: who does it, and how it is published and told. */
final class Correcting {

    private static final JsonForm<OperatorAction> FORM = JsonForm.of(OperatorAction.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--who",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who corrects; the user's name where it is not given.")
    private String who;

    @Option(names = "--json", description = "Print the action in the JSON form, not its id only.")
    private boolean json;

    /** From what is published to the action that puts it right. */
    @FunctionalInterface
    interface Decision {
        /** The action. */
        OperatorAction decide(Client client, List<OperatorAction> published, Signature by);
    }

    /** Publishes what is decided, tells it, and waits for the application, but not for long: it may not be running. */
    int publish(Console console, Connection connection, String why, Decision decision) {
        Signature by = new Signature(who, Instant.now().truncatedTo(ChronoUnit.MILLIS), Optional.ofNullable(why));
        try (Client client = connection.connect()) {
            PublishedActions actions = new PublishedActions(client);
            List<OperatorAction> published = actions.read();
            OperatorAction action = decision.decide(client, published, by);
            Corrections.makeNewest(action, published);
            actions.publish(action);
            console.print(json ? FORM.write(action) : Console.plain(action.getId()));
            console.say(ActionLine.recounted(action));
            Corrections.notBroughtBack(action, published)
                    .forEach(older -> console.say("undoing brings nothing older back: do "
                            + Console.plain(older.getId()) + " again if it is still right"));
            if (!actions.awaitTakenIn(PATIENCE)) {
                console.say("the application has not taken it in yet; it will when it runs");
            }
            return ExitCode.FINE;
        }
    }
}
