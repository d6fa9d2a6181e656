package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The five articles that the project started from. */
class SeedArticlesTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "seeds");

    @Test
    void areReadRightInEveryFieldAndNothingIsReadThatDidNotHappen() throws IOException {
        boolean there = Files.exists(FOLDER);
        if (!there) {
            System.err.println("SKIPPED: the test of the reading of the five articles needs " + FOLDER);
        }
        Assumptions.assumeTrue(there, FOLDER + " is not there");
        ReadingScore score = ReadingQuality.measure(FOLDER);
        System.out.println(score.text());

        assertThat(score.found()).isEqualTo(score.incidents());
        score.fields().forEach((field, figures) -> {
            if (field != Field.CREDIT) {
                assertThat(figures.right()).as(field.label()).isEqualTo(figures.named());
            }
        });
        assertThat(score.ofStatements()).isEmpty();
    }
}
