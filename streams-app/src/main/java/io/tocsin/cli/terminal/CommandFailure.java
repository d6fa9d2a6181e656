package io.tocsin.cli.terminal;

/** A command cannot go on. The message is one line that names the remedy. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The answer is no, or the input is bad. */
    public static CommandFailure no(String message) {
        return new CommandFailure(ExitCode.NO, message, null);
    }

    /** The command was used wrongly. */
    public static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message, null);
    }

    /** The cluster or the registry cannot be reached. */
    public static CommandFailure unreachable(String message, Throwable cause) {
        return new CommandFailure(ExitCode.UNREACHABLE, message, cause);
    }

    /** It failed while running. */
    public static CommandFailure failed(String message, Throwable cause) {
        return new CommandFailure(ExitCode.FAILED, message, cause);
    }

    /** With what the process is to end. */
    public int exitCode() {
        return exitCode;
    }
}
