package io.tocsin.places.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placed;
import io.tocsin.places.Reason;
import io.tocsin.places.Sureness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GazetteerPlacingTest {

    @Test
    void givesOneSiteOneKeyWhateverTheSourceCallsIt() {
        String key = key(Given.site("IQ", "Al Anbar", "Ain Al Assad"));

        assertThat(key).isEqualTo("IQ/anbar//ain al-asad air base");
        assertThat(key(Given.site("IQ", "", "Ayn al-Asad airbase"))).isEqualTo(key);
        assertThat(key(Given.site("IQ", "Anbar Governorate", "قاعدة عين الأسد الجوية")))
                .isEqualTo(key);
        assertThat(key(Given.siteAt("IQ", "", "Al Asad Air Base", 33.79, 42.44)))
                .isEqualTo(key);
    }

    @Test
    void givesAnUnknownSiteOneKeyToo() {
        String key = key(Given.site("IQ", "Anbar", "Fadil"));

        assertThat(key).isEqualTo("IQ/anbar//fadil");
        assertThat(key(Given.site("IQ", "الأنبار", "Al-Fāḑil town"))).isEqualTo(key);
        assertThat(key(Given.site("IQ", "Al Anbār province", "AL FADIL village")))
                .isEqualTo(key);
    }

    @Test
    void knowsAProvinceByItsOwnNameThoughAnotherIsAlsoCalledSo() {
        assertThat(place(Given.site("US", "Washington", "Centralia")))
                .extracting(Place::province, Place::site)
                .containsExactly(Optional.of("Washington"), Optional.of("Centralia"));
    }

    @Test
    void keepsTheCoordinatesOfTheReport() {
        Place given = Given.siteAt("IQ", "Anbar", "Ramadi", 33.43, 43.29);

        assertThat(place(given).coordinates()).isEqualTo(given.coordinates());
    }

    @Test
    void tellsABaseFromTheTownItIsNamedAfter() {
        assertThat(place(Given.site("IQ", "", "Balad")).site()).contains("Balad");
        assertThat(place(Given.site("IQ", "", "Balad air base")).site()).contains("Balad Air Base");
    }

    @Test
    void doesNotTakeAnUnknownBaseForTheTown() {
        Place placed = place(Given.site("IQ", "", "Baqubah air base"));

        assertThat(placed.site()).contains("Baqubah air base");
        assertThat(placed.coordinates()).isEmpty();
    }

    @Test
    void neverGuessesASiteFromAProvince() {
        Place placed = place(Given.place("IQ", "Baghdad", "", Optional.empty(), PlacePrecision.PROVINCE));

        assertThat(placed.site()).isEmpty();
        assertThat(placed.precision()).isEqualTo(PlacePrecision.PROVINCE);
        assertThat(place(Given.site("IQ", "", "Kirkuk province")).precision()).isEqualTo(PlacePrecision.PROVINCE);
    }

    @ParameterizedTest
    @EnumSource(value = PlacePrecision.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void isNeverFinerThanTheSourceIsSure(PlacePrecision precision) {
        Place given = Given.place("IQ", "Anbar", "Ramadi", Optional.of(new Coordinates(33.42, 43.31)), precision);

        assertThat(place(given).precision().finerThan(precision)).isFalse();
    }

    @Test
    void countsANameThatItKnowsWhereTheSourceDoesNotSayHowSureItIs() {
        Place known = place(Given.place("IQ", "Anbar", "Ramadi", Optional.empty(), PlacePrecision.UNKNOWN));
        Place unknown = place(Given.place("IQ", "Anbar", "Fadil", Optional.empty(), PlacePrecision.UNKNOWN));

        assertThat(known.precision()).isEqualTo(PlacePrecision.SITE);
        assertThat(unknown.precision()).isEqualTo(PlacePrecision.PROVINCE);
        assertThat(unknown.site()).contains("Fadil");
    }

    @Test
    void decidesBetweenTwoByTheProvince() {
        assertThat(place(Given.site("US", "Illinois", "Springfield")).province())
                .contains("Illinois");
        assertThat(place(Given.site("US", "", "Springfield")).precision()).isEqualTo(PlacePrecision.COUNTRY);
    }

    @Test
    void decidesBetweenTwoByTheOtherNamesOfTheText() {
        Placed placed =
                Given.PLACING.place(Given.site("US", "", "Springfield"), List.of("Chicago", "Peoria, Illinois"));

        assertThat(placed.place().province()).contains("Illinois");
        assertThat(placed.reasons()).contains(Reason.NEAR_OTHER_NAMES);
    }

    @Test
    void decidesBetweenTwoByWhatFollowsTheComma() {
        assertThat(place(Given.site("US", "", "Springfield, Missouri")).province())
                .contains("Missouri");
    }

    @Test
    void decidesBetweenTwoByTheCoordinates() {
        Placed placed = Given.PLACING.place(Given.siteAt("US", "", "Springfield", 37.21, -93.30), List.of());

        assertThat(placed.place().province()).contains("Missouri");
        assertThat(placed.sureness()).isEqualTo(Sureness.SURE);
        assertThat(placed.reasons()).contains(Reason.NEAR_THE_COORDINATES);
    }

    @Test
    void takesASiteOfTheNameFarFromTheCoordinatesForAnotherOne() {
        Place given = Given.siteAt("IQ", "Nineveh", "Ramadi", 36.0, 42.0);

        assertThat(place(given).site()).contains("Ramadi");
        assertThat(place(given).province()).contains("Nineveh");
        assertThat(place(given).coordinates()).isEqualTo(given.coordinates());
    }

    @Test
    void believesCountryAndNameAgainstCoordinatesFarOff() {
        Placed placed = Given.PLACING.place(Given.siteAt("IQ", "Anbar", "Ramadi", 43.31, 33.42), List.of());

        assertThat(placed.place().finest().key()).isEqualTo("IQ/anbar/ramadi/ramadi");
        assertThat(placed.place().coordinates().orElseThrow().lat()).isBetween(33.3, 33.5);
        assertThat(placed.reasons()).contains(Reason.NAMES_OUTVOTE_COORDINATES);
    }

    @Test
    void believesCoordinatesAgainstACountryThatNoNameConfirms() {
        Placed placed = Given.PLACING.place(Given.siteAt("IQ", "", "Nevesinjie village", 43.2575, 18.1124), List.of());

        assertThat(placed.place().country()).isEqualTo("BA");
        assertThat(placed.reasons()).contains(Reason.COORDINATES_OUTVOTE_COUNTRY);
    }

    @Test
    void believesTheCountryNextToItsBorder() {
        Placed placed = Given.PLACING.place(Given.siteAt("IQ", "", "Outpost 9", 33.4, 38.7), List.of());

        assertThat(placed.place().country()).isEqualTo("IQ");
    }

    @Test
    void namesTheSiteThatNamelessCoordinatesLieAt() {
        Place given = Given.place("IQ", "", "", Optional.of(new Coordinates(33.785, 42.445)), PlacePrecision.SITE);

        assertThat(place(given).site()).contains("Ain al-Asad Air Base");
    }

    @Test
    void findsTheProvinceOfCoordinates() {
        assertThat(place(Given.siteAt("IQ", "", "Checkpoint 12", 33.45, 43.35)).province())
                .contains("Anbar");
    }

    @ParameterizedTest
    @CsvSource({"Tripoli, Lebanon, LB", "Tripoli, Libya, LY", "Tripoli, Tunisia and Egypt, XX", "Baghdad, Texas, IQ"})
    void findsTheCountryByOtherNames(String name, String other, String country) {
        assertThat(Given.PLACING
                        .place(Given.site("XX", "", name), List.of(other))
                        .place()
                        .country())
                .isEqualTo(country);
    }

    @Test
    void leavesAPlaceOfNoCountryAsItIs() {
        Place given = Given.siteAt("XX", "", "Fadil", 0, -30);

        assertThat(place(given)).isEqualTo(given);
    }

    @Test
    void leavesNearSomewhereAtTheDivision() {
        Placed placed = Given.PLACING.place(Given.site("IQ", "", "near Ramadi"), List.of());

        assertThat(placed.place().precision()).isEqualTo(PlacePrecision.PROVINCE);
        assertThat(placed.place().province()).contains("Anbar");
        assertThat(placed.reasons()).contains(Reason.SOMEWHERE_ABOUT);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, Republic of Crimea, Kerch, UA",
        "IL, Gaza Strip, Khan Younis, PS",
        "IL, West Bank, Nablus, PS",
        "RS, Kosovo, Prizren, XK"
    })
    void givesDisputedGroundToTheCountryOfThePolicy(String country, String province, String site, String policy) {
        Placed placed = Given.PLACING.place(Given.site(country, province, site), List.of());

        assertThat(placed.place().country()).isEqualTo(policy);
        assertThat(placed.place().precision()).isEqualTo(PlacePrecision.SITE);
        assertThat(placed.reasons()).contains(Reason.DISPUTED_AREA);
    }

    private static Place place(Place given) {
        return Given.PLACING.place(given);
    }

    private static String key(Place given) {
        return place(given).finest().key();
    }
}
