package io.tocsin.watch;
import java.time.Duration;
public final class Prediction {
    public static Prediction of(int[] past, Duration within) { return new Prediction(); }
    public double expected() { return 0; }
    public double recurrenceDays(int count) { return 1; }
    public int least(Duration atMostOnceIn) { return 3; }
}
