package io.tocsin.places.placing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The places of the five articles that the project started from. */
class ArticlesPlacesTest {

    private static final Path EXPECTED = Path.of("..", "..", "shared", "seeds", "expected.json");

    /** What the articles call the sites, and what is known to be there: OurAirports, and Wikipedia for K-1 Air Base. */
    private static final Map<String, String> KEYS = Map.of(
            "Baghdad airport", "IQ/baghdad//baghdad international airport",
            "Balad air base", "IQ/salah ad din//balad air base",
            "Ain Al Assad air base", "IQ/anbar//ain al-asad air base",
            "Erbil airport", "IQ/erbil//erbil air base",
            "K1 base", "IQ/kirkuk//k1 air base");

    @Test
    void ofTheArticlesThemselvesArePlacedRight() throws IOException {
        boolean there = Files.exists(EXPECTED);
        if (!there) {
            System.err.println("SKIPPED: the test of the articles' places needs " + EXPECTED);
        }
        Assumptions.assumeTrue(there, EXPECTED + " is not there");
        Set<String> sites = new TreeSet<>();
        for (JsonNode article : new ObjectMapper().readTree(EXPECTED.toFile())) {
            for (JsonNode incident : article.get("must")) {
                if (incident.has("site")) {
                    sites.add(incident.get("site").asText());
                    assertThat(key(incident))
                            .isEqualTo(KEYS.get(incident.get("site").asText()));
                } else {
                    assertThat(key(incident)).isEqualTo(incident.has("province") ? "IQ/baghdad" : "IQ");
                }
            }
        }

        assertThat(sites).isEqualTo(new TreeSet<>(KEYS.keySet()));
    }

    @Test
    void asTheyAreCalledThereArePlacedRight() {
        KEYS.forEach((name, key) -> assertThat(
                        Given.PLACING.place(Given.site("IQ", "", name)).finest().key())
                .isEqualTo(key));
    }

    private static String key(JsonNode incident) {
        PlacePrecision precision = incident.has("site")
                ? PlacePrecision.SITE
                : incident.has("province") ? PlacePrecision.PROVINCE : PlacePrecision.COUNTRY;
        Place given = new Place(
                incident.get("country").asText(),
                text(incident, "province"),
                Optional.empty(),
                text(incident, "site"),
                Optional.empty(),
                precision);
        return Given.PLACING.place(given).finest().key();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }
}
