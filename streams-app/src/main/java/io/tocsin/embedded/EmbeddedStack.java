package io.tocsin.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that Tocsin needs around it, in this process: broker, registry and Connect worker, on loopback only and over one data
 * directory, which one process at a time may use.
 *
 * <pre>
 * kafka/      the broker's logs
 * registry/   the registry's file
 * connect/    the worker's offsets
 * lock        there and in each of them, held while it runs; contains the process id
 *
 * start   lock ─┬─ broker ───┬─ Connect
 *               └─ registry ─┘
 * close   Connect, registry, broker, lock
 * </pre>
 */
public final class EmbeddedStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStack.class);

    private final Folder data;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final EmbeddedConnect connect;
    private final Parts parts;

    private EmbeddedStack(
            Folder data, EmbeddedBroker broker, EmbeddedRegistry registry, EmbeddedConnect connect, Parts parts) {
        this.data = data;
        this.broker = broker;
        this.registry = registry;
        this.connect = connect;
        this.parts = parts;
    }

    /**
     * Where a stack keeps its data and listens.
     *
     * @param data the folder, kept; a temporary one when empty
     * @param brokerPort 0 is any free port, here and below
     * @param registryPort of the schema registry
     * @param connectPort of Connect's REST API
     */
    public record Options(Optional<Path> data, int brokerPort, int registryPort, int connectPort) {
        public Options {
            Loopback.requireValid(brokerPort, "broker port");
            Loopback.requireValid(registryPort, "registry port");
            Loopback.requireValid(connectPort, "Connect port");
        }

        /** A temporary folder and free ports. */
        public static Options temporary() {
            return new Options(Optional.empty(), 0, 0, 0);
        }

        /** This folder and free ports. */
        public static Options in(Path data) {
            return new Options(Optional.of(data), 0, 0, 0);
        }
    }

    /** Starts all parts; what has started is stopped again if one does not. Progress comes as sentences. */
    public static EmbeddedStack start(Options options, Consumer<String> progress) {
        Parts parts = new Parts();
        try {
            Folder data = parts.add("data directory", Folder.hold(options.data()));
            CompletableFuture<EmbeddedRegistry> starting = CompletableFuture.supplyAsync(() -> registry(options, data));
            EmbeddedBroker broker;
            EmbeddedRegistry registry;
            try {
                broker = parts.add("broker", broker(options, data));
                progress.accept("Kafka is ready at " + broker.bootstrapServers());
            } finally {
                registry = parts.add("registry", started(starting));
            }
            progress.accept("The schema registry is ready at " + registry.url());
            EmbeddedConnect connect = parts.add("Connect", connect(options, data, broker));
            progress.accept("Kafka Connect is ready at " + connect.url());
            return new EmbeddedStack(data, broker, registry, connect, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public URI registryUrl() {
        return registry.url();
    }

    /** The folder that holds everything; gone after {@link #close()} if it is temporary. */
    public Path data() {
        return data.path();
    }

    public EmbeddedConnect connect() {
        return connect;
    }

    /** Stops the parts, the last started first; a temporary folder goes with them. One that fails to stop does not keep the others. */
    @Override
    public void close() {
        parts.close();
    }

    private static EmbeddedBroker broker(Options options, Folder data) {
        return EmbeddedBroker.start(
                new EmbeddedBroker.Options(Optional.of(data.path().resolve("kafka")), options.brokerPort(), Map.of()));
    }

    private static EmbeddedRegistry registry(Options options, Folder data) {
        return EmbeddedRegistry.start(
                new EmbeddedRegistry.Options(Optional.of(data.path().resolve("registry")), options.registryPort()));
    }

    private static EmbeddedConnect connect(Options options, Folder data, EmbeddedBroker broker) {
        return EmbeddedConnect.start(new EmbeddedConnect.Options(
                broker.bootstrapServers(), data.path().resolve("connect"), options.connectPort(), Map.of()));
    }

    private static <T> T started(CompletableFuture<T> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What has been started, for stopping in the opposite order. */
    private static final class Parts implements AutoCloseable {
        private final Deque<Part> started = new ArrayDeque<>();

        <T extends AutoCloseable> T add(String name, T part) {
            started.push(new Part(name, part));
            return part;
        }

        @Override
        public void close() {
            while (!started.isEmpty()) {
                Part part = started.pop();
                try {
                    part.closeable().close();
                } catch (Exception e) {
                    LOG.atWarn().setCause(e).addKeyValue("part", part.name()).log("A part did not stop in order");
                }
            }
        }
    }

    private record Part(String name, AutoCloseable closeable) {}
}
