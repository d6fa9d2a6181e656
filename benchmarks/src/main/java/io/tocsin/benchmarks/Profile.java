package io.tocsin.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * A flight recording, counted: samples of running Java code, and of native code other than waiting, which is RocksDB's.
 * Allocation is weighed by what each sample stands for.
 */
final class Profile {

    /** Samples at the same distance in Java and native code, so that they can be added up. */
    static final String EVENTS = "settings=profile,jdk.ExecutionSample#period=10ms,jdk.NativeMethodSample#period=10ms";

    private static final Pattern PLUMBING =
            Pattern.compile("java\\.|jdk\\.|org\\.apache\\.kafka\\.streams\\.(processor|kstream)\\.");

    private final Map<String, Long> byThread = new HashMap<>();
    private final Map<String, Long> byTopFrame = new HashMap<>();
    private final Map<String, Long> byPackage = new HashMap<>();
    private final Map<String, Long> within = new HashMap<>();
    private final Map<String, Long> allocatedByClass = new HashMap<>();
    private final Map<String, Long> allocatedWithin = new HashMap<>();
    private long samples;
    private long allocated;

    private Profile() {}

    /** Reads the recording. */
    static Profile of(Path recording) throws IOException {
        Profile profile = new Profile();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                profile.add(file.readEvent());
            }
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> addSample(event, frames);
            case "jdk.NativeMethodSample" -> {
                if (className(frames.get(0)).startsWith("org.rocksdb.")) {
                    addSample(event, frames);
                }
            }
            case "jdk.ObjectAllocationSample" -> addAllocation(event, frames);
            default -> {
                // not a sample
            }
        }
    }

    private void addSample(RecordedEvent event, List<RecordedFrame> frames) {
        samples++;
        RecordedThread thread = event.getThread("sampledThread");
        String threadName = thread == null || thread.getJavaName() == null ? "?" : thread.getJavaName();
        count(byThread, kind(threadName), 1);
        count(byTopFrame, method(frames.get(0)), 1);
        count(byPackage, packageOf(className(frames.get(0))), 1);
        distinct(frames).forEach(method -> count(within, method, 1));
    }

    private void addAllocation(RecordedEvent event, List<RecordedFrame> frames) {
        long weight = event.getLong("weight");
        RecordedClass type = event.getClass("objectClass");
        allocated += weight;
        count(allocatedByClass, type.getName(), weight);
        distinct(frames).forEach(method -> count(allocatedWithin, method, weight));
    }

    /** The tables, as text. */
    String text(int rows) {
        return table("CPU samples by thread (" + samples + " samples)", byThread, samples, rows)
                + table("CPU samples by package of the top frame", byPackage, samples, rows)
                + table("CPU samples by top frame", byTopFrame, samples, rows)
                + table("CPU samples anywhere within", within, samples, 2 * rows)
                + table("Allocated bytes by class", allocatedByClass, allocated, rows)
                + table("Allocated bytes anywhere within", allocatedWithin, allocated, 2 * rows);
    }

    private static String table(String title, Map<String, Long> counts, long all, int rows) {
        StringBuilder text = new StringBuilder("\n").append(title).append('\n');
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(rows)
                .forEach(entry ->
                        text.append(String.format("  %5.1f %%  %s%n", 100.0 * entry.getValue() / all, entry.getKey())));
        return text.toString();
    }

    /** The methods on the stack other than those that only lead to others, each once however often it is there. */
    private static Set<String> distinct(List<RecordedFrame> frames) {
        Set<String> methods = new HashSet<>();
        frames.stream()
                .filter(frame -> !PLUMBING.matcher(className(frame)).lookingAt())
                .forEach(frame -> methods.add(method(frame)));
        return methods;
    }

    private static String kind(String thread) {
        return thread.replaceAll("^.*[0-9a-f]{12}-", "").replaceAll("\\d+", "N");
    }

    private static String method(RecordedFrame frame) {
        String type = className(frame);
        return shortened(type) + "." + frame.getMethod().getName();
    }

    private static String className(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    /** Packages by their first letters, which leaves the line readable. */
    private static String shortened(String className) {
        String packageName = packageOf(className);
        return packageName.isEmpty()
                ? className
                : packageName.replaceAll("(\\w)\\w*", "$1") + className.substring(packageName.length());
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    private static void count(Map<String, Long> counts, String key, long by) {
        counts.merge(key, by, Long::sum);
    }
}
