package io.tocsin.places.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenNameTest {

    @ParameterizedTest
    @CsvSource({
        "Balad, balad, UNSAID",
        "Balad town, balad, SETTLEMENT",
        "City of Balad, balad, SETTLEMENT",
        "مدينة الموصل, الموصل, SETTLEMENT",
        "Nāḩiyat Yathrib village, yathrib, SETTLEMENT",
        "Balad air base, balad, FACILITY",
        "Joint Base Balad, balad, FACILITY",
        "Forward Operating Base Shinwar, shinwar, FACILITY",
        "قاعدة عين الأسد الجوية, عين الاسد, FACILITY",
        "Air Base, air base, UNSAID",
        "Shinwar district (Ghani Khel), shinwar, DISTRICT",
        "Şalāḩ ad Dīn province, salah ad din, PROVINCE",
        "محافظة الأنبار, الانبار, PROVINCE",
        "Province, province, UNSAID"
    })
    void isTakenApart(String name, String core, NameKind kind) {
        GivenName given = GivenName.of(name);

        assertThat(given.core()).isEqualTo(core);
        assertThat(given.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"near Balad, balad", "Northern Hamah Governorate, hamah", "Outskirts of Balad, of balad"})
    void knowsWhatItIsNear(String name, String centre) {
        assertThat(GivenName.of(name).centre().orElseThrow().core()).isEqualTo(centre);
    }

    @ParameterizedTest
    @CsvSource({
        "Al-Fāḑil town, Fadil",
        "'AL FADIL  village', FADIL",
        "Qaryat 7 Town town, Qaryat 7",
        "FOB Shinwar, FOB Shinwar",
        "Town, Town",
        "???, ???",
        "Kawalewada village (near Gondia), Kawalewada"
    })
    void isTidiedForPeopleAndTidyThen(String name, String tidy) {
        assertThat(GivenName.tidy(name)).isEqualTo(tidy);
        assertThat(GivenName.tidy(tidy)).isEqualTo(tidy);
    }
}
