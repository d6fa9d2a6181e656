package io.tocsin.benchmarks.unusual;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calibrate}: how seldom unusual fires by chance, and how soon it finds a surge. */
@Command(
        name = "calibrate",
        description = "How seldom unusual fires by chance, and how soon it finds a surge.",
        mixinStandardHelpOptions = true)
public final class CalibrateCommand implements Callable<Integer> {

    @Option(names = "--seed", defaultValue = "20260101", description = "Of what is drawn. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        System.out.print(Calibration.measure(seed));
        return 0;
    }
}
