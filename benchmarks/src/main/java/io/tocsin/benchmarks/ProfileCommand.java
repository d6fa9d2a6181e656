package io.tocsin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code profile}: where the time goes, from a flight recording. */
@Command(
        name = "profile",
        description = "Where Tocsin's time goes, from a flight recording.",
        mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {

    private static final int ROWS = 20;

    @Option(
            names = "--reports",
            defaultValue = "1000000",
            description = "Reports to replay. Default: ${DEFAULT-VALUE}.")
    private int reports;

    @Option(names = "--recording", paramLabel = "FILE", description = "Keeps the flight recording there.")
    private Optional<Path> recording = Optional.empty();

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws IOException {
        Settings settings = options.settings(reports, EnumSet.of(Contestant.TOCSIN));
        System.out.println(Machine.here());
        System.out.println(settings.facts());
        Files.createDirectories(settings.folder());
        Path file =
                recording.isPresent() ? recording.get() : Files.createTempFile(settings.folder(), "tocsin-", ".jfr");
        List<String> jvm = new ArrayList<>(settings.streamsOptions());
        jvm.add("-XX:+UnlockDiagnosticVMOptions");
        jvm.add("-XX:+DebugNonSafepoints");
        jvm.add("-Xlog:jfr*=off");
        jvm.add("-XX:FlightRecorderOptions=stackdepth=256");
        jvm.add("-XX:StartFlightRecording=" + Profile.EVENTS + ",filename=" + file.toAbsolutePath());
        try (Bed bed = Bed.in(settings)) {
            Throughput.Run run = new Throughput(settings, Bench::say).run(bed, Contestant.TOCSIN, 1, jvm);
            System.out.print(Summary.throughput(List.of(run)));
        }
        System.out.print(Profile.of(file).text(ROWS));
        if (recording.isEmpty()) {
            Files.delete(file);
        }
        return 0;
    }
}
