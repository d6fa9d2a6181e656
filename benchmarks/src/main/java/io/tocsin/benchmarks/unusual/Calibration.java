package io.tocsin.benchmarks.unusual;

/** Whether {@code unusual} fires as seldom as it says, and how soon it finds a surge. */
public final class Calibration {

    private Calibration() {}

    /**
     * The figures, as tables in Markdown.
     *
     * @param seed of everything that is drawn
     */
    public static String measure(long seed) {
        return new Firings(seed).tables() + Surges.tables(seed);
    }
}
