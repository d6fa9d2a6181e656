package io.tocsin.connectors.news;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tocsin.connectors.news.SourceEntry.Text;
import io.tocsin.connectors.web.WebConfig;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/** Reads the list of feeds, written in JSON or YAML. What is wrong is named by feed and field. */
final class SourceList {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> FIELDS =
            Set.of("name", "url", "source", "reliability", "language", "interval", "expected-interval", "text");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})\\s*([smhd])");
    private static final int MOST_FEEDS = 1_000;

    private final String setting;
    private final double usualReliability;

    private SourceList(String setting, double usualReliability) {
        this.setting = setting;
        this.usualReliability = usualReliability;
    }

    /**
     * The feeds of a list, at least one.
     *
     * @throws ConfigException if the list is wrong
     */
    static List<SourceEntry> parse(String setting, String text, double usualReliability) {
        return new SourceList(setting, usualReliability).parse(text);
    }

    private List<SourceEntry> parse(String text) {
        JsonNode list = tree(text);
        boolean usable = list.isArray() && !list.isEmpty() && list.size() <= MOST_FEEDS;
        if (!usable) {
            throw wrong("must be a list of 1 to " + MOST_FEEDS + " feeds");
        }
        List<SourceEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : list) {
            SourceEntry entry = entry(node, entries.size() + 1);
            if (!names.add(entry.name())) {
                throw wrong("has two feeds with the name '" + entry.name() + "'");
            }
            entries.add(entry);
        }
        return entries;
    }

    private JsonNode tree(String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            return tree == null ? YAML.nullNode() : tree;
        } catch (JsonProcessingException e) {
            throw wrong("is neither JSON nor YAML: " + e.getOriginalMessage());
        }
    }

    private SourceEntry entry(JsonNode node, int position) {
        if (!node.isObject()) {
            throw wrong("has a feed " + position + " that is no object with name and url");
        }
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!FIELDS.contains(field)) {
                throw wrong("has in feed " + position + " the unknown field '" + field + "'; known are "
                        + FIELDS.stream().sorted().toList());
            }
        }
        String name = identifier(node, "name", Optional.empty(), position);
        return new SourceEntry(
                name,
                url(node, name),
                identifier(node, "source", Optional.of(name), position),
                reliability(node, name),
                language(node, name),
                time(node, "interval", name),
                time(node, "expected-interval", name),
                mode(node, name));
    }

    private String identifier(JsonNode node, String field, Optional<String> otherwise, int position) {
        String value = value(node, field).or(() -> otherwise).orElse("");
        if (!value.matches("[a-zA-Z0-9._-]{1,100}")) {
            throw wrong("must have in feed " + position + " a " + field
                    + " of 1 to 100 letters, digits, dots, underscores and hyphens");
        }
        return value;
    }

    private URI url(JsonNode node, String name) {
        String value = value(node, "url").orElse("");
        WebConfig.requireAddress(setting + ": url of feed '" + name + "'", value);
        return URI.create(value);
    }

    private double reliability(JsonNode node, String name) {
        JsonNode value = node.path("reliability");
        if (value.isMissingNode()) {
            return usualReliability;
        }
        boolean share = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1;
        if (!share) {
            throw wrong("must have in feed '" + name + "' a reliability from 0 to 1");
        }
        return value.asDouble();
    }

    private Optional<String> language(JsonNode node, String name) {
        Optional<String> given = value(node, "language");
        Optional<String> tag = given.flatMap(Languages::tag);
        if (given.isPresent() && tag.isEmpty()) {
            throw wrong("must have in feed '" + name + "' a language such as en or ar-IQ");
        }
        return tag;
    }

    private Optional<Duration> time(JsonNode node, String field, String name) {
        return value(node, field).map(text -> {
            Matcher time = TIME.matcher(text);
            boolean positive = time.matches() && Long.parseLong(time.group(1)) > 0;
            if (!positive) {
                throw wrong("must have in feed '" + name + "' an " + field + " such as 90s, 10m, 6h or 2d");
            }
            long number = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        });
    }

    private Text mode(JsonNode node, String name) {
        String value = value(node, "text").orElse("auto");
        for (Text mode : Text.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(value)) {
                return mode;
            }
        }
        throw wrong("must have in feed '" + name + "' a text of auto, feed or page");
    }

    private static Optional<String> value(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    private ConfigException wrong(String why) {
        return new ConfigException(setting + " " + why);
    }
}
