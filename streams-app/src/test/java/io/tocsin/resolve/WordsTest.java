package io.tocsin.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void takeNoNoticeOfCaseAccentsApostrophesAndEndings() {
        assertThat(Words.of("Shelling KILLED Shi\u2019ite fighters in Al-F\u0101ris"))
                .isEqualTo(Words.of("shell kill shiite fighter faris"));
    }

    @Test
    void areSharedAsFarAsTheCosineSays() {
        assertThat(Words.shared(Words.of("rocket base night"), Words.of("rocket base Hit")))
                .isCloseTo(2 / 3.0, within(1e-9));
        assertThat(Words.shared(Words.of("rocket"), Words.of("bomb"))).isZero();
        assertThat(Words.shared(Words.of("rockets"), Words.of("rocket"))).isCloseTo(1, within(1e-9));
    }

    @Test
    void ofATextWithoutAnyAreNone() {
        assertThat(Words.of(" -- \uD83D\uDE80 a !")).isEmpty();
    }

    @Test
    void soundAlikeInAllSpellingsOfAName() {
        assertThat(Words.sound("qassem suleimani"))
                .isEqualTo(Words.sound("qasem soleimani"))
                .isEqualTo(Words.sound("sulaymani"));
        assertThat(Words.sound("iii")).isEqualTo("iii");
    }
}
