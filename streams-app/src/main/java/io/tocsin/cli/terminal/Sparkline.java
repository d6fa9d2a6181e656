package io.tocsin.cli.terminal;

import java.util.List;

/** Numbers as a row of bars, the highest as high as a line of text. */
public final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final char NOTHING = ' ';

    private Sparkline() {}

    /** A bar for each number, none for 0. */
    public static String of(List<Integer> numbers) {
        int most = numbers.stream().mapToInt(number -> number).max().orElse(0);
        StringBuilder line = new StringBuilder(numbers.size());
        numbers.forEach(number -> line.append(bar(number, most)));
        return line.toString();
    }

    private static char bar(long number, int most) {
        return number <= 0 ? NOTHING : BARS.charAt((int) ((number * BARS.length() - 1) / most));
    }
}
