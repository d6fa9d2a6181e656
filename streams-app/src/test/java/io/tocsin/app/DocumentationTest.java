package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.metrics.Meters.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables in the README are those that the code holds. */
class DocumentationTest {

    private static final Path README = Path.of("../README.md");

    @Test
    void theTableOfPropertiesIsThatOfTheCode() throws IOException {
        String rows = Arrays.stream(Property.values())
                .map(property -> "| `%s` | `%s` | %s | %s |\n"
                        .formatted(
                                property.key(),
                                property.variable(),
                                property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`",
                                property.meaning()))
                .collect(Collectors.joining());

        assertThat(between("properties"))
                .isEqualTo("| property | variable | default | meaning |\n|---|---|---|---|\n" + rows);
    }

    @Test
    void theTableOfMetersIsThatOfTheCode() throws IOException {
        String rows = Arrays.stream(Meter.values())
                .map(meter -> "| `%s` | %s | %s |\n".formatted(meter.meterName(), meter.tags(), meter.description()))
                .collect(Collectors.joining());

        assertThat(between("meters")).isEqualTo("| meter | tags | meaning |\n|---|---|---|\n" + rows);
    }

    private static String between(String name) throws IOException {
        String readme = Files.readString(README);
        String begin = "<!-- " + name + ": begin -->\n";
        int from = readme.indexOf(begin) + begin.length();
        return readme.substring(from, readme.indexOf("<!-- " + name + ": end -->"));
    }
}
