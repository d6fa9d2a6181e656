package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The many ways in which agencies tell of an attack, and of what is none. */
class WordingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A bomb tore through a market in Mosul, Iraq, on Monday, claiming four lives.                        | ied, 4
                    Four people lost their lives in Mosul, Iraq, on Monday when a bomb ripped through a market.          | ied, 4
                    On Monday a market in Mosul, Iraq, was torn apart by a bomb; four people perished.                   | ied, 4
                    A bomb left four people dead in Mosul, Iraq, on Monday.                                              | ied, 4
                    Mortar bombs rained down on a village near Mosul, Iraq, on Monday, killing four people.              | mortar-or-artillery, 4
                    A shell crashed through the roof of a clinic in Mosul, Iraq, on Monday, killing four people.         | mortar-or-artillery, 4
                    Rockets were fired at the airport of Mosul, Iraq, on Monday, killing four people.                    | rocket, 4
                    Gunmen sprayed a cafe in Mosul, Iraq, with bullets on Monday, killing four people.                   | shooting, 4
                    Four people were cut down in a hail of gunfire in Mosul, Iraq, on Monday.                            | shooting, 4
                    Gunmen lay in wait for a convoy near Mosul, Iraq, on Monday and killed four soldiers.                | ambush, 4
                    Four soldiers died on Monday when their lorry ran over a landmine near Mosul, Iraq.                  | mine, 4
                    A car packed with explosives was rammed into a gate in Mosul, Iraq, on Monday, killing four people.  | vehicle-bomb, 4
                    A man with explosives under his coat blew himself up in Mosul, Iraq, on Monday, killing four people. | suicide-bomb, 4
                    Four engineers were dragged from their car at gunpoint near Mosul, Iraq, on Monday.                  | abduction, -
                    A school in Mosul, Iraq, was set ablaze by masked men on Monday.                                     | arson, -
                    A drone sent against the airport of Mosul, Iraq, was shot down on Monday.                            | drone, -
                    Two clans fought it out with rifles in Mosul, Iraq, on Monday, and four people were killed.          | armed-clash, 4
                    The town of Mosul, Iraq, came under fire from multiple rocket launchers on Monday, killing four people. | rocket, 4
                    A priest and his cook were taken by armed men from a house in Mosul, Iraq, on Monday.                | abduction, -
                    A helicopter took rifle fire over Mosul, Iraq, on Monday, and four people were killed.               | shooting, 4
                    Masked men poured diesel over four lorries in Mosul, Iraq, on Monday.                                | arson, -
                    Wagons were derailed near Mosul, Iraq, on Monday after a rail had been unscrewed.                    | sabotage, -
                    A pick-up went over a mine near Mosul, Iraq, on Monday and four people were killed.                  | mine, 4
                    A man set off the explosives on his body in Mosul, Iraq, on Monday, and four guards were killed.     | suicide-bomb, 4
                    The camp in Mosul, Iraq, received indirect fire on Monday and four soldiers were killed.             | mortar-or-artillery, 4
                    The bombing was in Mosul, Iraq, on Monday, four people were killed, and no bomber was among them.    | ied, 4
                    """)
    void areReadAlike(String sentence, String told) {
        List<Report> reports = Newsroom.read(sentence).reports();

        assertThat(reports).hasSize(1);
        Report report = reports.get(0);
        assertThat(killed(report)).isEqualTo(told);
        assertThat(report.place().country()).isEqualTo("IQ");
        assertThat(report.place().inWords()).contains("Mosul");
        assertThat(report.occurrence().from()).isBetween("2020-08-23T20:00:00Z", "2020-08-24T21:00:00Z");
    }

    private static String killed(Report report) {
        return report.category().label() + ", "
                + report.casualties().killed().best().stream()
                        .mapToObj(Integer::toString)
                        .findFirst()
                        .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A missile tested on Monday off Mosul, Iraq, struck its target, a raft.
                    Earlier versions of this report said that four people had been shot dead in Mosul, Iraq, on Monday.
                    The army dismissed as baseless reports that jets had bombed Mosul, Iraq, on Monday.
                    A gas cylinder exploded in a kitchen in Mosul, Iraq, on Monday, killing four people.
                    The opposition opened fire on the budget in parliament in Baghdad, Iraq, on Monday.
                    Police in Mosul, Iraq, found and defused a bomb on Monday.
                    The bomb squad blew up a suspicious bag in Mosul, Iraq, on Monday; it held clothes.
                    Fighting the fire took the men of Mosul, Iraq, until Monday.
                    """)
    void areNone(String sentence) {
        assertThat(Newsroom.read(sentence).reports()).isEmpty();
    }

    @Test
    void partWhatADigestTells() {
        String text = """
                MOSUL, Iraq - A bomb went off in a market on Monday, killing four people.

                KABUL, Afghanistan - Gunmen shot dead a judge on his way to court on Tuesday.

                MOGADISHU, Somalia - Mortar bombs landed near the airport on Wednesday.
                """;

        assertThat(Newsroom.read(text).reports().stream()
                        .map(report ->
                                report.category().label() + " " + report.place().country())
                        .collect(Collectors.toList()))
                .containsExactlyInAnyOrder("ied IQ", "shooting AF", "mortar-or-artillery SO");
    }

    @Test
    void takeWhenAndWhereFromTheSceneThatTheirParagraphOpensWith() {
        List<Report> reports = Newsroom.read("""
                        Prisoners in Mosul, Iraq, refused their soup on Tuesday. Four were hurt in the riot.
                        """).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).place().inWords()).contains("Mosul");
        assertThat(reports.get(0).occurrence().from()).isBetween("2020-08-24T20:00:00Z", "2020-08-25T21:00:00Z");
    }

    @Test
    void leaveATownInItsProvinceWhereABigCityIsNamedBesideIt() {
        List<Report> reports = Newsroom.read("""
                        Gunmen shot at tankers on Monday near Khuzdar, Pakistan, on the highway from Karachi.
                        """).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).place().inWords()).contains("Khuzdar").doesNotContain("Sindh");
    }
}
