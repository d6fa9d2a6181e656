package io.tocsin.cli;

import io.tocsin.avro.Report;
import io.tocsin.cli.ReportFiles.Count;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.ReportPublisher;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.schemas.json.JsonForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin reports}: publishes the reports in files, or writes them in the JSON form. */
@Command(
        name = "reports",
        description = "Send reports to the cluster, or convert them.",
        synopsisSubcommandLabel = "COMMAND")
final class ReportsCommand implements Runnable {

    private static final String FILES =
            "Reports in JSON lines (.jsonl), a table (.csv) or Avro (.avro)," + " also packed (.gz, .zip).";

    @Spec
    private CommandSpec spec;

    /** What reports are converted to. */
    enum Form {
        /** One report a line, in the JSON form. */
        JSON
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "send or convert?");
    }

    @Command(name = "send", description = "Publish the reports in files. Bad lines are told and passed over.")
    int send(
            @Mixin Connection connection,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = FILES) List<Path> files) {
        Console console = Console.of(spec);
        ReportFiles.requireReadable(files);
        try (Client client = connection.connect()) {
            Count count = send(console, client, files);
            console.say(sum(count, "sent"));
            return exitCode(count);
        }
    }

    @Command(name = "convert", description = "Write the reports in files to the standard output; needs no cluster.")
    int convert(
            @Option(
                            names = "--to",
                            paramLabel = "FORM",
                            defaultValue = "json",
                            description = "json, one report a line.")
                    Form form,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = FILES) List<Path> files) {
        Console console = Console.of(spec);
        JsonForm<Report> json = JsonForm.of(Report.class);
        Count count = new ReportFiles(console).read(files, report -> console.print(json.write(report)));
        console.say(sum(count, "written as " + form.name().toLowerCase(Locale.ROOT)));
        return exitCode(count);
    }

    private static Count send(Console console, Client client, List<Path> files) {
        try (ReportPublisher publisher = new ReportPublisher(client)) {
            return new ReportFiles(console).read(files, publisher::publish);
        }
    }

    private static String sum(Count count, String done) {
        return count.good() + (count.good() == 1 ? " report " : " reports ") + done + ", " + count.bad()
                + (count.bad() == 1 ? " bad line" : " bad lines");
    }

    private static int exitCode(Count count) {
        return count.bad() == 0 ? ExitCode.FINE : ExitCode.NO;
    }
}
