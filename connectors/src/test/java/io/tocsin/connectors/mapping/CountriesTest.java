package io.tocsin.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    private final Countries countries = new Countries(Map.of("DR Congo (Zaire)", "CD"));

    @ParameterizedTest
    @CsvSource({
        "Iraq, IQ",
        "iraq, IQ",
        "IRQ, IQ",
        "IQ, IQ",
        "Cote d'Ivoire, CI",
        "Bosnia and Herzegovina, BA",
        "DR Congo (Zaire), CD",
        "dr congo zaire, CD"
    })
    void knowsNamesCodesAndItsOwnNames(String name, String code) {
        assertThat(countries.code(name)).contains(code);
    }

    @Test
    void doesNotGuess() {
        assertThat(countries.code("Atlantis")).isEmpty();
        assertThat(countries.code("")).isEmpty();
    }
}
