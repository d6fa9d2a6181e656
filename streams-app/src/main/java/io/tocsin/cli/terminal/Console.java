package io.tocsin.cli.terminal;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command speaks: answers on the standard output, everything else on the standard error. Colours and the
 * progress line appear on a terminal only. For any number of threads.
 */
public final class Console {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String TO_LINE_START_AND_CLEAR = "\r\u001B[K";
    private static final String RESET = "\u001B[0m";

    /** How a text looks on a terminal. */
    public enum Style {
        BOLD("1"),
        FAINT("2"),
        RED("1;31"),
        YELLOW("33"),
        GREEN("32"),
        CYAN("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private boolean progressShown;

    private Console(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The console of a command. */
    public static Console of(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), Ansi.AUTO.enabled());
    }

    /** Answers. Fails when nobody reads the answers any more. */
    public synchronized void print(String line) {
        clearProgress();
        out.println(line);
        if (out.checkError()) {
            throw CommandFailure.failed("nobody reads the output any more", null);
        }
    }

    /** Says something beside the answer. */
    public synchronized void say(String line) {
        clearProgress();
        err.println(line);
        err.flush();
    }

    /** Shows how far it is, in place of what was shown before. */
    public synchronized void progress(String line) {
        if (terminal) {
            err.print(TO_LINE_START_AND_CLEAR + line);
            err.flush();
            progressShown = true;
        }
    }

    /** Whether people read along on a terminal, where there are styles. */
    public boolean isTerminal() {
        return terminal;
    }

    /** The text in a style, where there are styles. */
    public String styled(Style style, String text) {
        return terminal ? "\u001B[" + style.code + "m" + text + RESET : text;
    }

    /** A text from elsewhere, fit for a terminal: without control characters, and without those that turn lines round. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(steers(c) ? REPLACEMENT : c));
        return plain.toString();
    }

    /** Whether a character from elsewhere would steer a terminal, or the direction of writing, and not be shown. */
    public static boolean steers(int c) {
        int type = Character.getType(c);
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean breaks = type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
        return Character.isISOControl(c) || turns || breaks;
    }

    private void clearProgress() {
        if (progressShown) {
            err.print(TO_LINE_START_AND_CLEAR);
            err.flush();
            progressShown = false;
        }
    }
}
