package io.tocsin.cli;

import io.tocsin.app.Configuration;
import io.tocsin.app.Property;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.terminal.CommandFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cluster a command talks to: options, else the environment, else the file. */
final class Connection {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties of the cluster and the application; variables TOCSIN_… win over them.")
    private Path file;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,…",
            description = "The Kafka brokers; or the variable TOCSIN_BOOTSTRAP_SERVERS.")
    private String bootstrapServers;

    @Option(
            names = "--schema-registry-url",
            paramLabel = "URL",
            description = "The schema registry; or the variable TOCSIN_SCHEMA_REGISTRY_URL.")
    private String registryUrl;

    /** A client of the cluster, which answers. */
    Client connect() {
        return Client.connect(named());
    }

    /** The configuration, which names a cluster. */
    Configuration named() {
        Configuration configuration = configuration();
        if (configuration.cluster().bootstrapServers().isEmpty()) {
            throw CommandFailure.usage(
                    "which cluster? give --bootstrap-servers and --schema-registry-url, or --config FILE,"
                            + " or set " + Property.BOOTSTRAP_SERVERS.variable() + " and "
                            + Property.SCHEMA_REGISTRY_URL.variable());
        }
        return configuration;
    }

    /** What the options, the environment and the file say; it need not name a cluster. */
    Configuration configuration() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        give(environment, Property.BOOTSTRAP_SERVERS, bootstrapServers);
        give(environment, Property.SCHEMA_REGISTRY_URL, registryUrl);
        // A client keeps no state, but a cluster in the configuration asks for a place of it.
        environment.putIfAbsent(Property.STATE_DIR.variable(), ".");
        return Configuration.read(Optional.ofNullable(file), environment);
    }

    private static void give(Map<String, String> environment, Property property, String value) {
        if (value != null) {
            environment.put(property.variable(), value);
        }
    }
}
