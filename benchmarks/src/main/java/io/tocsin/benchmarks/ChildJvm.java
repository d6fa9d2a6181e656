package io.tocsin.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that lives no longer than this one: it ends when its input does, which the operating system closes even if this
 * process is killed. What it says comes in lines, a word and its value. For one thread.
 */
final class ChildJvm implements AutoCloseable {

    private static final Duration ENDING = Duration.ofSeconds(60);
    private static final String END = "";

    private static final List<String> INHERITED =
            List.of("org.apache.avro.SERIALIZABLE_PACKAGES", "logback.configurationFile");

    private final String name;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread killer;

    private ChildJvm(String name, Process process) {
        this.name = name;
        this.process = process;
        this.killer = new Thread(process::destroyForcibly, name + "-killer");
        Runtime.getRuntime().addShutdownHook(killer);
        Thread reader = new Thread(this::read, name + "-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the main class on this JVM's class path, with these options. */
    static ChildJvm start(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        INHERITED.forEach(property -> command.add("-D" + property + "=" + System.getProperty(property, "")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new ChildJvm(
                    main.getSimpleName(),
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(main.getSimpleName() + " cannot be started", e);
        }
    }

    /** For the child: returns when whoever started it is done with it, or gone. */
    static void awaitEndOfInput() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    /** The value of the next line that begins with the word; lines before it are passed over. */
    String await(String word, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            String line = nextLine(deadline - System.nanoTime());
            if (line.startsWith(word + " ")) {
                return line.substring(word.length()).strip();
            }
        }
    }

    private String nextLine(long nanos) {
        try {
            String line = lines.poll(nanos, TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new IllegalStateException(name + " does not answer");
            }
            if (line.equals(END)) {
                throw new IllegalStateException(name + " ended; what it wrote to the error output says why");
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    /** Throws if the process has ended. */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended; what it wrote to the error output says why");
        }
    }

    /** What it has used so far, its threads of this application apart. */
    ProcessUsage usage(String application) {
        return ProcessUsage.of(process.toHandle(), application);
    }

    /** Tells it to end in order. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Ends it, in order if it can, and waits until it has. */
    @Override
    public void close() {
        end();
        try {
            if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // this JVM is ending, and the hook runs or has run
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line + " ");
            }
        } catch (IOException e) {
            // the process is gone, which is told below
        }
        lines.add(END);
    }
}
