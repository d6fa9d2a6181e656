package io.tocsin.news.find.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.LeftOut.Reason;
import io.tocsin.news.Newsroom;
import io.tocsin.news.text.Chrome;
import io.tocsin.news.text.Prose;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenreTest {

    private static final Chrome CHROME = Chrome.load();
    private static final Genre GENRE = new Genre();

    private static Optional<Reason> of(Optional<String> title, String text) {
        Prose prose = Prose.of(Newsroom.article(title, text, Newsroom.TODAY), CHROME);
        List<Sentence> sentences = Newsroom.SENTENCES.of(prose);
        return GENRE.of(sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    METAPHOR | The striker fired from the left. The goalkeeper was beaten after half time.
                    METAPHOR | Hackers attacked the hospital. The ransomware took its servers down.
                    METAPHOR | The supermarket chain opened fire in the price war. Its margins shrank.
                    DRILL    | Missiles rained on the island. It was a drill, and the ship was a mock one.
                    DRILL    | The novel opens with an ambush. Its second chapter has an audience in tears.
                    HISTORY  | She was shot at in Beirut. She is survived by a sister, and by a memoir.
                    ACCIDENT | The blast came from a boiler. A spark had met a faulty valve.
                    """)
    void isToldBySeveralWordsOfOneField(Reason reason, String text) {
        assertThat(of(Optional.empty(), text)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Gunmen killed two people outside a theatre in the city on Monday.
                    A bomb went off at a football league match. Nobody claimed it.
                    Gunmen attacked the town. The striker of its club was hit, and hackers mocked him.
                    """)
    void isNotToldByAWordOrByWordsOfSeveralFields(String text) {
        assertThat(of(Optional.empty(), text)).isEmpty();
    }

    @Test
    void wordsOfTheHeadlineCountForTwo() {
        String text = "Gunmen storm a village and shoot whoever looks out. The audience held its breath.";

        assertThat(of(Optional.of("Film: The other alley"), text)).contains(Reason.DRILL);
        assertThat(of(Optional.of("The other alley"), text)).isEmpty();
    }

    @Test
    void mustBeToldAtTheBeginning() {
        String real = "Gunmen attacked a post on Monday. ".repeat(8);

        assertThat(of(Optional.empty(), real + "The striker met the goalkeeper before half time."))
                .isEmpty();
    }
}
