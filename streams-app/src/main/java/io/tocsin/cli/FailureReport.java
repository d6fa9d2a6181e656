package io.tocsin.cli;

import io.tocsin.app.ConfigurationException;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.schemas.serde.RegistryUnavailableException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed, and finds the exit code. The stack trace is for {@code --verbose}. */
final class FailureReport implements IExecutionExceptionHandler {

    private final BooleanSupplier verbose;

    FailureReport(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult given) {
        command.getErr().println("tocsin: " + Console.plain(inWords(failure)));
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return exitCode(failure);
    }

    private static int exitCode(Throwable failure) {
        if (failure instanceof CommandFailure known) {
            return known.exitCode();
        }
        if (failure instanceof ConfigurationException || failure instanceof ConfigException) {
            return ExitCode.USAGE;
        }
        return causes(failure).anyMatch(FailureReport::isSilence) ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    }

    private static boolean isSilence(Throwable cause) {
        return cause instanceof RegistryUnavailableException
                || cause instanceof TimeoutException
                || cause instanceof org.apache.kafka.common.errors.TimeoutException
                || cause instanceof DisconnectException
                || cause instanceof ConnectException;
    }

    private static String inWords(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        return message.lines().findFirst().orElse(message);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
