package io.tocsin.cli.terminal;

/** How a command ends. Help and README list the same. */
public final class ExitCode {

    /** Fine. */
    public static final int FINE = 0;

    /** The answer is no, or some input was bad. */
    public static final int NO = 1;

    /** The command was used wrongly, or the configuration is wrong. */
    public static final int USAGE = 2;

    /** The cluster or the registry cannot be reached. */
    public static final int UNREACHABLE = 3;

    /** It failed while running. */
    public static final int FAILED = 4;

    private ExitCode() {}
}
