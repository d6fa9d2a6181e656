package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.Plugin;
import io.tocsin.connectors.polling.PollingConfig;
import io.tocsin.connectors.publishing.Recommended;
import io.tocsin.connectors.web.WebConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** GDELT's settings, one list, and its only feed. */
final class GdeltPlugin implements Plugin {

    static final String COUNTRIES = "gdelt.countries";
    static final String CATCH_UP = "gdelt.catch.up.ms";
    static final String FILE_TRIES = "gdelt.file.tries";
    static final String STEP_SIZE = "gdelt.step.size";
    static final String RELIABILITY = "gdelt.reliability";
    static final String LIST_URL = "gdelt.list.url";
    static final String MASTER_URL = "gdelt.master.url";

    private static final String GROUP = "GDELT";
    private static final int MOST_TRIES = 100;
    private static final int LARGEST_STEP = 5000;

    @Override
    public String name() {
        return "gdelt";
    }

    @Override
    public Duration usualInterval() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration usualSilence() {
        return Duration.ofHours(2);
    }

    @Override
    public List<Feed<?>> feeds(PollingConfig config, Clock clock) {
        return List.of(GdeltFeed.of(config));
    }

    @Override
    public ConfigDef settings() {
        return new ConfigDef()
                .define(
                        COUNTRIES,
                        ConfigDef.Type.LIST,
                        List.of(),
                        ConfigDef.CompositeValidator.of(
                                ConfigDef.ValidList.anyNonDuplicateValues(true, false),
                                ConfigDef.LambdaValidator.with(
                                        GdeltPlugin::requireCodes, () -> "ISO 3166 codes such as IQ")),
                        Importance.HIGH,
                        "The countries whose attacks are published, as ISO 3166-1 alpha-2 codes; empty for all.",
                        GROUP,
                        1,
                        Width.LONG,
                        "Countries")
                .define(
                        CATCH_UP,
                        ConfigDef.Type.LONG,
                        Duration.ofDays(7).toMillis(),
                        ConfigDef.Range.between(
                                Duration.ofMinutes(15).toMillis(),
                                Duration.ofDays(60).toMillis()),
                        Importance.MEDIUM,
                        "How far back files are caught up after an outage, in ms. What is older is left out, and that is told in "
                                + "the dead letters.",
                        GROUP,
                        2,
                        Width.SHORT,
                        "Catch up")
                .define(
                        FILE_TRIES,
                        ConfigDef.Type.INT,
                        6,
                        ConfigDef.Range.between(1, MOST_TRIES),
                        Importance.LOW,
                        "How often a file is asked for that the list names but that is not there, or is another than the list "
                                + "names. Then it is left out, and that is told in the dead letters.",
                        GROUP,
                        3,
                        Width.SHORT,
                        "Tries")
                .define(
                        STEP_SIZE,
                        ConfigDef.Type.INT,
                        2000,
                        ConfigDef.Range.between(1, LARGEST_STEP),
                        Importance.LOW,
                        "How many reports are published at once at most.",
                        GROUP,
                        4,
                        Width.SHORT,
                        "Step size")
                .define(
                        RELIABILITY,
                        ConfigDef.Type.DOUBLE,
                        GdeltReports.RELIABILITY,
                        ConfigDef.Range.between(0, 1),
                        Importance.LOW,
                        "How often what GDELT says holds, 0 to 1. It is read from the news by machine: low.",
                        GROUP,
                        5,
                        Width.SHORT,
                        "Reliability",
                        Recommended.of(0.2, 0.3, 0.4, 0.5))
                .define(
                        LIST_URL,
                        ConfigDef.Type.STRING,
                        "http://data.gdeltproject.org/gdeltv2/lastupdate.txt",
                        ConfigDef.LambdaValidator.with(WebConfig::requireAddress, () -> "an http or https address"),
                        Importance.LOW,
                        "The list of the newest files. Another list begins anew.",
                        GROUP,
                        6,
                        Width.LONG,
                        "List")
                .define(
                        MASTER_URL,
                        ConfigDef.Type.STRING,
                        "http://data.gdeltproject.org/gdeltv2/masterfilelist.txt",
                        ConfigDef.LambdaValidator.with(WebConfig::requireAddress, () -> "an http or https address"),
                        Importance.LOW,
                        "The list of all files; only its end is asked for, after an outage.",
                        GROUP,
                        7,
                        Width.LONG,
                        "List of all");
    }

    private static void requireCodes(String name, Object value) {
        for (Object code : (List<?>) value) {
            if (!((String) code).matches("[A-Z]{2}")) {
                throw new ConfigException(name, value, code + " is no ISO 3166-1 alpha-2 code in capitals");
            }
        }
    }
}
