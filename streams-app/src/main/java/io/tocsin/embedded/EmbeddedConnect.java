package io.tocsin.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.connector.policy.ConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.converters.ByteArrayConverter;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Herder.Created;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.ConnectRestServer;
import org.apache.kafka.connect.runtime.rest.RestClient;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.util.Callback;
import org.apache.kafka.connect.util.FutureCallback;

/**
 * A Connect standalone worker in this process, its REST API on loopback only. Plug-ins are those of the class path that are listed in
 * {@code META-INF/services}. It is put together here rather than by Connect's own launcher, because that one ends the JVM when a
 * start fails and stops the worker by a shutdown hook of its own, beside the owner's order. For any number of threads.
 */
public final class EmbeddedConnect implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OFFSETS = "offsets";

    private final StandaloneHerder herder;
    private final ConnectRestServer rest;
    private final Folder folder;

    private EmbeddedConnect(StandaloneHerder herder, ConnectRestServer rest, Folder folder) {
        this.herder = herder;
        this.rest = rest;
        this.folder = folder;
    }

    /**
     * Which cluster a worker serves, where it keeps offsets and listens.
     *
     * @param bootstrapServers of the cluster
     * @param data the folder for the offsets, kept
     * @param port of the REST API; 0 is any free one
     * @param overrides worker properties that win over the embedded defaults
     */
    public record Options(String bootstrapServers, Path data, int port, Map<String, String> overrides) {
        public Options {
            Loopback.requireValid(port, "Connect port");
            overrides = Map.copyOf(overrides);
        }

        /** A worker on a free port. */
        public static Options of(String bootstrapServers, Path data) {
            return new Options(bootstrapServers, data, 0, Map.of());
        }
    }

    /** Finds the plug-ins, reaches the cluster and returns when the worker takes connectors. */
    public static EmbeddedConnect start(Options options) {
        Folder folder = Folder.hold(options.data());
        Path offsets = folder.path().resolve(OFFSETS);
        Map<String, String> properties = properties(options, OffsetFile.draftOf(offsets));
        properties.putAll(options.overrides());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Plugins plugins = new Plugins(properties);
            plugins.compareAndSwapWithDelegatingLoader();
            return start(new StandaloneConfig(properties), plugins, folder, offsets);
        } catch (RuntimeException e) {
            folder.close();
            throw new EmbeddedException(
                    "The embedded Connect worker did not start against %s: %s"
                            .formatted(options.bootstrapServers(), e.getMessage()),
                    e);
        } finally {
            Plugins.compareAndSwapLoaders(before);
        }
    }

    public URI url() {
        return rest.advertisedUrl();
    }

    /** Starts a connector, or restarts it with a new configuration; returns when its tasks have been handed to their threads. */
    public void startConnector(String name, Map<String, String> config) {
        Map<String, String> named = new HashMap<>(config);
        named.put("name", name);
        await("started", name, callback -> herder.putConnectorConfig(name, named, true, callback));
    }

    /** Stops a connector and forgets its configuration; its offsets stay. */
    public void removeConnector(String name) {
        await("removed", name, callback -> herder.deleteConnectorConfig(name, callback));
    }

    public Collection<String> connectors() {
        return new TreeSet<>(herder.connectors());
    }

    /** Empty when there is no such connector. */
    public Optional<ConnectorStatus> status(String name) {
        try {
            return Optional.of(ConnectorStatus.of(herder.connectorStatus(name)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Stops every task, writes its last offsets, then ends the REST API and the worker. */
    @Override
    public void close() {
        try (folder) {
            try {
                rest.stop();
            } finally {
                herder.stop();
            }
        }
    }

    private static EmbeddedConnect start(StandaloneConfig config, Plugins plugins, Folder folder, Path offsets) {
        String cluster = config.kafkaClusterId();
        ConnectRestServer rest =
                new ConnectRestServer(config.rebalanceTimeout(), new RestClient(config), config.originals());
        try {
            rest.initializeServer();
            StandaloneHerder herder = herder(config, plugins, offsets, cluster, rest.advertisedUrl());
            EmbeddedConnect connect = new EmbeddedConnect(herder, rest, folder);
            connect.serve();
            return connect;
        } catch (RuntimeException e) {
            rest.stop();
            throw e;
        }
    }

    private void serve() {
        try {
            herder.start();
            rest.initializeResources(herder);
            herder.ready();
        } catch (RuntimeException e) {
            herder.stop();
            throw e;
        }
    }

    private static StandaloneHerder herder(
            StandaloneConfig config, Plugins plugins, Path offsets, String cluster, URI url) {
        ConnectorClientConfigOverridePolicy policy = new AllConnectorClientConfigOverridePolicy();
        OffsetFile store = new OffsetFile(
                offsets,
                plugins.newInternalConverter(true, JsonConverter.class.getName(), Map.of("schemas.enable", "false")));
        store.configure(config);
        String worker = url.getHost() + ":" + url.getPort();
        return new StandaloneHerder(new Worker(worker, Time.SYSTEM, plugins, config, store, policy), cluster, policy);
    }

    private static Map<String, String> properties(Options options, Path offsets) {
        Map<String, String> properties = new HashMap<>();
        properties.put("bootstrap.servers", options.bootstrapServers());
        properties.put("listeners", "http://%s:%d".formatted(Loopback.HOST, options.port()));
        properties.put("key.converter", ByteArrayConverter.class.getName());
        properties.put("value.converter", ByteArrayConverter.class.getName());
        properties.put("offset.storage.file.filename", offsets.toString());
        properties.put("offset.flush.interval.ms", "1000");
        properties.put("plugin.discovery", "service_load");
        // What was rolled back was never announced.
        properties.put("consumer.isolation.level", "read_committed");
        // Secrets of connectors, which do not belong into their files: ${env:TOCSIN_SECRET_…}.
        properties.put("config.providers", "env");
        properties.put("config.providers.env.class", EnvVarConfigProvider.class.getName());
        properties.put("config.providers.env.param.allowlist.pattern", "^TOCSIN_SECRET_.*");
        // For the one look-up of the cluster at the start: an unreachable cluster is reported soon.
        properties.put("request.timeout.ms", "10000");
        properties.put("default.api.timeout.ms", "15000");
        return properties;
    }

    private static void await(String deed, String name, Consumer<Callback<Created<ConnectorInfo>>> request) {
        FutureCallback<Created<ConnectorInfo>> done = new FutureCallback<>();
        try {
            request.accept(done);
            done.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new EmbeddedException(
                    "The connector %s was not %s: %s"
                            .formatted(name, deed, e.getCause().getMessage()),
                    e.getCause());
        } catch (TimeoutException e) {
            throw new EmbeddedException(
                    "The connector %s was not %s within %d s.".formatted(name, deed, LIMIT.toSeconds()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException("Interrupted before the connector %s was %s.".formatted(name, deed), e);
        }
    }
}
