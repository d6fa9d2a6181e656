package io.tocsin.connectors.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.connectors.alertmanager.AlertmanagerConnector;
import io.tocsin.connectors.webhook.WebhookConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

/** What is written about the connectors that carry alerts outside is what the code holds. */
class SinkDocumentationTest {

    private static final Path PAGES = Path.of("../docs/connectors");
    private static final Path EXAMPLES = Path.of("examples");

    /** These are in the table of all connectors that speak HTTP. */
    private static final Set<String> ELSEWHERE = Set.of("HTTP", "Proxy", "TLS");

    @Test
    void theSettingsOfAlertmanagerAreThoseOfTheCode() throws IOException {
        assertThat(documented("alertmanager.md")).isEqualTo(settings(new AlertmanagerConnector()));
    }

    @Test
    void theSettingsOfTheWebhookAreThoseOfTheCode() throws IOException {
        assertThat(documented("webhook.md")).isEqualTo(settings(new WebhookConnector()));
    }

    @Test
    void theExampleOfAlertmanagerIsValid() throws IOException {
        assertThat(errors(new AlertmanagerConnector(), "alertmanager.json")).isEmpty();
    }

    @Test
    void theExampleOfTheWebhookIsValid() throws IOException {
        assertThat(errors(new WebhookConnector(), "webhook.json")).isEmpty();
    }

    @Test
    void workersFindThem() {
        assertThat(ServiceLoader.load(SinkConnector.class))
                .hasAtLeastOneElementOfType(AlertmanagerConnector.class)
                .hasAtLeastOneElementOfType(WebhookConnector.class);
    }

    @Test
    void anotherConverterIsRefused() throws IOException {
        Map<String, String> config = example("webhook.json");
        config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");

        assertThat(new WebhookConnector().validate(config).configValues())
                .filteredOn(value -> value.name().equals("value.converter"))
                .singleElement()
                .satisfies(value -> assertThat(value.errorMessages()).isNotEmpty());
    }

    private static Map<String, String> errors(SinkConnector connector, String example) throws IOException {
        return connector.validate(example(example)).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, value -> String.join("; ", value.errorMessages())));
    }

    private static Map<String, String> example(String name) throws IOException {
        Map<String, String> config = new HashMap<>();
        for (Map.Entry<String, JsonNode> setting : new ObjectMapper()
                .readTree(EXAMPLES.resolve(name).toFile())
                .get("config")
                .properties()) {
            config.put(setting.getKey(), setting.getValue().asText());
        }
        return config;
    }

    private static String settings(SinkConnector connector) {
        return "| setting | default | meaning |\n|---|---|---|\n"
                + connector.config().configKeys().values().stream()
                        .filter(key -> !ELSEWHERE.contains(key.group))
                        .sorted(Comparator.<ConfigKey, Boolean>comparing(key -> key.group.equals("Schema registry"))
                                .thenComparingInt(key -> key.orderInGroup))
                        .map(key -> "| `%s` | %s | %s |\n".formatted(key.name, defaultValue(key), key.documentation))
                        .collect(Collectors.joining());
    }

    private static String defaultValue(ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        String value = key.type == ConfigDef.Type.PASSWORD ? "" : Objects.toString(key.defaultValue, "");
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String documented(String page) throws IOException {
        String text = Files.readString(PAGES.resolve(page));
        String begin = "<!-- settings: begin -->\n";
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf("<!-- settings: end -->"));
    }
}
