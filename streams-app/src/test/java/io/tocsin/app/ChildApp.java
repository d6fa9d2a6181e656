package io.tocsin.app;

import io.tocsin.fixtures.ChildJvm;
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
        return ChildJvm.of(ChildApp.class, "256m", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    /** What all instances in the folder logged. */
    static Path log(Path folder) {
        return folder.resolve("tocsin.log");
    }
}
