package io.tocsin.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.app.Topics;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.cli.terminal.Table;
import io.tocsin.schemas.serde.SchemaRegistration.Outcome;
import io.tocsin.schemas.serde.SchemaRegistration.State;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin topics}: whether topics and schemas are there and as they should be; creates them when told to. */
@Command(name = "topics", description = "Check the topics and schemas of the application, or create them.")
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Option(names = "--create", description = "Create topics that are missing, and register the schemas.")
    private boolean create;

    @Option(names = "--json", description = "One JSON object a topic or schema.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        try (Client client = connection.connect()) {
            Installation installation = new Installation(client);
            if (create) {
                installation.create().forEach(topic -> console.say("created " + topic));
            }
            List<Topics.State> topics = client.topicsThere().check();
            List<Outcome> schemas = installation.schemas();
            if (json) {
                topics.forEach(topic -> console.print(tree(topic).toString()));
                schemas.forEach(schema -> console.print(tree(schema).toString()));
            } else {
                table(topics, schemas).lines().forEach(console::print);
            }
            boolean fine = topics.stream().allMatch(Topics.State::isFine)
                    && schemas.stream().allMatch(schema -> schema.state() == State.PRESENT);
            if (!fine && !create) {
                console.say("what is missing is created by: tocsin topics --create");
            }
            return fine ? ExitCode.FINE : ExitCode.NO;
        }
    }

    private static Table table(List<Topics.State> topics, List<Outcome> schemas) {
        Table table = new Table("topic or schema", "partitions", "state");
        topics.forEach(topic -> table.add(
                topic.topic(),
                topic.partitions().map(String::valueOf).orElse("-"),
                topic.isFine() ? "fine" : String.join(", ", topic.differences())));
        schemas.forEach(schema -> table.add(
                schema.subject(),
                "",
                schema.state() == State.PRESENT && schema.detail().isEmpty() ? "fine" : state(schema)));
        return table;
    }

    private static String state(Outcome schema) {
        String state = schema.state().name().toLowerCase(Locale.ROOT);
        return schema.detail().isEmpty() ? "is " + state : "is " + state + ": " + Console.plain(schema.detail());
    }

    private static ObjectNode tree(Topics.State topic) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("topic", topic.topic());
        topic.partitions().ifPresent(partitions -> tree.put("partitions", partitions));
        tree.put("fine", topic.isFine());
        topic.differences().forEach(tree.withArray("differences")::add);
        return tree;
    }

    private static ObjectNode tree(Outcome schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", schema.subject())
                .put("fine", schema.state() == State.PRESENT)
                .put("state", schema.state().name().toLowerCase(Locale.ROOT))
                .put("detail", schema.detail());
    }
}
