package io.tocsin.cli;

import io.tocsin.cli.cluster.Closing;
import io.tocsin.cli.demo.Demo;
import io.tocsin.cli.reading.ArticleFolder;
import io.tocsin.cli.terminal.AlertLine;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin demo}: everything in one process, reports of files in, alerts out. */
@Command(
        name = "demo",
        description =
                "Play reports, or articles, through a broker, registry, connector and the application, all in this process,"
                        + " and print the alerts.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "End when every report has gone its way and every alert is printed.")
    private boolean exit;

    @Option(names = "--json", description = "Print nothing but transitions, one a line, in the JSON form.")
    private boolean json;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The rules; those of a fresh installation by default.")
    private Path rules;

    @Option(
            names = "--reports",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Reports in JSON lines (.jsonl), a table (.csv; ACLED, UCDP and GDELT are recognised) or Avro (.avro),"
                            + " also packed (.gz, .zip); a sample by default.")
    private List<Path> reports = List.of();

    @Option(
            names = "--articles",
            paramLabel = "FOLDER",
            description =
                    "Texts, with an articles.json that says of each its file, url, publisher and the date when it was"
                            + " published; reports are read from them. In place of the sample, or beside --reports.")
    private Path articles;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of meters and health, 0 for any free one; 8080 by default, any with --exit.")
    private Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything there: the next start goes on, and announces nothing twice.")
    private Path data;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        ReportFiles.requireReadable(reports);
        Demo.Options options = new Demo.Options(
                Optional.ofNullable(data),
                port == null ? defaultPort() : port,
                rules == null ? Demo.defaultRules() : RuleFiles.require(List.of(rules)),
                reports,
                articles == null ? List.of() : ArticleFolder.read(articles));
        try (Closing closing = Closing.atEnd()) {
            AlertLine lines = json ? AlertLine.inJson(console) : AlertLine.forPeople(console);
            Demo demo = Demo.start(options, closing, console, lines);
            demo.play();
            if (!exit) {
                demo.stay();
            }
            return ExitCode.FINE;
        }
    }

    private int defaultPort() {
        return exit ? 0 : 8080;
    }
}
