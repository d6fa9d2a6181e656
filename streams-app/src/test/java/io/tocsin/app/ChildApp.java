package io.tocsin.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The application as a process of its own, which can be killed. */
final class ChildApp {

    private ChildApp() {}

    /** Runs an instance with the configuration in the file of that name. */
    public static void main(String[] args) {
        TocsinApp app = TocsinApp.start(Configuration.read(Optional.of(Path.of(args[0])), Map.of()));
        Optional<Throwable> cause = app.awaitEnd();
        cause.ifPresent(Throwable::printStackTrace);
        System.exit(cause.isPresent() ? 1 : 0);
    }

    /** Starts an instance whose configuration and log lie in the folder. */
    static Process start(Path folder, Map<String, String> configuration) throws IOException {
        Path file = folder.resolve("tocsin.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            Properties properties = new Properties();
            properties.putAll(configuration);
            properties.store(writer, null);
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES="
                                + System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildApp.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    /** What all instances in the folder logged. */
    static Path log(Path folder) {
        return folder.resolve("tocsin.log");
    }
}
