package io.tocsin.benchmarks.gdelt;

import io.tocsin.benchmarks.Machine;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gdelt}: rows a second from GDELT's files into Kafka. */
@Command(name = "gdelt", description = "Rows a second from GDELT's files into Kafka.", mixinStandardHelpOptions = true)
public final class GdeltCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            description = "Where the real file is. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(names = "--seed", defaultValue = "20260101", description = "Of what is drawn. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--rounds", defaultValue = "2", description = "Days. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.here());
        System.out.print(new GdeltSpeed(data, seed, days, System.err::println).measure());
        return 0;
    }
}
