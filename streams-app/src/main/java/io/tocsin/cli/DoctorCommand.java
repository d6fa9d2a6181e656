package io.tocsin.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tocsin.app.Configuration;
import io.tocsin.cli.cluster.Examination;
import io.tocsin.cli.cluster.Examination.Verdict;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.Console.Style;
import io.tocsin.cli.terminal.ExitCode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin doctor}: tries each connection, and says how it is. */
@Command(
        name = "doctor",
        description = "Try each connection, with a verdict for each; exit code 1 if one is not as it should be.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The application's HTTP server, such as http://localhost:8080.")
    private Optional<URI> application = Optional.empty();

    @Option(
            names = "--connect-url",
            paramLabel = "URL",
            description = "The REST API of the Connect workers, such as http://localhost:8083.")
    private Optional<URI> connect = Optional.empty();

    @Option(
            names = "--alertmanager-url",
            paramLabel = "URL",
            split = ",",
            description = "Alertmanagers that alerts are sent to, such as http://localhost:9093.")
    private List<URI> alertmanagers = List.of();

    @Option(names = "--json", description = "One JSON object a verdict.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Configuration configuration = connection.named();
        List<Verdict> verdicts =
                new Examination(configuration).verdicts(new Examination.Addresses(application, connect, alertmanagers));
        verdicts.forEach(verdict -> console.print(json ? tree(verdict) : line(console, verdict)));
        return verdicts.stream().allMatch(Verdict::fine) ? ExitCode.FINE : ExitCode.NO;
    }

    private static String line(Console console, Verdict verdict) {
        String mark = verdict.fine() ? console.styled(Style.GREEN, "fine ") : console.styled(Style.RED, "wrong");
        return mark + "  " + Console.plain(verdict.subject()) + ": " + Console.plain(verdict.finding());
    }

    private static String tree(Verdict verdict) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("subject", verdict.subject())
                .put("fine", verdict.fine())
                .put("finding", verdict.finding())
                .toString();
    }
}
