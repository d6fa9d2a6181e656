package io.tocsin.news.find.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import io.tocsin.news.Newsroom;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which words an attack is told, and by which it is not. */
class NamingWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The toll of Monday's car bomb in Mosul, Iraq, rose to nine.                                                  | vehicle-bomb
                    Three people were killed in a car bomb in Mosul, Iraq, on Monday.                                            | vehicle-bomb
                    A patrol came under fire near Mosul, Iraq, on Monday, and two policemen were killed.                         | shooting
                    Fighters used drones to drop explosives on the airfield of Mosul, Iraq, on Monday.                           | drone
                    Three traders were killed at a market in Mosul, Iraq, 25 km from the border of the province, on Monday, by a bomb. | ied
                    Armed men pulled a lecturer out of a taxi in Mosul, Iraq, on Monday.                                         | abduction
                    Gunmen stopped a bus near Mosul, Iraq, on Monday and took two engineers into the hills.                      | abduction
                    Arsonists burned four cars in Mosul, Iraq, on Monday.                                                        | arson
                    Rival clans fought near Mosul, Iraq, on Monday, leaving four people dead.                                    | armed-clash
                    A crowd ransacked a police station in Mosul, Iraq, on Monday.                                                | riot
                    A parcel exploded in the hands of a judge in Mosul, Iraq, on Monday.                                         | ied
                    """)
    void tellAnAttack(String text, String category) {
        List<Report> reports = Newsroom.read(text).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).category().label()).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister of police came under fire for his remarks in Mosul, Iraq, on Monday.",
                "Friday's bomb scare at the station in Mosul, Iraq, was over within an hour.",
                "The army used drones to film the parade in Mosul, Iraq, on Monday.",
                "Rescuers pulled four people out of a bus in Mosul, Iraq, on Monday.",
            })
    void tellNone(String text) {
        assertThat(Newsroom.read(text).reports()).isEmpty();
    }
}
