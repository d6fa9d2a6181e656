package io.tocsin.news.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import io.tocsin.news.Newsroom;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What befell somebody in one sentence, and who or what did it in the next. */
class SuspenseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The entrance of a block of flats in Mosul, Iraq, was destroyed on Monday. The bomb had been put behind the door. | ied
                    Five people were killed in Mosul, Iraq, on Monday. Witnesses said the gunmen came on motorbikes.                 | shooting
                    A police officer was killed in Mosul, Iraq, on Monday. He had been stabbed in the neck.                          | stabbing
                    The bodies of five men were found near Mosul, Iraq, on Monday. They had been shot in the head.                   | shooting
                    """)
    void isAnAttack(String text, String category) {
        List<Report> reports = Newsroom.read(text).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).category().label()).isEqualTo(category);
        assertThat(reports.get(0).occurrence().from()).isEqualTo("2020-08-23T21:00:00Z");
        assertThat(reports.get(0).place().site()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two people were killed in a road accident in Mosul, Iraq, on Monday. The driver was drunk.",
                "A bridge collapsed in Mosul, Iraq, on Monday. The drone that filmed it belonged to a television station.",
                "A baker died in a hospital in Mosul, Iraq, on Monday. He had been shot in 2014.",
            })
    void isNone(String text) {
        assertThat(Newsroom.read(text).reports()).isEmpty();
    }
}
