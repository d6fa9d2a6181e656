package io.tocsin.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process has used, as Linux counts it; elsewhere only its processor time is known.
 *
 * @param cpu processor time of all its threads
 * @param streamThreads of the threads of Kafka Streams
 * @param peakResident the most physical memory, in bytes
 */
record ProcessUsage(Duration cpu, Duration streamThreads, long peakResident) {

    /** The system keeps at the least so much of the beginning of a thread's name. */
    private static final int NAME_KEPT = 7;

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final long MILLIS_PER_TICK = 10;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /**
     * What the process has used so far.
     *
     * @param application id of the application, which the names of its threads begin with
     */
    static ProcessUsage of(ProcessHandle process, String application) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        if (!Files.exists(folder)) {
            return new ProcessUsage(cpu, Duration.ZERO, 0);
        }
        String name = application.substring(0, Math.min(NAME_KEPT, application.length()));
        return new ProcessUsage(cpu, threads(folder.resolve("task"), name), peakResident(folder.resolve("status")));
    }

    private static Duration threads(Path tasks, String name) {
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.map(thread -> ifNamed(thread, name)).reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration ifNamed(Path thread, String name) {
        try {
            if (!Files.readString(thread.resolve("comm")).startsWith(name)) {
                return Duration.ZERO;
            }
            String stat = Files.readString(thread.resolve("stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(afterName[USER_TICKS]) + Long.parseLong(afterName[SYSTEM_TICKS]);
            return Duration.ofMillis(ticks * MILLIS_PER_TICK);
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long peakResident(Path status) {
        try {
            List<String> lines = Files.readAllLines(status);
            return lines.stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(NO_DIGIT.matcher(line).replaceAll("")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
