package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void sharedIsTheShareOfTheStatement() {
        assertThat(Words.shared("39 rocket attacks", "Militants carried out 39 rocket attacks in ten months"))
                .isEqualTo(1);
        assertThat(Words.shared("39 rocket attacks since October", "A rocket attack hit the airport"))
                .isEqualTo(0.4, offset(0.001));
        assertThat(Words.shared("the", "the")).isZero();
    }

    @Test
    void endingsAndArticlesDoNotMatter() {
        assertThat(Words.sameName("the Israeli army", "Israeli army")).isTrue();
        assertThat(Words.sameName("Russia", "Russian aircraft")).isTrue();
        assertThat(Words.sameName("police", "a police source")).isTrue();
        assertThat(Words.sameName("Iraqi army", "Iraqi police")).isFalse();
        assertThat(Words.sameName("the", "a")).isFalse();
    }

    @Test
    void namesOfPlacesAreComparedWithoutWhatTheySayTheyAre() {
        assertThat(Words.samePlace("Taji base", "Al-Taji")).isTrue();
        assertThat(Words.samePlace("Tapuach Junction", "Tapuah junction")).isTrue();
        assertThat(Words.samePlace("Kirkuk", "Kurki")).isFalse();
    }

    @Test
    void surnamesAreComparedBySound() {
        assertThat(Words.hasSurname("Qassem Suleimani", "General Qasem Soleimani"))
                .isTrue();
        assertThat(Words.hasSurname("Roya Sadat Mirzai", "Roya Mirzai, a judge"))
                .isTrue();
        assertThat(Words.hasSurname("Qassem Suleimani", "Abu Mahdi al-Muhandis"))
                .isFalse();
    }
}
