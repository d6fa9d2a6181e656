package io.tocsin.connectors.cap;

import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.Plugin;
import io.tocsin.connectors.polling.PollingConfig;
import io.tocsin.connectors.web.WebConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The settings of feeds of CAP messages, one list, and the feed. */
final class CapPlugin implements Plugin {

    static final String URL = "cap.url";
    static final String SOURCE = "cap.source";
    static final String RELIABILITY = "cap.reliability";
    static final String CATEGORIES = "cap.categories";
    static final String WORDS = "cap.event.words";
    static final String LANGUAGES = "cap.languages";
    static final String COUNTRY = "cap.country";
    static final String SENDERS = "cap.country.by.sender";
    static final String MOST_ENTRIES = "cap.entries.max";
    static final String LONGEST_DOCUMENT = "cap.document.max.bytes";

    private static final String GROUP = "CAP";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<String> USUAL_WORDS = List.of(
            "terrorism",
            "terrorist",
            "active shooter",
            "shooting",
            "bomb threat",
            "bombing",
            "air raid",
            "air attack",
            "missile",
            "rocket attack",
            "drone attack",
            "armed attack",
            "shelling",
            "hostage");

    @Override
    public String name() {
        return "cap";
    }

    @Override
    public Duration usualInterval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration usualSilence() {
        return Duration.ofDays(30);
    }

    @Override
    public List<Feed<?>> feeds(PollingConfig config, Clock clock) {
        String sourceId = config.getString(SOURCE);
        URI address = URI.create(config.getString(URL));
        Source source = new Source(sourceId, SourceKind.OFFICIAL, config.getDouble(RELIABILITY));
        Optional<String> country = Optional.of(config.getString(COUNTRY)).filter(code -> !code.isEmpty());
        CapPlaces places = new CapPlaces(senders(config.getList(SENDERS)), country);
        CapTeller teller = new CapTeller(
                new CapFilter(config.getList(CATEGORIES), config.getList(WORDS)),
                new CapReports(source, places),
                config.getList(LANGUAGES));
        EntryReader reader = new EntryReader(sourceId, config.getInt(LONGEST_DOCUMENT));
        return List.of(new CapFeed(
                sourceId,
                address,
                config.interval(),
                config.expectedInterval(),
                config.getInt(MOST_ENTRIES),
                new CapDocuments(reader, teller)));
    }

    @Override
    public ConfigDef settings() {
        ConfigDef settings = new ConfigDef()
                .define(
                        URL,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                WebConfig::requireAddress, () -> "http://host/path or https://host/path"),
                        Importance.HIGH,
                        "The address of an index feed (Atom or RSS) of CAP messages, or of a single message.",
                        GROUP,
                        1,
                        Width.LONG,
                        "Address")
                .define(
                        SOURCE,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                CapPlugin::requireSource, () -> "1 to 100 letters, digits, dots, _ and -"),
                        Importance.HIGH,
                        "The id of the source, such as naads; the ids of its reports begin with it.",
                        GROUP,
                        2,
                        Width.SHORT,
                        "Source")
                .define(
                        RELIABILITY,
                        ConfigDef.Type.DOUBLE,
                        0.9,
                        ConfigDef.Range.between(0, 1),
                        Importance.MEDIUM,
                        "How often what the source says holds, 0 to 1.",
                        GROUP,
                        3,
                        Width.SHORT,
                        "Reliability");
        return bounds(meaning(settings));
    }

    private static ConfigDef meaning(ConfigDef settings) {
        return settings.define(
                        CATEGORIES,
                        ConfigDef.Type.LIST,
                        List.of("Security"),
                        ConfigDef.ValidList.anyNonDuplicateValues(true, false),
                        Importance.HIGH,
                        "The CAP categories whose alerts become reports: Geo, Met, Safety, Security, Rescue, Fire, Health, Env, "
                                + "Transport, Infra, CBRNE, Other.",
                        GROUP,
                        4,
                        Width.MEDIUM,
                        "Categories")
                .define(
                        WORDS,
                        ConfigDef.Type.LIST,
                        USUAL_WORDS,
                        ConfigDef.ValidList.anyNonDuplicateValues(true, false),
                        Importance.HIGH,
                        "Words and phrases: an alert of any category becomes a report if its event or its headline has one of "
                                + "them, where a word begins and whatever the case.",
                        GROUP,
                        5,
                        Width.LONG,
                        "Words")
                .define(
                        LANGUAGES,
                        ConfigDef.Type.LIST,
                        List.of("en"),
                        ConfigDef.ValidList.anyNonDuplicateValues(true, false),
                        Importance.MEDIUM,
                        "Which language to take of an alert in several, the best first; en stands for en-US and en-CA too. An "
                                + "alert in none of them is taken in the first that it has.",
                        GROUP,
                        6,
                        Width.SHORT,
                        "Languages")
                .define(
                        COUNTRY,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(
                                CapPlugin::requireCountryOrNothing, () -> "empty, or an ISO 3166-1 alpha-2 code"),
                        Importance.HIGH,
                        "The country of alerts that name none by a geocode or a known sender, such as CA.",
                        GROUP,
                        7,
                        Width.SHORT,
                        "Country")
                .define(
                        SENDERS,
                        ConfigDef.Type.LIST,
                        List.of(),
                        ConfigDef.LambdaValidator.with(CapPlugin::requireSenders, () -> "entries such as ec.gc.ca=CA"),
                        Importance.MEDIUM,
                        "The countries of senders by how their names end, such as ec.gc.ca=CA, noaa.gov=US; the longest ending "
                                + "counts.",
                        GROUP,
                        8,
                        Width.LONG,
                        "Countries by sender");
    }

    private static ConfigDef bounds(ConfigDef settings) {
        return settings.define(
                        MOST_ENTRIES,
                        ConfigDef.Type.INT,
                        2_000,
                        ConfigDef.Range.between(1, 10_000),
                        Importance.LOW,
                        "The most entries of an index; a longer one is an error. Each takes 13 bytes of the stored offset.",
                        GROUP,
                        9,
                        Width.SHORT,
                        "Most entries")
                .define(
                        LONGEST_DOCUMENT,
                        ConfigDef.Type.INT,
                        1 << 20,
                        ConfigDef.Range.between(1, 64 << 20),
                        Importance.LOW,
                        "The longest message that is read; a longer one becomes a dead letter.",
                        GROUP,
                        10,
                        Width.SHORT,
                        "Longest message");
    }

    private static Map<String, String> senders(List<String> entries) {
        Map<String, String> countries = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.lastIndexOf('=');
            countries.put(
                    entry.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    entry.substring(equals + 1).strip());
        }
        return countries;
    }

    private static void requireSource(String name, Object value) {
        if (!((String) value).matches("[a-zA-Z0-9._-]{1,100}")) {
            throw new ConfigException(name, value, "must be 1 to 100 letters, digits, dots, underscores and hyphens");
        }
    }

    private static void requireCountryOrNothing(String name, Object value) {
        boolean known = ((String) value).isEmpty() || COUNTRIES.contains((String) value);
        if (!known) {
            throw new ConfigException(name, value, "is no ISO 3166-1 alpha-2 code such as CA");
        }
    }

    private static void requireSenders(String name, Object value) {
        if (value instanceof List<?> entries) {
            for (Object entry : entries) {
                boolean pair = entry instanceof String text && text.matches("\\s*\\S+\\s*=\\s*[A-Z]{2}\\s*");
                if (!pair) {
                    throw new ConfigException(name, entry, "is not of the form ending=CC, such as ec.gc.ca=CA");
                }
            }
        }
    }
}
