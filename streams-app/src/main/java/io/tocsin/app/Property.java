package io.tocsin.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every property of the configuration: its name, its default and what it is for. The documented table is made from it. */
public enum Property {
    BOOTSTRAP_SERVERS(
            "bootstrap.servers", "", "Kafka brokers, host:port, comma-separated; without it the embedded one runs"),
    SCHEMA_REGISTRY_URL("schema.registry.url", "", "Schema registry; required with `bootstrap.servers`"),
    APPLICATION_ID(
            "application.id",
            "tocsin",
            "Name of the application on the cluster; instances that share it share the work"),
    TOPIC_PREFIX("topic.prefix", "tocsin", "What the names of all topics begin with"),
    PARTITIONS("partitions", "6", "Partitions of the topics that `tocsin topics --create` makes"),
    REPLICATION_FACTOR("replication.factor", "-1", "Replicas of topics; -1 takes the broker's default"),
    CLOCK("clock", "wall", "`wall` for live use, `stream` to replay: time is the newest publication seen"),
    RULES_FILE("rules.file", "", "Rules to apply at the start"),
    THREADS("threads", "2", "Stream threads of this instance"),
    STANDBYS("standby.replicas", "1", "Instances that keep a copy of each task's state"),
    INSTANCE_ID("instance.id", "", "Stable name of this instance, such as its host's; makes restarts quick"),
    GROUP_PROTOCOL("group.protocol", "classic", "`classic` or `streams`; the latter refuses changes of the topology"),
    STATE_DIR("state.dir", "", "Folder for local state; required with `bootstrap.servers`"),
    CACHE_BYTES("cache.bytes", "67108864", "Memory for coalescing state writes, in bytes"),
    STATE_MEMORY_BYTES(
            "state.memory.bytes",
            "268435456",
            "Blocks and unwritten records that all state stores together keep beside the heap, in bytes"),
    AHEAD("ahead", "26h", "How far a report may speak of the future"),
    PLACES_SITES("places.sites", "", "File of sites of your own, beside those of the gazetteer"),
    HISTORY("history", "36500d", "How far back reports are taken in; older ones leave the state"),
    HISTORY_REPORTS(
            "history.reports", "5000000", "Reports that a task remembers at the most; then its oldest days leave"),
    ARTICLES_KEPT(
            "articles.kept",
            "30d",
            "So long after an article was read a changed text of it changes the reports that it made"),
    TICK("tick", "1s", "How often the watch looks at what is due, and an alert says at most that it grew"),
    HTTP_HOST("http.host", "127.0.0.1", "Address of the HTTP server"),
    HTTP_PORT("http.port", "8080", "Port of the HTTP server; 0 takes a free one"),
    HTTP_TOKENS_FILE(
            "http.tokens.file", "", "File of bearer tokens, lines `ROLE TOKEN`; needed for any address but loopback"),
    HTTP_HOOKS_FILE("http.hooks.file", "", "File of senders that sign what they push, lines `NAME SECRET`"),
    HTTP_REPORTS_PER_SECOND(
            "http.reports.per.second",
            "200",
            "Reports that each caller may push on average; ten seconds' worth at once"),
    READY_MAX_LAG("ready.max.lag", "10000", "Records that the instance may lie behind and still be ready"),
    SHUTDOWN_TIMEOUT("shutdown.timeout", "20s", "How long a clean stop may take");

    /** Properties that begin so go to the Kafka clients without it: {@code kafka.security.protocol}. */
    public static final String KAFKA = "kafka.";

    /** Properties that begin so go to the registry client as they are. */
    public static final String REGISTRY = "schema.registry.";

    private final String key;
    private final String defaultValue;
    private final String meaning;

    Property(String key, String defaultValue, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** Its name in a file. */
    public String key() {
        return key;
    }

    /** Its name in the environment. */
    public String variable() {
        return "TOCSIN_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** What holds when it is not given; empty for nothing. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What it is for. */
    public String meaning() {
        return meaning;
    }

    static Optional<Property> of(String key) {
        return Arrays.stream(values())
                .filter(property -> property.key.equals(key))
                .findFirst();
    }
}
