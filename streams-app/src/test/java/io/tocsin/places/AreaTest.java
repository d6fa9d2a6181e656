package io.tocsin.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

    @Test
    void isKeyedByItsNamesFromTheCountryDown() {
        Place place = place("Ain Al Assad", PlacePrecision.SITE);

        assertThat(place.area(PlaceLevel.COUNTRY).orElseThrow().key()).isEqualTo("IQ");
        assertThat(place.area(PlaceLevel.PROVINCE).orElseThrow().key()).isEqualTo("IQ/al anbar");
        assertThat(place.area(PlaceLevel.DISTRICT).orElseThrow().key()).isEqualTo("IQ/al anbar/hit");
        assertThat(place.area(PlaceLevel.SITE).orElseThrow().key()).isEqualTo("IQ/al anbar/hit/ain al assad");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "AIN AL ASSAD, ain al assad",
                "\"  Ain \t Al  Assad \", ain al assad",
                "\"Ain\u00A0Al\u2003Assad\", ain al assad",
                "Ａｉｎ Al Assad, ain al assad",
                "\"\u0000Ain\u0000Al\u0007 Assad\u0000\", ain al assad",
                "Éclair ﬁeld, éclair field",
                "E\u0301clair, éclair",
                "عين الأسد, عين الأسد",
                "Gate 3/4, gate 3|4",
                "\uD83D\uDE00 Base, \uD83D\uDE00 base"
            })
    void spellsOneNameOneWay(String name, String folded) {
        assertThat(place(name, PlacePrecision.SITE)
                        .area(PlaceLevel.SITE)
                        .orElseThrow()
                        .key())
                .isEqualTo("IQ/al anbar/hit/" + folded);
    }

    @Test
    void tellsSitesOfOneNameInTwoDistrictsApart() {
        assertThat(camp("Hit").key()).isNotEqualTo(camp("Rutba").key());
    }

    @Test
    void tellsAProvinceFromADistrictOfTheSameName() {
        Place place = new Place(
                "IQ",
                Optional.of("Babil"),
                Optional.of("Babil"),
                Optional.empty(),
                Optional.empty(),
                PlacePrecision.DISTRICT);

        assertThat(place.area(PlaceLevel.PROVINCE).orElseThrow().key())
                .isNotEqualTo(place.area(PlaceLevel.DISTRICT).orElseThrow().key());
    }

    @Test
    void keepsItsLevelsApartWhereANameBetweenIsUnknown() {
        Place place = new Place(
                "IQ",
                Optional.empty(),
                Optional.of("Hit"),
                Optional.empty(),
                Optional.empty(),
                PlacePrecision.DISTRICT);

        assertThat(place.area(PlaceLevel.DISTRICT).orElseThrow().key()).isEqualTo("IQ//hit");
        assertThat(place.area(PlaceLevel.PROVINCE)).isEmpty();
    }

    @Test
    void isNotCertainBelowThePrecisionOfThePlace() {
        Place place = place("Ain Al Assad", PlacePrecision.PROVINCE);

        assertThat(place.area(PlaceLevel.SITE)).isEmpty();
        assertThat(place.area(PlaceLevel.DISTRICT)).isEmpty();
        assertThat(place.area(PlaceLevel.PROVINCE)).isPresent();
        assertThat(place.finest().level()).isEqualTo(PlaceLevel.PROVINCE);
        assertThat(place.inWords()).isEqualTo("Al Anbar, IQ");
    }

    @Test
    void isTheCountryOfAPlaceOfUnknownPrecision() {
        assertThat(place("Ain Al Assad", PlacePrecision.UNKNOWN).finest().key()).isEqualTo("IQ");
    }

    @Test
    void isKeyedByAPartOfThePathOfItsPlace() {
        for (PlacePrecision precision : PlacePrecision.values()) {
            Place place = place("Gate 3/4", precision);

            assertThat(place.path()).startsWith(place.finest().key());
            assertThat(place.path().chars().filter(c -> c == Area.SEPARATOR)).hasSize(3);
        }
    }

    @Test
    void isCalledByItsOwnNameAndListsThoseAbove() {
        Area site = place("Ain Al Assad", PlacePrecision.SITE).finest();

        assertThat(site.name()).isEqualTo("Ain Al Assad");
        assertThat(site.names()).containsExactly("IQ", "Al Anbar", "Hit", "Ain Al Assad");
    }

    private static Place place(String site, PlacePrecision precision) {
        return new Place(
                "IQ",
                Optional.of("Al Anbar"),
                Optional.of("Hit"),
                Optional.of(site),
                Optional.of(new Coordinates(33.79, 42.44)),
                precision);
    }

    private static Area camp(String district) {
        return new Place(
                        "IQ",
                        Optional.of("Al Anbar"),
                        Optional.of(district),
                        Optional.of("Camp"),
                        Optional.empty(),
                        PlacePrecision.SITE)
                .finest();
    }
}
