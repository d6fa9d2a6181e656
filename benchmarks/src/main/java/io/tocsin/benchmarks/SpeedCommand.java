package io.tocsin.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code throughput}, {@code latency}, or {@code all}, which is both. */
abstract class SpeedCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options;

    @Mixin
    private ResultFile json;

    abstract Settings settings(RunOptions options);

    abstract List<Throughput.Run> throughput(Settings settings);

    abstract List<Latency.Run> latency(Settings settings);

    @Override
    public Integer call() throws IOException {
        Settings settings = settings(options);
        Machine machine = Machine.here();
        System.out.println(machine);
        System.out.println(settings.facts());
        List<Throughput.Run> throughput = throughput(settings);
        List<Latency.Run> latency = latency(settings);
        if (!throughput.isEmpty()) {
            System.out.print(Summary.throughput(throughput));
        }
        if (!latency.isEmpty()) {
            System.out.print(Summary.latency(latency));
        }
        json.write(Summary.json(machine, settings, throughput, latency));
        return 0;
    }

    /** Reports a second, replayed from Kafka. */
    @Command(
            name = "throughput",
            description = "Reports a second, replayed from Kafka.",
            mixinStandardHelpOptions = true)
    static final class OfThroughput extends SpeedCommand {

        @Mixin
        private ReplayOptions replay;

        @Override
        Settings settings(RunOptions options) {
            return options.settings(replay.reports(), replay.contestants());
        }

        @Override
        List<Throughput.Run> throughput(Settings settings) {
            return new Throughput(settings, Bench::say).measure();
        }

        @Override
        List<Latency.Run> latency(Settings settings) {
            return List.of();
        }
    }

    /** Time from a report to its alert. */
    @Command(name = "latency", description = "Time from a report to its alert.", mixinStandardHelpOptions = true)
    static final class OfLatency extends SpeedCommand {

        @Mixin
        private LiveOptions live;

        @Override
        Settings settings(RunOptions options) {
            return options.settings(live.rate() * live.seconds(), Contestant.ANSWERING, live);
        }

        @Override
        List<Throughput.Run> throughput(Settings settings) {
            return List.of();
        }

        @Override
        List<Latency.Run> latency(Settings settings) {
            return new Latency(settings, Bench::say).measure();
        }
    }

    /** Both. */
    @Command(name = "all", description = "Throughput and latency.", mixinStandardHelpOptions = true)
    static final class OfAll extends SpeedCommand {

        @Mixin
        private ReplayOptions replay;

        @Mixin
        private LiveOptions live;

        @Override
        Settings settings(RunOptions options) {
            return options.settings(replay.reports(), replay.contestants(), live);
        }

        @Override
        List<Throughput.Run> throughput(Settings settings) {
            return new Throughput(settings, Bench::say).measure();
        }

        @Override
        List<Latency.Run> latency(Settings settings) {
            return new Latency(settings, Bench::say).measure();
        }
    }
}
