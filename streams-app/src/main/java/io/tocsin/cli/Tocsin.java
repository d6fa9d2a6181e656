package io.tocsin.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code tocsin}. */
@Command(
        name = "tocsin",
        description = "A streaming security-incident alert pipeline on Apache Kafka.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        version = "tocsin 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:the answer is no, or some input was bad",
            "2:the command was used wrongly, or the configuration is wrong",
            "3:the cluster or the registry cannot be reached",
            "4:it failed while running"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ReadCommand.class,
            ReportsCommand.class,
            IncidentsCommand.class,
            AlertsCommand.class,
            RulesCommand.class,
            BacktestCommand.class,
            TopicsCommand.class,
            SourcesCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Tocsin implements Runnable {

    private static final List<String> NOISY = List.of("org.apache.kafka", "kafka", "io.confluent", "org.eclipse.jetty");

    /** Calls it an error when a producer has to send a batch again. */
    private static final String NOISIEST = "kafka.server.ReplicaManager";

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show the log and, of a failure, where it happened.")
    private boolean verbose;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        boolean service = args.length > 0 && args[0].equals("run");
        boolean verbose = List.of(args).contains("--verbose") || List.of(args).contains("-v");
        if (!service && !verbose) {
            hush();
        }
        System.exit(
                commandLine().setOut(utf8(System.out)).setErr(utf8(System.err)).execute(args));
    }

    /** The command line, for running commands within this process. */
    public static CommandLine commandLine() {
        Tocsin tocsin = new Tocsin();
        return new CommandLine(tocsin)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReport(() -> tocsin.verbose));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** A command's answer is not to drown in what the libraries have to say. */
    private static void hush() {
        ((Logger) LoggerFactory.getLogger("io.tocsin")).setLevel(Level.WARN);
        for (String name : NOISY) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR);
        }
        ((Logger) LoggerFactory.getLogger(NOISIEST)).setLevel(Level.OFF);
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
