package io.tocsin.connectors.acled;

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

/** ACLED's settings, one list, and its only feed. */
final class AcledPlugin implements Plugin {

    static final String USERNAME = "acled.username";
    static final String PASSWORD = "acled.password";
    static final String COUNTRIES = "acled.countries";
    static final String SINCE = "acled.since";
    static final String SETTLE = "acled.settle.ms";
    static final String PAGE_SIZE = "acled.page.size";
    static final String RELIABILITY = "acled.reliability";
    static final String API_URL = "acled.api.url";
    static final String TOKEN_URL = "acled.token.url";

    private static final String GROUP = "ACLED";
    private static final int LARGEST_PAGE = 5000;

    @Override
    public String name() {
        return "acled";
    }

    @Override
    public Duration usualInterval() {
        return Duration.ofHours(6);
    }

    @Override
    public Duration usualSilence() {
        return Duration.ofDays(9);
    }

    @Override
    public List<Feed<?>> feeds(PollingConfig config, Clock clock) {
        return List.of(AcledFeed.of(config, clock));
    }

    @Override
    public ConfigDef settings() {
        return new ConfigDef()
                .define(
                        USERNAME,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.CompositeValidator.of(
                                new ConfigDef.NonNullValidator(), new ConfigDef.NonEmptyString()),
                        Importance.HIGH,
                        "The e-mail address of the myACLED account.",
                        GROUP,
                        1,
                        Width.MEDIUM,
                        "User")
                .define(
                        PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ConfigDef.NonNullValidator(),
                        Importance.HIGH,
                        "The password of the account; take it from a config provider.",
                        GROUP,
                        2,
                        Width.MEDIUM,
                        "Password")
                .define(
                        COUNTRIES,
                        ConfigDef.Type.LIST,
                        List.of(),
                        ConfigDef.ValidList.anyNonDuplicateValues(true, false),
                        Importance.HIGH,
                        "The countries to read, as ACLED writes their names; empty for all. Oceans count as countries: name "
                                + "them too if events at sea matter. Another list begins anew.",
                        GROUP,
                        3,
                        Width.LONG,
                        "Countries")
                .define(
                        SINCE,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(PollingConfig::requireDate, () -> "a date such as 2024-01-31"),
                        Importance.HIGH,
                        "The day from which on events are read, such as 2024-01-31. Another day begins anew.",
                        GROUP,
                        4,
                        Width.SHORT,
                        "Since")
                .define(
                        SETTLE,
                        ConfigDef.Type.LONG,
                        Duration.ofMinutes(15).toMillis(),
                        ConfigDef.Range.between(0, Duration.ofDays(1).toMillis()),
                        Importance.LOW,
                        "How old a change has to be by ACLED's clock before it is read, in ms: those that become visible out of "
                                + "order by less than that are not missed.",
                        GROUP,
                        5,
                        Width.SHORT,
                        "Settle")
                .define(
                        PAGE_SIZE,
                        ConfigDef.Type.INT,
                        1000,
                        ConfigDef.Range.between(1, LARGEST_PAGE),
                        Importance.LOW,
                        "How many rows are asked for, and published, at once.",
                        GROUP,
                        6,
                        Width.SHORT,
                        "Page size")
                .define(
                        RELIABILITY,
                        ConfigDef.Type.DOUBLE,
                        0.9,
                        ConfigDef.Range.between(0, 1),
                        Importance.LOW,
                        "How often what ACLED says holds, 0 to 1.",
                        GROUP,
                        7,
                        Width.SHORT,
                        "Reliability",
                        Recommended.of(0.7, 0.8, 0.9, 1.0))
                .define(
                        API_URL,
                        ConfigDef.Type.STRING,
                        "https://acleddata.com/api",
                        ConfigDef.LambdaValidator.with(WebConfig::requireAddress, () -> "an http or https address"),
                        Importance.LOW,
                        "Where the API is.",
                        GROUP,
                        8,
                        Width.LONG,
                        "API")
                .define(
                        TOKEN_URL,
                        ConfigDef.Type.STRING,
                        "https://acleddata.com/oauth/token",
                        ConfigDef.LambdaValidator.with(WebConfig::requireAddress, () -> "an http or https address"),
                        Importance.LOW,
                        "Where access tokens are to be had.",
                        GROUP,
                        9,
                        Width.LONG,
                        "Tokens");
    }
}
