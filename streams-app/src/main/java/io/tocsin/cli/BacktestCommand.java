package io.tocsin.cli;

import io.tocsin.app.Configuration;
import io.tocsin.backtest.Ahead;
import io.tocsin.backtest.Arrivals;
import io.tocsin.backtest.Backtest;
import io.tocsin.backtest.Expected;
import io.tocsin.backtest.Findings;
import io.tocsin.backtest.Period;
import io.tocsin.cli.backtest.Answer;
import io.tocsin.cli.backtest.AnswerJson;
import io.tocsin.cli.backtest.AnswerPage;
import io.tocsin.cli.backtest.AnswerText;
import io.tocsin.cli.backtest.Progress;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.incident.Admittance;
import io.tocsin.incident.Report;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.topology.AlertRecords;
import io.tocsin.watch.Alert;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin backtest}: what rules would have announced, had they been in force. */
@Command(
        name = "backtest",
        description = "Replay reports in the order in which they were published, and tell what the rules would have"
                + " announced: how often, how early, how much of it was taken back. Ends with 1 where an expectation"
                + " in the rules (expect: at most 2 a month) is not met.")
final class BacktestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "The rules, with what is expected of them.")
    private List<Path> rules;

    @ArgGroup(multiplicity = "1")
    private History history;

    @ArgGroup
    private Knowledge knowledge = new Knowledge();

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--progress", description = "Say how far it is also where there is no terminal.")
    private boolean progress;

    /** Where the reports are. */
    private static final class History {
        @Option(
                names = "--reports",
                paramLabel = "FILE",
                arity = "1..*",
                description =
                        "Reports in JSON lines (.jsonl), a table (.csv, .tsv) or Avro (.avro), also packed (.gz, .zip).")
        private List<Path> files;

        @Option(names = "--from-topic", description = "The reports on the topic of a cluster, as far as they are kept.")
        private boolean topic;
    }

    /** What was known of them. */
    static final class Knowledge {
        private Arrivals arrivals = Arrivals.AS_KNOWN;

        @Option(
                names = "--as-known",
                description =
                        "Every revision when it was published, with the corrections that came later; the default.")
        void asKnown(boolean given) {
            arrivals = given ? Arrivals.AS_KNOWN : arrivals;
        }

        @Option(
                names = "--as-now",
                description = "The last revision of each when its first was published, without those taken back.")
        void asNow(boolean given) {
            arrivals = given ? Arrivals.AS_NOW : arrivals;
        }
    }

    /** What is printed. */
    private static final class Form {
        @Option(names = "--json", description = "Every transition, one a line, then a summary, in the JSON form.")
        private boolean json;

        @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with charts to that file.")
        private Path html;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        RuleFiles read = RuleFiles.requireAll(rules);
        if (history.files != null) {
            ReportFiles.requireReadable(history.files);
        }
        Progress told = new Progress(console, progress);
        Configuration configuration = connection.configuration();
        ReplayedReports replayed = new ReplayedReports(
                console,
                told,
                new Admittance(GazetteerPlacing.load(configuration.sites()), configuration.ahead()),
                Instant.now());
        read(replayed);
        Arrivals arrivals = knowledge.arrivals;
        Findings findings = run(console, told, new Backtest(matching(), read.rules()), replayed.reports(), arrivals);
        return answer(console, Answer.of(arrivals, findings, replayed.refused(), expected(read)));
    }

    private void read(ReplayedReports replayed) {
        if (history.topic) {
            try (Client client = connection.connect()) {
                replayed.readTopic(client);
            }
        } else {
            replayed.readFiles(history.files);
        }
    }

    private Findings run(Console console, Progress told, Backtest backtest, List<Report> reports, Arrivals arrivals) {
        if (!form.json) {
            return run(told, backtest, reports, arrivals, alert -> {});
        }
        JsonForm<io.tocsin.avro.Alert> json = JsonForm.of(io.tocsin.avro.Alert.class);
        try (Ahead<Alert, String> writing =
                new Ahead<>(1, "tocsin-writing", alert -> json.write(AlertRecords.record(alert)), console::print)) {
            Findings findings = run(told, backtest, reports, arrivals, writing::put);
            writing.finish();
            return findings;
        }
    }

    private static Findings run(
            Progress told, Backtest backtest, List<Report> reports, Arrivals arrivals, Consumer<Alert> announce) {
        return backtest.run(reports, arrivals, announce, done -> told.replayed(done, reports.size()));
    }

    private int answer(Console console, Answer answer) {
        if (form.json) {
            console.print(AnswerJson.line(answer));
        } else {
            new AnswerText(console).print(answer);
        }
        if (form.html != null) {
            write(form.html, AnswerPage.of(answer));
            console.say("written: " + form.html);
        }
        boolean fine = answer.violations().isEmpty() && answer.refused() == 0;
        return fine ? ExitCode.FINE : ExitCode.NO;
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw CommandFailure.no(file + " cannot be written: " + e.getMessage());
        }
    }

    private static ScoredMatching matching() {
        return new ScoredMatching(WeightTable.shipped());
    }

    /** What the files expect of their rules. */
    private static List<Expected> expected(RuleFiles read) {
        return read.rules().stream()
                .flatMap(rule -> read.expectations().getOrDefault(rule.id(), List.of()).stream()
                        .map(expectation -> expected(rule, expectation)))
                .toList();
    }

    private static Expected expected(Rule rule, Expectation expectation) {
        return new Expected(
                rule.id(),
                expectation.text(),
                Expected.Bound.valueOf(expectation.bound().name()),
                expectation.number(),
                expectation.period().map(period -> Period.valueOf(period.name())),
                expectation::concerns);
    }
}
