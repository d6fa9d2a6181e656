package io.tocsin.news.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import io.tocsin.incident.Target;
import io.tocsin.news.Newsroom;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was aimed at, where more than one thing is named. */
class AimsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Gunmen ambushed an army patrol in Mosul, Iraq, on Monday, killing four soldiers.                             | military
                    The tax collector of the district, Hassan Mursal, was shot dead outside a mosque in Mosul, Iraq, on Monday.   | government
                    A bomb hit a truck carrying police recruits in Mosul, Iraq, on Monday, killing four.                          | police
                    A bomb hit a bus in Mosul, Iraq, on Monday, killing four.                                                     | transport
                    """)
    void isThatWhichMatters(String text, String kind) {
        List<Report> reports = Newsroom.read(text).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).target().map(Target::kind).orElseThrow().label())
                .isEqualTo(kind);
    }
}
