package io.tocsin.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.junit.jupiter.api.Test;

/** What is remembered of words is what OpenNLP makes of whole texts. */
class TokensTest {

    private static final List<String> WORDS = List.of(
            "Gunmen",
            "cannot",
            "didn't",
            "U.S.",
            "(AFP)",
            "\u201cIt's",
            "over,\u201d",
            "al-Asad",
            "7:30",
            "p.m.",
            "1,200",
            "dead;",
            "wounded.",
            "Baghdad's",
            "...",
            "--",
            "$5m",
            "12/03/2021",
            "and/or",
            "gonna",
            "x",
            "\u0627\u0644",
            "e-mail:",
            "\ud83d\ude80",
            "(three",
            "rockets)",
            "we'll",
            "a.m.,",
            "\u00e9t\u00e9",
            "3rd",
            "http://a.example/b?c=d",
            "y".repeat(50) + "!");
    private static final List<String> BLANKS = List.of(" ", "  ", "\n", "\t", "\u00a0", " \u2003");

    @Test
    void makesOfWordsSeenBeforeWhatTheTokenizerMakesOfTheWholeText() throws IOException {
        TokenizerME whole = new TokenizerME(model());
        Tokens tokens = new Tokens(new TokenizerME(model()));
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(20); words > 0; words--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(BLANKS.get(random.nextInt(BLANKS.size())));
            }

            assertThat(tokens.of(text.toString()))
                    .as("tokens of <%s>", text)
                    .containsExactly(whole.tokenizePos(text.toString()));
        }
    }

    private static TokenizerModel model() throws IOException {
        try (InputStream model = TokensTest.class.getResourceAsStream(Sentences.TOKEN_MODEL)) {
            return new TokenizerModel(model);
        }
    }
}
