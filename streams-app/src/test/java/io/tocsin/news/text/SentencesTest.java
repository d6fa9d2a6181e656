package io.tocsin.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The order came from Gen. Qassem Taher on Monday.",
                "A bomb went off near St. Michael's church on Monday.",
                "A rocket hit the base at 5 p.m. on Monday.",
                "A rocket hit the base at 5 p.m. Monday and burned out.",
                "A rocket hit the base at 5 p.m. GMT on Monday.",
                "A rocket hit the U.S. embassy on Monday.",
                "A rocket hit the U.N. House at 5 a.m. on Monday.",
                "The attack of Jan. 8 hurt no one.",
                "A rocket fell 2.5 km. from the base on Monday."
            })
    void endsNoSentenceAfterAnAbbreviation(String text) {
        assertThat(Newsroom.sentences(text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A rocket hit the base. Nobody was hurt.                        | 2
                    A rocket hit the base at 5 p.m. Nobody was hurt.               | 2
                    A rocket hit the base at 5 p.m. Iraqi forces said so.          | 2
                    Who fired it? Nobody knows. The army is looking for them.      | 3
                    """)
    void endsOneWhereItEnds(String text, int sentences) {
        assertThat(Newsroom.sentences(text)).hasSize(sentences);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    car-bomb                    | car bomb
                    al-Asad                     | al asad
                    Iraq's                      | iraq 's
                    Iraq/Syria                  | iraq syria
                    U.S.                        | u.s.
                    US                          | u.s.
                    us                          | us
                    IS                          | i.s.
                    1,200                       | 1,200
                    """)
    void partsWordsAtHyphensAndStrokes(String text, String words) {
        Sentence sentence = Newsroom.sentence("See " + text);

        assertThat(String.join(
                        " ", sentence.tokens().stream().skip(1).map(Token::word).toList()))
                .isEqualTo(words);
    }

    @Test
    void cutsAStretchWithoutAnEndWhereAWordEnds() {
        String text = "rocket attack on a base ".repeat(500).strip();

        List<Sentence> sentences = Newsroom.sentences(text);

        assertThat(sentences).hasSizeGreaterThan(5);
        assertThat(sentences).allSatisfy(sentence -> {
            assertThat(sentence.span().until() - sentence.span().from()).isLessThanOrEqualTo(1_500);
            assertThat(sentence.tokens()).extracting(Token::text).isSubsetOf("rocket", "attack", "on", "a", "base");
        });
        assertThat(sentences.stream().mapToInt(Sentence::size).sum()).isEqualTo(2_500);
    }

    @Test
    void pointsEveryTokenAtItsCharacters() {
        String text =
                "Gen. Ali's men \u2014 ten of them \u2014 fired two Katyusha-type rockets (at 8:30 p.m.) on \"Camp Taji\".";

        for (Sentence sentence : Newsroom.sentences(text)) {
            for (Token token : sentence.tokens()) {
                assertThat(text.substring(token.from(), token.until())).isEqualTo(token.text());
            }
        }
    }

    @Test
    void saysOutsideOfASentenceThatThereIsNothing() {
        Sentence sentence = Newsroom.sentence("A rocket fell.");

        assertThat(sentence.word(-1)).isEmpty();
        assertThat(sentence.text(sentence.size())).isEmpty();
        assertThat(sentence.isCapital(-1)).isFalse();
        assertThat(sentence.phrase(0, 2)).isEqualTo("A rocket");
    }
}
