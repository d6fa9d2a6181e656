package io.tocsin.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {

    private static final String ENGLISH =
            "Two rockets hit a base in the west of the country on Sunday night, and no one was hurt, said the army in a"
                    + " statement.";

    @ParameterizedTest
    @CsvSource({"en, true", "en-US, true", "EN, true", "fr, false", "ar, false", "de-DE, false"})
    void isWhatTheArticleSaysOfItself(String language, boolean english) {
        assertThat(English.is(Newsroom.inLanguage(Optional.of(language), ENGLISH), Newsroom.sentences(ENGLISH)))
                .isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void isToldByTheWordsWhereTheArticleDoesNotSay(String language) {
        assertThat(English.is(Newsroom.inLanguage(Optional.of(language), ENGLISH), Newsroom.sentences(ENGLISH)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deux roquettes ont touché une base dans l'ouest du pays dimanche soir, sans faire de victimes, a indiqué"
                        + " l'armée dans un communiqué publié lundi matin à Bagdad.",
                "Zwei Raketen trafen am Sonntagabend einen Stützpunkt im Westen des Landes, verletzt wurde niemand, teilte"
                        + " die Armee in einer Erklärung am Montag in der Hauptstadt mit.",
                "Dos cohetes alcanzaron una base en el oeste del país el domingo por la noche, sin causar víctimas, informó"
                        + " el ejército en un comunicado difundido el lunes en la capital."
            })
    void isNotAnotherLanguageWhateverTheArticleSaysOfItself(String text) {
        assertThat(English.is(Newsroom.inLanguage(Optional.empty(), text), Newsroom.sentences(text)))
                .isFalse();
        assertThat(English.is(Newsroom.inLanguage(Optional.of("en"), text), Newsroom.sentences(text)))
                .isFalse();
    }

    @Test
    void isTakenForGrantedOfAFewWords() {
        String text = "Rockets hit base.";

        assertThat(English.is(Newsroom.inLanguage(Optional.empty(), text), Newsroom.sentences(text)))
                .isTrue();
    }
}
