package io.tocsin.cli;

import io.tocsin.avro.SourceStatus;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.PublishedSources;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.cli.terminal.SourceText;
import io.tocsin.cli.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin sources}: how the sources are doing. */
@Command(name = "sources", description = "Show how the sources are doing; exit code 1 if one fails or is silent.")
final class SourcesCommand implements Callable<Integer> {

    private static final Duration DAY = Duration.ofDays(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Option(names = "--json", description = "One JSON object a source.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        try (Client client = connection.connect()) {
            Instant now = Instant.now();
            PublishedSources published = new PublishedSources(client);
            Collection<SourceStatus> statuses = published.statuses();
            Map<String, Integer> reports = published.reportsSince(now.minus(DAY));
            Table table = SourceText.table();
            for (SourceStatus status : statuses) {
                int reportsADay = reports.getOrDefault(status.getId(), 0);
                if (json) {
                    console.print(SourceText.tree(status, reportsADay, now).toString());
                } else {
                    SourceText.addTo(table, status, reportsADay, now);
                }
            }
            if (!json && !statuses.isEmpty()) {
                table.lines().forEach(console::print);
            }
            if (statuses.isEmpty()) {
                console.say("no connector has told of a source yet; those that read files do not");
            }
            boolean fine = statuses.stream().allMatch(status -> SourceText.state(status, now) == SourceText.State.FINE);
            return fine ? ExitCode.FINE : ExitCode.NO;
        }
    }
}
