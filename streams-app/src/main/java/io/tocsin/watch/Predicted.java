package io.tocsin.watch;

import java.time.Duration;
import java.util.Arrays;

/** The prediction last made, which is asked for again as long as the counts that it rests on stay the same. */
final class Predicted {

    private final Duration within;
    private int[] past = {};
    private Duration grain = Duration.ZERO;
    private Prediction last;

    Predicted(Duration within) {
        this.within = within;
    }

    /** What these counts of windows predict; see {@link Prediction#of}. */
    Prediction from(int[] counts, Duration step) {
        if (last == null || !Arrays.equals(past, counts) || !grain.equals(step)) {
            last = Prediction.of(counts, within, step);
            past = counts;
            grain = step;
        }
        return last;
    }
}
