package io.tocsin.app;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.api.Health;
import io.tocsin.api.HttpServer;
import io.tocsin.api.Tokens;
import io.tocsin.api.push.Hooks;
import io.tocsin.api.push.Push;
import io.tocsin.metrics.Meters;
import io.tocsin.news.ArticleReader;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.topology.Codecs;
import io.tocsin.topology.Ticks;
import io.tocsin.topology.TocsinTopology;
import io.tocsin.topology.TopologySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance: the topology on a cluster, its meters and its HTTP server. */
public final class TocsinApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TocsinApp.class);
    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final short SAFE_TRANSACTIONS = 2;

    private final Configuration configuration;
    private final Admin admin;
    private final Codecs codecs;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMetrics;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gcMetrics = new JvmGcMetrics();
    private final Readiness readiness;
    private final PushedReports pushed;
    private final HttpServer http;
    private final CompletableFuture<Optional<Throwable>> ended = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private TocsinApp(Configuration configuration, Time system, Admin admin, int partitions) {
        this.configuration = configuration;
        this.admin = admin;
        Configuration.Cluster cluster = configuration.cluster();
        this.codecs = Codecs.at(registryProperties(cluster));
        Meters meters = new Meters(registry);
        Properties properties = StreamsProperties.of(cluster);
        TopologySettings settings = new TopologySettings(
                configuration.topics(),
                partitions,
                configuration.clock(),
                () -> Instant.ofEpochMilli(system.milliseconds()),
                configuration.ahead(),
                Ticks.every(configuration.tick()),
                configuration.history());
        Gazetteer gazetteer = Gazetteer.load(configuration.sites());
        Placing placing = new GazetteerPlacing(gazetteer);
        this.streams = new KafkaStreams(
                new TocsinTopology(
                                settings,
                                codecs,
                                meters,
                                placing,
                                new ScoredMatching(WeightTable.shipped()),
                                ArticleReader.with(gazetteer, placing)::read)
                        .build(new StreamsConfig(properties)),
                properties,
                new SteadyTime(system));
        streams.setUncaughtExceptionHandler(this::failed);
        streams.setStateListener((state, before) -> stateChanged(state));
        this.readiness = new Readiness(streams, admin, cluster, input(configuration, partitions));
        this.streamsMetrics = new KafkaStreamsMetrics(streams);
        bindMeters(meters);
        Tokens tokens = configuration.http().tokens().map(Tokens::read).orElse(Tokens.none());
        Hooks hooks = configuration.http().hooks().map(Hooks::read).orElse(Hooks.none());
        this.pushed = new PushedReports(configuration, InstantSource.system());
        this.http = HttpServer.start(
                configuration.http().host(),
                configuration.http().port(),
                tokens,
                registry::scrape,
                this::health,
                new Push(
                        tokens,
                        hooks,
                        pushed,
                        configuration.http().reportsPerSecond(),
                        meters,
                        InstantSource.system()));
    }

    /**
     * Starts an instance.
     *
     * @param configuration must name a cluster
     * @throws ConfigurationException if the cluster lacks what is needed; the message says what to do
     */
    public static TocsinApp start(Configuration configuration) {
        return start(configuration, Time.SYSTEM);
    }

    static TocsinApp start(Configuration configuration, Time system) {
        Admin admin = Admin.create(adminProperties(configuration.cluster()));
        try {
            requireSafeTransactions(admin);
            int partitions = new Topics(admin, configuration.topics()).reportPartitions();
            TocsinApp app = new TocsinApp(configuration, system, admin, partitions);
            app.streams.start();
            LOG.atInfo()
                    .setMessage("Started")
                    .addKeyValue("applicationId", configuration.cluster().applicationId())
                    .addKeyValue("partitions", partitions)
                    .addKeyValue("http", app.url())
                    .log();
            return app;
        } catch (RuntimeException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    /** The properties of an admin client for the cluster. */
    public static Map<String, Object> adminProperties(Configuration.Cluster cluster) {
        Map<String, Object> properties = new HashMap<>(cluster.kafka());
        properties.put("bootstrap.servers", cluster.bootstrapServers().orElseThrow());
        return properties;
    }

    /** The properties of serdes for the cluster's registry. */
    public static Map<String, Object> registryProperties(Configuration.Cluster cluster) {
        return Map.copyOf(cluster.registry());
    }

    /** Where the HTTP server listens. */
    public String url() {
        return http.url();
    }

    /** Whether the instance is ready. */
    public boolean isReady() {
        return readiness.ask().ready();
    }

    /** Waits until the instance ends: with nothing after a clean stop, with the first cause after a failure. */
    public Optional<Throwable> awaitEnd() {
        return ended.join();
    }

    /** Stops cleanly: takes in no more, commits, leaves the group unless its name is kept for a restart. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            boolean returns = configuration.cluster().instanceId().isPresent();
            boolean inTime =
                    streams.close(CloseOptions.timeout(configuration.cluster().shutdownTimeout())
                            .withGroupMembershipOperation(
                                    returns
                                            ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
                                            : CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
            http.close();
            pushed.close();
            streamsMetrics.close();
            gcMetrics.close();
            codecs.close();
            admin.close(Duration.ZERO);
            registry.close();
            ended.complete(Optional.empty());
            LOG.atInfo().setMessage("Stopped").addKeyValue("inTime", inTime).log();
        }
    }

    private StreamThreadExceptionResponse failed(Throwable cause) {
        Throwable first = cause;
        while (first.getCause() != null && first.getCause() != first) {
            first = first.getCause();
        }
        LOG.atError()
                .setMessage("The pipeline failed and stops; nothing that was committed is lost")
                .addKeyValue("error", first.toString())
                .setCause(cause)
                .log();
        ended.complete(Optional.of(first));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void stateChanged(KafkaStreams.State state) {
        if (state == KafkaStreams.State.ERROR) {
            ended.complete(Optional.of(new IllegalStateException("Kafka Streams ended in state ERROR")));
        }
    }

    private Health health() {
        boolean live = streams.state() != KafkaStreams.State.ERROR && streams.state() != KafkaStreams.State.NOT_RUNNING;
        Readiness.Answer answer = readiness.ask();
        return new Health(live, answer.ready(), answer.reason());
    }

    private void bindMeters(Meters meters) {
        meters.ready(this::isReady);
        streamsMetrics.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        gcMetrics.bindTo(registry);
    }

    private static Set<TopicPartition> input(Configuration configuration, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(partition ->
                        new TopicPartition(configuration.topics().reports().name(), partition))
                .collect(Collectors.toSet());
    }

    /** Below version 2 of the transaction protocol, writes can be lost or torn (KIP-890). */
    private static void requireSafeTransactions(Admin admin) {
        flawOfTransactions(admin).ifPresent(flaw -> {
            throw new ConfigurationException(flaw);
        });
    }

    /** Why the cluster is not safe for exactly once, and what to do; empty where it is. */
    public static Optional<String> flawOfTransactions(Admin admin) {
        FinalizedVersionRange version = Topics.await(admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get(TRANSACTION_VERSION);
        return version != null && version.maxVersionLevel() >= SAFE_TRANSACTIONS
                ? Optional.empty()
                : Optional.of("the cluster's " + TRANSACTION_VERSION + " is "
                        + (version == null ? "0" : version.maxVersionLevel()) + ", and exactly-once needs "
                        + SAFE_TRANSACTIONS + "; upgrade it with: kafka-features.sh upgrade --feature "
                        + TRANSACTION_VERSION + "=" + SAFE_TRANSACTIONS);
    }
}
