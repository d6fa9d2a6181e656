package io.tocsin.news.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import io.tocsin.news.Newsroom;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attacks that an article tells beside each other. The articles are of Thursday, August 27. */
class AttacksApartTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Shells hit a house in Jisr al-Shughur, in Idlib province, Syria, on Monday, killing six people. Two more died when a shell struck their car at Sarmin.             | Jisr ash Shughur, Sarmin
                    A bomb killed two people in Mosul, Iraq, on Monday. The group called it revenge for a raid on Kirkuk on Sunday in which four people were killed.             | Mosul, Kirkuk
                    An ambush near Mosul, Iraq, killed two soldiers on Monday. One victim of the bomb which exploded in a market in Tikrit on Monday has died.                 | Mosul, Tikrit
                    Gunmen burst into a room in Iraq's Nineveh province on Monday and shot a worker. The man, 24, died on Tuesday in a Mosul hospital. | -
                    A drone hit a car in Mosul, Iraq, on Monday. A few hours later, four rockets were launched at a camp near Tikrit, wounding two soldiers.                      | Mosul, Tikrit
                    A bomb killed four people in Mosul, Iraq, on Monday. Militants fired a rocket at Kirkuk on Tuesday for the first time this month, killing two people.        | Mosul, Kirkuk
                    A bomb killed two soldiers in Tarmiya, 25 km north of Baghdad, Iraq, on Monday. In Abu Ghraib, on the capital's western outskirts, gunmen shot dead a man on Monday. | At Tarmiyah, Abu Ghraib
                    """)
    void haveEachTheirPlace(String text, String sites) {
        assertThat(reports(text).stream()
                        .map(report -> report.place().site().orElse("-"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(sites);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A bomb killed four people in Mosul, Iraq, this week. Three of the injured died in hospital on Tuesday and Wednesday. Four of those hurt in Monday's attack are children. | 2020-08-23T21:00:00Z
                    """)
    void areNotOfTheDayOfALateDeath(String text, String from) {
        assertThat(reports(text)).hasSize(1);
        assertThat(reports(text).get(0).occurrence().from()).hasToString(from);
    }

    private static List<Report> reports(String text) {
        return Newsroom.read(text).reports();
    }
}
