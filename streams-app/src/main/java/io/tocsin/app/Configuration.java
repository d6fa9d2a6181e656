package io.tocsin.app;

import io.tocsin.schemas.topics.TopicCatalogue;
import io.tocsin.topology.History;
import io.tocsin.topology.TopologySettings.Clock;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration, read once, checked, typed. Values come from a file, and from the environment where a variable is
 * set; an unknown property is refused by name.
 */
public record Configuration(
        Cluster cluster,
        Http http,
        TopicCatalogue topics,
        Clock clock,
        Duration ahead,
        Duration tick,
        History history,
        Optional<Path> sites,
        Optional<Path> rules) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    /** With less, what is written is flushed with every few records. */
    private static final int LEAST_STATE_MEMORY = 32 * 1024 * 1024;

    /** What Kafka takes in names, and short enough for what it puts before and after them. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

    /**
     * The cluster, and the instance's place in it.
     *
     * @param bootstrapServers empty: the embedded one
     * @param kafka properties for all Kafka clients
     * @param registry properties for the registry client, its URL among them
     */
    public record Cluster(
            Optional<String> bootstrapServers,
            String applicationId,
            int partitions,
            short replicationFactor,
            int threads,
            int standbys,
            Optional<String> instanceId,
            String groupProtocol,
            Optional<Path> stateDir,
            long cacheBytes,
            long stateMemoryBytes,
            long readyMaxLag,
            Duration shutdownTimeout,
            Map<String, String> kafka,
            Map<String, String> registry) {

        /** The same, at another cluster. */
        public Cluster at(String servers, String registryUrl, Path state, short replicas, int standbyReplicas) {
            Map<String, String> withUrl = new HashMap<>(registry);
            withUrl.put(Property.SCHEMA_REGISTRY_URL.key(), registryUrl);
            return new Cluster(
                    Optional.of(servers),
                    applicationId,
                    partitions,
                    replicas,
                    threads,
                    standbyReplicas,
                    instanceId,
                    groupProtocol,
                    Optional.of(state),
                    cacheBytes,
                    stateMemoryBytes,
                    readyMaxLag,
                    shutdownTimeout,
                    kafka,
                    Map.copyOf(withUrl));
        }
    }

    /** The HTTP server. Without a file of tokens it listens on loopback only. */
    public record Http(String host, int port, Optional<Path> tokens, Optional<Path> hooks, int reportsPerSecond) {}

    /** The same, at another cluster. */
    public Configuration with(Cluster other) {
        return new Configuration(other, http, topics, clock, ahead, tick, history, sites, rules);
    }

    /** The same, remembering this much. */
    public Configuration remembering(History other) {
        return new Configuration(cluster, http, topics, clock, ahead, tick, other, sites, rules);
    }

    /** The same, with another port, clock and rules. */
    public Configuration with(int port, Clock otherClock, Optional<Path> otherRules) {
        return new Configuration(
                cluster,
                new Http(http.host(), port, http.tokens(), http.hooks(), http.reportsPerSecond()),
                topics,
                otherClock,
                ahead,
                tick,
                history,
                sites,
                otherRules);
    }

    /**
     * Reads the configuration.
     *
     * @param file properties; empty for none
     * @param environment whose {@code TOCSIN_…} variables win over the file
     * @throws ConfigurationException naming property, value and remedy
     */
    public static Configuration read(Optional<Path> file, Map<String, String> environment) {
        return of(merged(file.map(Configuration::properties).orElse(Map.of()), environment));
    }

    /** The configuration of these values; what is not given has its default. */
    public static Configuration of(Map<String, String> values) {
        Values given = new Values(values);
        Cluster cluster = new Cluster(
                given.text(Property.BOOTSTRAP_SERVERS),
                given.name(Property.APPLICATION_ID),
                given.number(Property.PARTITIONS, 1, 10_000),
                (short) given.replicas(Property.REPLICATION_FACTOR),
                given.number(Property.THREADS, 1, 256),
                given.number(Property.STANDBYS, 0, 100),
                given.text(Property.INSTANCE_ID).map(id -> given.name(Property.INSTANCE_ID)),
                given.oneOf(Property.GROUP_PROTOCOL, "classic", "streams"),
                given.text(Property.STATE_DIR).map(Path::of),
                given.number(Property.CACHE_BYTES, 0, Integer.MAX_VALUE),
                given.number(Property.STATE_MEMORY_BYTES, LEAST_STATE_MEMORY, Integer.MAX_VALUE),
                given.number(Property.READY_MAX_LAG, 0, Integer.MAX_VALUE),
                given.duration(Property.SHUTDOWN_TIMEOUT),
                given.under(Property.KAFKA, Property.KAFKA.length()),
                given.under(Property.REGISTRY, 0));
        if (cluster.bootstrapServers().isPresent()) {
            given.required(Property.SCHEMA_REGISTRY_URL);
            given.required(Property.STATE_DIR);
        }
        return new Configuration(
                cluster,
                http(given),
                TopicCatalogue.withPrefix(given.name(Property.TOPIC_PREFIX)),
                Clock.valueOf(given.oneOf(Property.CLOCK, "wall", "stream").toUpperCase(Locale.ROOT)),
                given.duration(Property.AHEAD),
                given.longerThanNothing(Property.TICK),
                history(given),
                given.text(Property.PLACES_SITES).map(Path::of),
                given.text(Property.RULES_FILE).map(Path::of));
    }

    private static History history(Values given) {
        Duration span = given.duration(Property.HISTORY);
        if (span.compareTo(Duration.ofDays(1)) < 0) {
            throw new ConfigurationException(Property.HISTORY, span.toString(), "give at least 1d");
        }
        return new History(
                span,
                given.number(Property.HISTORY_REPORTS, 1, Integer.MAX_VALUE),
                given.duration(Property.ARTICLES_KEPT));
    }

    private static Http http(Values given) {
        String host = given.required(Property.HTTP_HOST);
        Optional<Path> tokens = given.text(Property.HTTP_TOKENS_FILE).map(Path::of);
        try {
            if (tokens.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new ConfigurationException(
                        Property.HTTP_HOST,
                        host,
                        "without bearer tokens only a loopback address such as 127.0.0.1 is allowed; set "
                                + Property.HTTP_TOKENS_FILE.key());
            }
        } catch (UnknownHostException e) {
            throw new ConfigurationException(Property.HTTP_HOST, host, "no such host; give an address of this machine");
        }
        return new Http(
                host,
                given.number(Property.HTTP_PORT, 0, 65_535),
                tokens,
                given.text(Property.HTTP_HOOKS_FILE).map(Path::of),
                given.number(Property.HTTP_REPORTS_PER_SECOND, 1, 1_000_000));
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new ConfigurationException("the configuration file " + file + " cannot be read: " + e.getMessage());
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static Map<String, String> merged(Map<String, String> file, Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>(file);
        environment.forEach((variable, value) -> {
            for (Property property : Property.values()) {
                if (property.variable().equals(variable)) {
                    values.put(property.key(), value);
                }
            }
            for (String prefix : new String[] {Property.KAFKA, Property.REGISTRY}) {
                String start = "TOCSIN_" + prefix.toUpperCase(Locale.ROOT).replace('.', '_');
                boolean known = Property.SCHEMA_REGISTRY_URL.variable().equals(variable);
                if (variable.startsWith(start) && !known) {
                    String rest = variable.substring(start.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.');
                    values.put(prefix + rest, value);
                }
            }
        });
        return values;
    }

    /** The values as given, checked one by one. */
    private static final class Values {
        private final Map<Property, String> known = new EnumMap<>(Property.class);
        private final Map<String, String> all;

        Values(Map<String, String> values) {
            this.all = values;
            values.forEach((key, value) -> {
                Optional<Property> property = Property.of(key);
                boolean handedOn = key.startsWith(Property.KAFKA) || key.startsWith(Property.REGISTRY);
                if (property.isEmpty() && !handedOn) {
                    throw new ConfigurationException("unknown property \"" + key
                            + "\"; remove it, or see the table of properties in the README");
                }
                property.ifPresent(p -> known.put(p, value.strip()));
            });
        }

        Optional<String> text(Property property) {
            String value = known.getOrDefault(property, property.defaultValue());
            return Optional.of(value).filter(text -> !text.isEmpty());
        }

        String required(Property property) {
            return text(property)
                    .orElseThrow(() -> new ConfigurationException(
                            property, "", "is required; set it, or the variable " + property.variable()));
        }

        String name(Property property) {
            String text = required(property);
            if (!NAME.matcher(text).matches()) {
                throw new ConfigurationException(
                        property, text, "must be 1 to 200 of the letters a-z and A-Z, digits, \".\", \"_\" and \"-\"");
            }
            return text;
        }

        int replicas(Property property) {
            return required(property).equals("-1")
                    ? -1
                    : number(property, 1, 100, "-1 for the broker's default, or a whole number from 1 to 100");
        }

        int number(Property property, int least, int most) {
            return number(property, least, most, "a whole number from " + least + " to " + most);
        }

        private int number(Property property, int least, int most, String wanted) {
            String text = required(property);
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // refused below, with the same words
            }
            throw new ConfigurationException(property, text, "must be " + wanted);
        }

        String oneOf(Property property, String... allowed) {
            String text = required(property);
            for (String candidate : allowed) {
                if (candidate.equals(text)) {
                    return text;
                }
            }
            throw new ConfigurationException(property, text, "must be one of " + String.join(", ", allowed));
        }

        Duration duration(Property property) {
            String text = required(property);
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) {
                throw new ConfigurationException(
                        property, text, "must be a duration such as 500ms, 20s, 15m, 26h or 3d");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }

        Duration longerThanNothing(Property property) {
            Duration duration = duration(property);
            if (duration.isZero()) {
                throw new ConfigurationException(property, required(property), "must be longer than 0");
            }
            return duration;
        }

        Map<String, String> under(String prefix, int cut) {
            Map<String, String> values = new HashMap<>();
            all.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    values.put(key.substring(cut), value.strip());
                }
            });
            return Map.copyOf(values);
        }
    }
}
