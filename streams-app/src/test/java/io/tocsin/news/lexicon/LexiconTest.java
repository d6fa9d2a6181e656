package io.tocsin.news.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.news.Newsroom;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

    private final Phrases<String> phrases = new Phrases<>();

    @Test
    void findsTheLongestPhraseThatBeginsAtAWord() {
        phrases.addAll("rocket; rocket attack; attack helicopter", "x");
        Sentence sentence = Newsroom.sentence("A rocket attack helicopter, a Rocket-attack and a rocket.");

        assertThat(phrases.all(sentence))
                .extracting(found -> sentence.phrase(found.from(), found.until()))
                .containsExactly("rocket attack", "Rocket attack", "rocket");
    }

    @Test
    void findsPhrasesByTheirEnd() {
        phrases.addAll("north of;of", "x");
        Sentence sentence = Newsroom.sentence("It fell north of Balad.");

        assertThat(phrases.endingAt(sentence, 4, 3)).contains(new Found<>(2, 4, "x"));
        assertThat(phrases.endingAt(sentence, 4, 1)).contains(new Found<>(3, 4, "x"));
        assertThat(phrases.endingAt(sentence, 3, 3)).isEmpty();
    }

    @Test
    void keepsTheFirstMeaningOfAPhrase() {
        phrases.addAll("rocket", "first");
        phrases.addAll("Rocket", "second");

        assertThat(phrases.at(Newsroom.sentence("Rocket!"), 0).map(Found::meaning))
                .contains("first");
    }

    @Test
    void readsRowsAndPassesOverRemarks() {
        List<List<String>> rows = Table.read("harm.tsv", 2);

        assertThat(rows)
                .isNotEmpty()
                .allMatch(row -> row.size() >= 2 && !row.get(0).startsWith("#"));
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> Table.read("nowhere.tsv", 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the reader's nowhere.tsv is not in the class path");
    }

    @Test
    void namesFileAndRowThatLackCells() {
        assertThatThrownBy(() -> Table.read("harm.tsv", 9))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("harm.tsv, row [killed;killing;")
                .hasMessageEndingWith("it needs 9 cells parted by tabs");
    }

    @Test
    void namesTheListThatIsMissing() {
        assertThatThrownBy(() -> Words.of("nowhere-to-be-found"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("words.tsv has no list nowhere-to-be-found");
    }

    @Test
    void holdsSignsAsTheyAre() {
        assertThat(Words.of("before-speakers")).contains("\u2014", "\u2013").doesNotContain("u2014");
    }

    /** A phrase with a capital letter, a mark or a double space is never found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacks.tsv",
                "cues.tsv",
                "harm.tsv",
                "targets.tsv",
                "affiliations.tsv",
                "actors.tsv",
                "agencies.tsv",
                "speakers.tsv",
                "blame.tsv",
                "placewords.tsv"
            })
    void holdsPhrasesAsTokensSpellThem(String file) {
        for (List<String> row : Table.read(file, 2)) {
            for (String phrase : row.get(0).split(";", -1)) {
                assertThat(phrase).as("%s: %s", file, row.get(1)).matches("[\\p{Ll}\\d.']+([ -][\\p{Ll}\\d.']+)*");
            }
        }
    }

    @Test
    void knowsCountriesByNameAndPeopleWrittenLarge() {
        Countries countries = Newsroom.COUNTRIES;
        Sentence sentence = Newsroom.sentence("Iraqi and Saudi Arabia and chad and Chad.");

        assertThat(countries.at(sentence, 0).map(found -> found.meaning().code()))
                .contains("IQ");
        assertThat(countries.at(sentence, 0).map(found -> found.meaning().people()))
                .contains(true);
        assertThat(countries.at(sentence, 2).map(found -> found.meaning().code()))
                .contains("SA");
        assertThat(countries.at(sentence, 5)).isEmpty();
        assertThat(countries.at(sentence, 7).map(found -> found.meaning().people()))
                .contains(false);
        assertThat(countries.capital("IQ")).isEqualTo(Optional.of("Baghdad"));
        assertThat(countries.capital("XX")).isEmpty();
    }

    @Test
    void knowsTheCapitalsAsTheGazetteerDoes() {
        for (List<String> row : Table.read("capitals.tsv", 2)) {
            assertThat(Newsroom.GAZETTEER.sites(io.tocsin.places.spelling.Spelling.plain(row.get(1))))
                    .as(row.get(1))
                    .isNotEmpty();
        }
    }
}
