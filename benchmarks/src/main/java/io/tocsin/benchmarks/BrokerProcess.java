package io.tocsin.benchmarks;

import io.tocsin.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The broker in a JVM of its own: {@code DIRECTORY}. Says where it listens, and ends when its input does. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        EmbeddedBroker broker =
                EmbeddedBroker.start(new EmbeddedBroker.Options(Optional.of(Path.of(args[0])), 0, Map.of()));
        System.out.println("ready " + broker.bootstrapServers());
        ChildJvm.awaitEndOfInput();
        broker.close();
        System.exit(0);
    }
}
