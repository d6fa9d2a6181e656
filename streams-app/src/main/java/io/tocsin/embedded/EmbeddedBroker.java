package io.tocsin.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.TransactionVersion;

/**
 * One Kafka node, broker and controller at once, in this process and on loopback only. Its data outlives it unless the folder is
 * temporary. Kafka syncs to disk lazily: killing the process loses nothing, cutting the machine's power may. Not for more than one
 * thread to start or close; {@link #bootstrapServers()} is for everybody.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "PLAINTEXT";

    private static final Duration ABANDON_LIMIT = Duration.ofSeconds(10);

    private final KafkaRaftServer server;
    private final Folder folder;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, Folder folder, String bootstrapServers) {
        this.server = server;
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Where a broker keeps its data and listens.
     *
     * @param data the folder, kept; a temporary one when empty
     * @param port of the broker; 0 is any free one
     * @param overrides broker properties that win over the embedded defaults
     */
    public record Options(Optional<Path> data, int port, Map<String, String> overrides) {
        public Options {
            Loopback.requireValid(port, "broker port");
            overrides = Map.copyOf(overrides);
        }

        /** A temporary folder and a free port. */
        public static Options temporary() {
            return new Options(Optional.empty(), 0, Map.of());
        }

        /** This folder and a free port. */
        public static Options in(Path data) {
            return new Options(Optional.of(data), 0, Map.of());
        }
    }

    /** Formats the folder if it is new, starts the node and returns when it serves clients. */
    public static EmbeddedBroker start(Options options) {
        int port = Loopback.port(options.port(), "broker");
        int controllerPort = Loopback.portOtherThan(port, "controller");
        Folder folder = Folder.hold(options.data());
        try {
            Map<String, String> properties = properties(folder.path(), port, controllerPort);
            properties.putAll(options.overrides());
            format(folder.path());
            return new EmbeddedBroker(serve(properties), folder, Loopback.HOST + ":" + port);
        } catch (RuntimeException e) {
            folder.close();
            throw new EmbeddedException(
                    "The embedded broker did not start on port %d with its data in %s: %s"
                            .formatted(port, folder.path(), firstCause(e).getMessage()),
                    e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the node; a temporary folder goes with it. */
    @Override
    public void close() {
        try (folder) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** Runs a broker as a process of its own: {@code DIRECTORY PORT}; prints {@code ready HOST:PORT} when it serves. */
    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("usage: EmbeddedBroker DIRECTORY PORT");
            System.exit(2);
        }
        EmbeddedBroker broker = start(new Options(Optional.of(Path.of(args[0])), Integer.parseInt(args[1]), Map.of()));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
        System.out.println("ready " + broker.bootstrapServers());
        broker.server.awaitShutdown();
    }

    private static KafkaRaftServer serve(Map<String, String> properties) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            FatalFaults.asExceptions(server::startup);
            return server;
        } catch (RuntimeException e) {
            abandon(server);
            throw e;
        }
    }

    /** Stops what has started of a server, for as long as that may take after a fault: some of its threads may not end. */
    private static void abandon(KafkaRaftServer server) {
        Thread stopping = new Thread(server::shutdown, "abandoned-broker-shutdown");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(ABANDON_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable firstCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setFeatureLevel(TransactionVersion.FEATURE_NAME, TransactionVersion.TV_2.featureLevel())
                    .setPrintStream(nowhere)
                    .run();
        } catch (Exception e) {
            throw new EmbeddedException("The data directory cannot be formatted.", e);
        }
    }

    private static Map<String, String> properties(Path data, int port, int controllerPort) {
        String broker = BROKER + "://" + Loopback.HOST + ":" + port;
        String controller = Loopback.HOST + ":" + controllerPort;
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("listeners", broker + "," + CONTROLLER + "://" + controller);
        properties.put("advertised.listeners", broker);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("inter.broker.listener.name", BROKER);
        properties.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("controller.quorum.voters", NODE + "@" + controller);
        properties.put("log.dirs", data.toString());
        properties.put("auto.create.topics.enable", "false");

        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");

        // After a kill the controller waits out the session of the broker that died before it admits the new one.
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        // A lone node serves few clients: nobody else joins a group in the first seconds, and threads and buffers are
        // memory.
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "4");
        return properties;
    }
}
