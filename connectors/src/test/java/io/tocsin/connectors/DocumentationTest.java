package io.tocsin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.acled.AcledConnector;
import io.tocsin.connectors.cap.CapConnector;
import io.tocsin.connectors.files.FilesConnector;
import io.tocsin.connectors.gdelt.GdeltConnector;
import io.tocsin.connectors.news.NewsConnector;
import io.tocsin.connectors.reading.Reason;
import io.tocsin.connectors.ucdp.UcdpConnector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables in the documentation of the polling connectors are those that the code holds. */
class DocumentationTest {

    private static final Path FOLDER = Path.of("../docs/connectors");
    private static final Set<String> SHARED_GROUPS =
            Set.of("Polling", "HTTP", "Proxy", "TLS", "Topics", "Schema registry");
    private static final Set<String> BY_SOURCE = Set.of("poll.interval.ms", "expected.interval.ms");
    private static final List<String> SHARED_ORDER =
            List.of("Polling", "HTTP", "Proxy", "TLS", "Topics", "Schema registry");

    @Test
    void theSettingsThatAllShareAreThoseOfTheCode() throws IOException {
        assertThat(between("README.md", "settings")).isEqualTo(settings(new AcledConnector(), true));
    }

    @Test
    void theSettingsOfAcledAreThoseOfTheCode() throws IOException {
        assertThat(between("acled.md", "settings")).isEqualTo(settings(new AcledConnector(), false));
    }

    @Test
    void theSettingsOfGdeltAreThoseOfTheCode() throws IOException {
        assertThat(between("gdelt.md", "settings")).isEqualTo(settings(new GdeltConnector(), false));
    }

    @Test
    void theSettingsOfUcdpAreThoseOfTheCode() throws IOException {
        assertThat(between("ucdp.md", "settings")).isEqualTo(settings(new UcdpConnector(), false));
    }

    @Test
    void theAttackCodesOfGdeltAreThoseOfTheCode() throws IOException {
        try (InputStream table = GdeltConnector.class.getResourceAsStream("codes.tsv")) {
            String rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> "| " + line.replace("\t", " | ") + " |\n")
                    .collect(Collectors.joining());

            assertThat(between("gdelt.md", "codes"))
                    .isEqualTo("| code | meaning | category | why left out |\n|---|---|---|---|\n" + rows);
        }
    }

    @Test
    void theEventTypesOfAcledAreThoseOfTheCode() throws IOException {
        try (InputStream table = AcledConnector.class.getResourceAsStream("events.tsv")) {
            String rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> "| " + line.replace("\t", " | ") + " |\n")
                    .collect(Collectors.joining());

            assertThat(between("acled.md", "events"))
                    .isEqualTo("| event_type | sub_event_type | category | actor1 | violence |\n|---|---|---|---|---|\n"
                            + rows);
        }
    }

    @Test
    void theSettingsOfCapAreThoseOfTheCode() throws IOException {
        assertThat(between("cap.md", "settings")).isEqualTo(settings(new CapConnector(), false));
    }

    @Test
    void theSettingsOfNewsAreThoseOfTheCode() throws IOException {
        assertThat(between("news.md", "settings")).isEqualTo(settings(new NewsConnector(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories", "geocodes"})
    void theTablesOfCapAreThoseOfTheCode(String name) throws IOException {
        try (InputStream table = CapConnector.class.getResourceAsStream(name + ".tsv")) {
            List<String> rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> "| " + line.replace("\t", " | ") + " |\n")
                    .toList();
            String rule = "|---".repeat(rows.get(0).split("\\|", -1).length - 2) + "|\n";

            assertThat(between("cap.md", name))
                    .isEqualTo(rows.get(0) + rule + String.join("", rows.subList(1, rows.size())));
        }
    }

    @Test
    void theSettingsOfFilesAreThoseOfTheCode() throws IOException {
        assertThat(between("files.md", "settings")).isEqualTo(settings(new FilesConnector(), false));
    }

    @Test
    void theReasonsOfFilesAreThoseOfTheCode() throws IOException {
        assertThat(between("files.md", "reasons").lines().skip(2))
                .extracting(row -> row.split("`", -1)[1])
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    private static String settings(SourceConnector connector, boolean shared) {
        return "| setting | default | meaning |\n|---|---|---|\n"
                + connector.config().configKeys().values().stream()
                        .filter(key -> SHARED_GROUPS.contains(key.group) == shared)
                        .sorted(Comparator.<ConfigKey>comparingInt(key -> SHARED_ORDER.indexOf(key.group))
                                .thenComparingInt(key -> key.orderInGroup))
                        .map(key -> "| `%s` | %s | %s |\n"
                                .formatted(key.name, defaultValue(key), escaped(key.documentation)))
                        .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String defaultValue(ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        if (BY_SOURCE.contains(key.name)) {
            return "the source's";
        }
        String value = key.type == ConfigDef.Type.PASSWORD ? "" : Objects.toString(key.defaultValue, "");
        return value.isEmpty() || value.equals("[]") ? "" : "`" + value + "`";
    }

    private static String between(String page, String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(page));
        String begin = "<!-- " + name + ": begin -->\n";
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf("<!-- " + name + ": end -->"));
    }
}
