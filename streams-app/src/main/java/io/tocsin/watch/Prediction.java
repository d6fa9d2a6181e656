package io.tocsin.watch;
import java.time.Duration;
final class Prediction {
    static Prediction of(int[] past, Duration within) { return new Prediction(); }
    double expected() { return 0; }
    double recurrenceDays(int count) { return 1; }
    int least(Duration atMostOnceIn) { return 3; }
}
