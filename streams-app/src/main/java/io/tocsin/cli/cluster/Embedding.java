package io.tocsin.cli.cluster;

import io.tocsin.app.Configuration;
import io.tocsin.embedded.EmbeddedStack;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A cluster in this process, and the configuration that names it. */
public final class Embedding {

    private static final short ONE_REPLICA = 1;

    private Embedding() {}

    /**
     * Starts broker, registry and Connect worker.
     *
     * @param data where everything is kept; a temporary folder when empty
     * @param progress is told what is ready
     */
    public static EmbeddedStack start(Optional<Path> data, Consumer<String> progress) {
        return EmbeddedStack.start(
                data.map(EmbeddedStack.Options::in).orElseGet(EmbeddedStack.Options::temporary), progress);
    }

    /** The configuration with that cluster in it; local state lies beside the cluster's data. */
    public static Configuration configured(Configuration configuration, EmbeddedStack stack) {
        return configuration.with(configuration
                .cluster()
                .at(
                        stack.bootstrapServers(),
                        stack.registryUrl().toString(),
                        stack.data().resolve("state"),
                        ONE_REPLICA,
                        0));
    }
}
