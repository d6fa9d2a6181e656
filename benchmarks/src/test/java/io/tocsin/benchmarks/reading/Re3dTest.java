package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Documents about Iraq and Syria in which people marked places and times. */
class Re3dTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "re3d");

    @Test
    void areReadWithoutFailureAndMuchOfWhatIsMarkedIsFound() throws IOException {
        boolean there = Files.exists(FOLDER);
        if (!there) {
            System.err.println("SKIPPED: the test of the reading of re3d needs " + FOLDER);
        }
        Assumptions.assumeTrue(there, FOLDER + " is not there");
        Re3d.Score score = new Re3d().measure(FOLDER);
        System.out.println(score.text());

        assertThat(score.documents()).isEqualTo(90);
        assertThat(score.unread()).isLessThan(5);
        assertThat(score.places().foundNamed()).isGreaterThan(score.places().named() / 4);
        assertThat(score.times().foundNamed()).isGreaterThan(score.times().named() / 4);
    }
}
