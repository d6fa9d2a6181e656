package io.tocsin.cli;

import io.tocsin.app.Configuration;
import io.tocsin.app.TocsinApp;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.Closing;
import io.tocsin.cli.cluster.Embedding;
import io.tocsin.cli.cluster.Installation;
import io.tocsin.cli.cluster.PublishedRules;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.embedded.EmbeddedStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin run}: the application, at a cluster or with an embedded one, until it is told to stop. */
@Command(
        name = "run",
        description =
                "Run the application: at the cluster of the configuration, or, if it names none, with one in this process.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties; variables TOCSIN_… win over them.")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the cluster in this process keeps its data; a temporary folder by default.")
    private Path data;

    @Option(
            names = "--connectors",
            paramLabel = "DIR",
            description =
                    "Connectors to start with the cluster in this process, a file each, as Connect's REST API takes them.")
    private Path connectors;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Configuration configuration = Configuration.read(Optional.ofNullable(file), System.getenv());
        List<io.tocsin.watch.Rule> rules =
                configuration.rules().map(List::of).map(RuleFiles::require).orElse(List.of());
        if (connectors != null && configuration.cluster().bootstrapServers().isPresent()) {
            throw CommandFailure.usage(
                    "--connectors is for the cluster in this process; give them to your Connect workers instead");
        }
        Optional<ConnectorFiles> starting = Optional.ofNullable(connectors).map(ConnectorFiles::read);
        try (Closing closing = Closing.atEnd()) {
            Configuration complete = configuration.cluster().bootstrapServers().isPresent()
                    ? configuration
                    : embedded(closing, console, configuration, starting);
            prepare(complete, rules);
            TocsinApp app = closing.open(() -> TocsinApp.start(complete));
            console.say("Tocsin is up: " + app.url() + "/health/ready, " + app.url() + "/metrics");
            Optional<Throwable> cause = app.awaitEnd();
            if (cause.isPresent()) {
                throw CommandFailure.failed("the application failed: " + cause.get(), cause.get());
            }
            return ExitCode.FINE;
        }
    }

    private Configuration embedded(
            Closing closing, Console console, Configuration configuration, Optional<ConnectorFiles> starting) {
        EmbeddedStack stack = closing.open(() -> Embedding.start(Optional.ofNullable(data), console::say));
        Configuration complete = Embedding.configured(configuration, stack);
        try (Client client = Client.connect(complete)) {
            new Installation(client).create();
        }
        starting.ifPresent(files -> files.startIn(stack.connect(), complete));
        console.say("data: " + stack.data() + (data == null ? " (temporary)" : ""));
        return complete;
    }

    private static void prepare(Configuration configuration, List<io.tocsin.watch.Rule> rules) {
        try (Client client = Client.connect(configuration)) {
            new Installation(client).requireSchemas();
            if (!rules.isEmpty()) {
                new PublishedRules(client).apply(rules);
            }
        }
    }
}
