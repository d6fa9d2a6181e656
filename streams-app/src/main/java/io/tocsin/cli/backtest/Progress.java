package io.tocsin.cli.backtest;

import io.tocsin.cli.terminal.Console;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a long run is: on a terminal in place, and where that is asked for in lines now and then. For one thread.
 */
public final class Progress {

    private static final long SHOWN_EVERY = Duration.ofMillis(200).toNanos();
    private static final long SAID_EVERY = Duration.ofSeconds(5).toNanos();

    private final Console console;
    private final boolean lines;
    private long shown = System.nanoTime();
    private long said = System.nanoTime();

    /** @param lines whether it is said in lines too */
    public Progress(Console console, boolean lines) {
        this.console = console;
        this.lines = lines;
    }

    /** So many reports have been read. */
    public void read(int reports) {
        tell("%,d reports read", reports);
    }

    /** So many of the reports have been replayed. */
    public void replayed(int reports, int all) {
        tell("%,d of %,d reports replayed", reports, all);
    }

    private void tell(String format, Object... values) {
        long now = System.nanoTime();
        if (lines && now - said >= SAID_EVERY) {
            said = now;
            console.say(String.format(Locale.ROOT, format, values));
        }
        if (now - shown >= SHOWN_EVERY) {
            shown = now;
            console.progress(String.format(Locale.ROOT, format, values));
        }
    }
}
