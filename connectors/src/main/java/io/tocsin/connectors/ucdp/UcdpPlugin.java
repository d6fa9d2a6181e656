package io.tocsin.connectors.ucdp;

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

/** UCDP's settings, one list, and its only feed. */
final class UcdpPlugin implements Plugin {

    static final String TOKEN = "ucdp.token";
    static final String VERSION = "ucdp.version";
    static final String SINCE = "ucdp.since";
    static final String COUNTRIES = "ucdp.countries";
    static final String PAGE_SIZE = "ucdp.page.size";
    static final String RELIABILITY = "ucdp.reliability";
    static final String API_URL = "ucdp.api.url";

    private static final String GROUP = "UCDP";
    private static final int LARGEST_PAGE = 1000;

    @Override
    public String name() {
        return "ucdp";
    }

    @Override
    public Duration usualInterval() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration usualSilence() {
        return Duration.ofDays(75);
    }

    @Override
    public List<Feed<?>> feeds(PollingConfig config, Clock clock) {
        return List.of(UcdpFeed.of(config));
    }

    @Override
    public ConfigDef settings() {
        return new ConfigDef()
                .define(
                        TOKEN,
                        ConfigDef.Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ConfigDef.NonNullValidator(),
                        Importance.HIGH,
                        "The access token of the API, which UCDP gives on request; take it from a config provider.",
                        GROUP,
                        1,
                        Width.MEDIUM,
                        "Token")
                .define(
                        VERSION,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                UcdpPlugin::requireYearly, () -> "a yearly version such as 25.1"),
                        Importance.HIGH,
                        "The yearly release to begin with, such as 25.1, which has all events up to the end of 2024. Later "
                                + "releases and candidate events are found without it.",
                        GROUP,
                        2,
                        Width.SHORT,
                        "First version")
                .define(
                        SINCE,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(PollingConfig::requireDate, () -> "a date such as 2024-01-31"),
                        Importance.HIGH,
                        "The day from which on events are read, such as 2024-01-31. Another day begins anew.",
                        GROUP,
                        3,
                        Width.SHORT,
                        "Since")
                .define(
                        COUNTRIES,
                        ConfigDef.Type.LIST,
                        List.of(),
                        ConfigDef.CompositeValidator.of(
                                ConfigDef.ValidList.anyNonDuplicateValues(true, false),
                                ConfigDef.LambdaValidator.with(
                                        UcdpPlugin::requireNumbers, () -> "Gleditsch-Ward numbers such as 645")),
                        Importance.HIGH,
                        "The countries to read, by their Gleditsch-Ward numbers (645 is Iraq); empty for all. Another list "
                                + "begins anew.",
                        GROUP,
                        4,
                        Width.LONG,
                        "Countries")
                .define(
                        PAGE_SIZE,
                        ConfigDef.Type.INT,
                        LARGEST_PAGE,
                        ConfigDef.Range.between(1, LARGEST_PAGE),
                        Importance.LOW,
                        "How many rows are asked for, and published, at once.",
                        GROUP,
                        5,
                        Width.SHORT,
                        "Page size")
                .define(
                        RELIABILITY,
                        ConfigDef.Type.DOUBLE,
                        0.9,
                        ConfigDef.Range.between(0, 1),
                        Importance.LOW,
                        "How often what UCDP says holds, 0 to 1.",
                        GROUP,
                        6,
                        Width.SHORT,
                        "Reliability",
                        Recommended.of(0.7, 0.8, 0.9, 1.0))
                .define(
                        API_URL,
                        ConfigDef.Type.STRING,
                        "https://ucdpapi.pcr.uu.se/api",
                        ConfigDef.LambdaValidator.with(WebConfig::requireAddress, () -> "an http or https address"),
                        Importance.LOW,
                        "Where the API is.",
                        GROUP,
                        7,
                        Width.LONG,
                        "API");
    }

    private static void requireYearly(String name, Object value) {
        try {
            if (Version.parse((String) value).yearly()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
        throw new ConfigException(name, value, "is no yearly version such as 25.1");
    }

    private static void requireNumbers(String name, Object value) {
        for (Object number : (List<?>) value) {
            if (!((String) number).matches("\\d{1,4}")) {
                throw new ConfigException(name, value, number + " is no Gleditsch-Ward number");
            }
        }
    }
}
