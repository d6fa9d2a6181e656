package io.tocsin.places.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.places.spelling.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsEveryField() throws IOException {
        Path file = file("# ours", "", "IQ\tAnbar\tHit\tCamp Zulu\tbase\t33.5\t42.5\tZulu; معسكر زولو ;");

        assertThat(SitesFile.read(file))
                .containsExactly(new NamedSite(
                        "IQ",
                        Optional.of("Anbar"),
                        Optional.of("Hit"),
                        "Camp Zulu",
                        SiteKind.BASE,
                        new Coordinates(33.5, 42.5),
                        List.of("Zulu", "معسكر زولو")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Iraq;;;Zulu;base;33;42;|country|give an ISO 3166-1 alpha-2 code such as IQ",
                "IQ;;;;base;33;42;|name|give the name that the site is to be called by",
                "IQ;;;Zulu;fort;33;42;|kind|give one of town, airfield, base",
                "IQ;;;Zulu;base;95;42;|lat|give degrees from -90 to 90",
                "IQ;;;Zulu;base;33;;|lon|give degrees from -180 to 180",
                "IQ;Zulu;base;33;42|other names|5 fields; give country, province"
            })
    void namesFileLineFieldAndRemedyOfABadLine(String line, String field, String remedy) throws IOException {
        Path file = file("# ours", line.replace(';', '\t'));

        assertThatThrownBy(() -> SitesFile.read(file))
                .isInstanceOf(InvalidSitesException.class)
                .hasMessageContaining("sites file " + file + ", line 2, field " + field)
                .hasMessageContaining(remedy);
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("none.tsv");

        assertThatThrownBy(() -> SitesFile.read(file))
                .isInstanceOf(InvalidSitesException.class)
                .hasMessageContaining(file + " cannot be read");
    }

    @Test
    void theUsersSitesArePlacedAndTakePrecedence() throws IOException {
        Path file = file(
                "IQ\tAnbar\t\tCamp Zulu\tbase\t33.5\t42.5\tZulu",
                "SY\tHoms\t\tAl-Tanf Garrison\tbase\t33.6\t38.7\tTanf");
        var placing = GazetteerPlacing.load(Optional.of(file));

        Place zulu = placing.place(site("IQ", "Zulu base"));
        assertThat(zulu.finest().key()).isEqualTo("IQ/anbar//camp zulu");
        assertThat(zulu.coordinates()).contains(new Coordinates(33.5, 42.5));
        assertThat(placing.place(site("SY", "Tanf base")).coordinates()).contains(new Coordinates(33.6, 38.7));
    }

    @Test
    void everySiteOfOursLiesInItsCountryAndAProvinceThatIsKnown() throws IOException {
        Gazetteer gazetteer = Gazetteer.load(Optional.empty());
        List<NamedSite> sites;
        try (InputStream in = Gazetteer.resource("sites.tsv")) {
            sites = SitesFile.read("sites.tsv", in);
        }

        assertThat(sites).hasSizeGreaterThan(200).allSatisfy(site -> {
            int country = gazetteer.country(site.country());
            int lat = Earth.units(site.coordinates().lat());
            int lon = Earth.units(site.coordinates().lon());
            assertThat(gazetteer.outlineAt(lat, lon) == country || gazetteer.kmToOutline(country, lat, lon, 25) < 25)
                    .isTrue();
            assertThat(site.province().stream()
                            .filter(name -> gazetteer.provinces(country, Spelling.plain(name)).length != 1))
                    .isEmpty();
        });
    }

    private static Place site(String country, String name) {
        return new Place(
                country, Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), PlacePrecision.SITE);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("sites.tsv"), List.of(lines));
    }
}
