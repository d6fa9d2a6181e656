package io.tocsin.places.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Towns at borders, on coasts and on disputed ground, by their coordinates alone. */
class CountryByCoordinatesTest {

    @ParameterizedTest
    @CsvSource({
        "Al-Qaim, 34.37, 41.09, IQ",
        "Abu Kamal, 34.45, 40.92, SY",
        "Rabia, 36.81, 42.10, IQ",
        "Qamishli, 37.05, 41.22, SY",
        "Nusaybin, 37.08, 41.22, TR",
        "Cizre, 37.33, 42.19, TR",
        "Zakho, 37.14, 42.68, IQ",
        "Khorramshahr, 30.44, 48.18, IR",
        "Basra, 30.51, 47.78, IQ",
        "Umm Qasr, 30.03, 47.92, IQ",
        "Abdali, 30.03, 47.70, KW",
        "Kilis, 36.72, 37.12, TR",
        "Azaz, 36.59, 37.05, SY",
        "Kobani, 36.89, 38.35, SY",
        "Rukban, 33.31, 38.70, JO",
        "Beirut, 33.89, 35.50, LB",
        "Naqoura, 33.12, 35.14, LB",
        "Metula, 33.28, 35.58, IL",
        "Majdal Shams, 33.27, 35.77, SY",
        "Sderot, 31.52, 34.60, IL",
        "Gaza, 31.50, 34.46, PS",
        "Rafah, 31.29, 34.25, PS",
        "Hebron, 31.53, 35.10, PS",
        "Eilat, 29.56, 34.95, IL",
        "Aqaba, 29.53, 35.01, JO",
        "Kinshasa, -4.33, 15.31, CD",
        "Brazzaville, -4.27, 15.28, CG",
        "Goma, -1.68, 29.22, CD",
        "Gisenyi, -1.70, 29.26, RW",
        "Bukavu, -2.51, 28.86, CD",
        "N'Djamena, 12.11, 15.05, TD",
        "Kousseri, 12.08, 15.03, CM",
        "Lome, 6.13, 1.22, TG",
        "Peshawar, 34.01, 71.57, PK",
        "Torkham, 34.12, 71.09, AF",
        "Spin Boldak, 31.01, 66.40, AF",
        "Chaman, 30.92, 66.45, PK",
        "Belgorod, 50.60, 36.59, RU",
        "Kharkiv, 49.99, 36.23, UA",
        "Kerch, 45.36, 36.47, UA",
        "Sevastopol, 44.60, 33.52, UA",
        "Pristina, 42.66, 21.17, XK",
        "Hargeisa, 9.56, 44.06, SO",
        "Laayoune, 27.15, -13.20, EH",
        "Kyrenia, 35.34, 33.32, CY",
        "Sukhumi, 43.00, 41.02, GE",
        "Tiraspol, 46.84, 29.63, MD",
        "El Paso, 31.76, -106.49, US",
        "Ciudad Juarez, 31.72, -106.46, MX",
        "Cucuta, 7.89, -72.50, CO",
        "Hong Kong, 22.28, 114.16, HK",
        "Shenzhen, 22.55, 114.06, CN",
        "Singapore, 1.29, 103.85, SG",
        "Cayenne, 4.93, -52.33, GF",
        "Providenija, 64.42, -173.23, RU",
        "Nome, 64.50, -165.40, US",
        "Suva, -18.14, 178.44, FJ",
        "a harbour 10 km off Aden, 12.70, 45.00, YE",
        "the open Atlantic, 0.0, -30.0, XX"
    })
    void isTheCountryOfTheTown(String town, double lat, double lon, String country) {
        Place nameless =
                Given.place(Place.NOWHERE, "", "", Optional.of(new Coordinates(lat, lon)), PlacePrecision.SITE);

        assertThat(Given.PLACING.place(nameless).country()).as(town).isEqualTo(country);
    }
}
