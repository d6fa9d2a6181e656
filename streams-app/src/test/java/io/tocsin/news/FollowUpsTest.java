package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agencies tell after an attack: how it ended, what came of it, and who speaks of it. The articles are of Thursday, August 27. */
class FollowUpsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A man with a knife killed four people in Mosul, Iraq, on Monday before being shot dead by police.                            | stabbing
                    Attackers with knives killed four people in Mosul, Iraq, on Monday. Police shot dead two of the assailants.                   | stabbing
                    A bomb killed four people in Mosul, Iraq, on Monday. The attackers were later shot dead.                                      | ied
                    Gunmen armed with rifles, grenades and rocket launchers attacked a bus in Mosul, Iraq, on Monday, killing four people.        | shooting
                    An explosion outside a clinic in Mosul, Iraq, on Monday was a terrorist act, police said.                                      | ied
                    Three rockets landed in Mosul, Iraq, on Monday. The rockets fell close to the U.S. embassy.                                    | rocket
                    A van was driven into pedestrians in Mosul, Iraq, on Monday, killing four people.                                              | other
                    Four aid workers were freed on Thursday. They were seized from a clinic in Mosul, Iraq, on Monday.                             | abduction
                    Thugs with meat cleavers killed four people in Mosul, Iraq, on Monday.                                                         | stabbing
                    Twin bomb attacks killed 64 people watching a cup final in Mosul, Iraq, on Monday.                                             | ied
                    The blasts on Monday in Mosul, Iraq, killed four people.                                                                       | ied
                    The man who shot dead four people in Mosul, Iraq, on Monday had been jailed for theft.                                         | shooting
                    A man was charged on Thursday after four people were gunned down in Mosul, Iraq, on Monday.                                    | shooting
                    """)
    void areOneAttack(String text, String category) {
        List<Report> reports = Newsroom.read(text).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).category().label()).isEqualTo(category);
        assertThat(reports.get(0).occurrence().from()).isBetween("2020-08-23T20:00:00Z", "2020-08-24T21:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leaders on Wednesday condemned the bomb attack that killed four people in Mosul, Iraq. The bomb went off on Monday.",
                "Police on Wednesday hunted two men suspected of the bombing that killed four people in Mosul, Iraq. A bomb went off in a market on Monday.",
                "Rescuers searched the rubble in Mosul, Iraq, on Wednesday after a bomb went off, killing four people. The Monday explosion destroyed a market.",
                "A guard wounded in a bombing in Mosul, Iraq, died on Wednesday. Four people were killed when the bomb went off on Monday.",
                "The death toll from a bombing in Mosul, Iraq, rose to four on Wednesday. The bomb went off on Monday.",
                "A bomb killed four people in Mosul, Iraq, on Monday. Iran summoned an envoy over the bombing on Wednesday.",
                "Markets reopened in Mosul, Iraq, on Wednesday after a bomb killed four people. The bomb exploded on Monday.",
            })
    void areOfTheDayOfTheAttack(String text) {
        List<Report> reports = Newsroom.read(text).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).occurrence().from()).isBetween("2020-08-23T20:00:00Z", "2020-08-24T21:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A man went on trial in Mosul, Iraq, on Monday accused of helping a gunman who opened fire on a train.",
                "Bombs sent to four politicians were found in Mosul, Iraq, on Monday.",
                "A warehouse fire triggered the explosion that killed four people in Mosul, Iraq, on Monday.",
                "An explosion at a coal mine near Mosul, Iraq, killed four people on Monday.",
                "Thousands will flee Mosul, Iraq, when forces launch an assault on the town, an official warned on Monday.",
                "A man who had hired two others to kill a journalist was seen in Mosul, Iraq, on Monday.",
                "The prime minister launched an assault on the Irish budget in Mosul, Iraq, on Monday.",
                "Bolivia accused Spain of \"kidnapping\" its envoy in Mosul, Iraq, on Monday.",
                "Two unarmed bombs were dropped near Mosul, Iraq, on Monday in a test of a new weapon.",
                "Four raids in Mosul, Iraq, were nipped in the bud last week, among them one on a post that was to have been blown up on Monday.",
                "A man appeared in court in Mosul, Iraq, on Monday charged with murder.",
            })
    void areNone(String text) {
        assertThat(Newsroom.read(text).reports()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Warplanes bombed a school in Syria on Monday, killing nine pupils, hours after a suicide bombing in Mosul, Iraq.         | 2
                    Mosul in Iraq saw nine explosions last week, among them a car bomb on Monday that killed four people. | 1
                    Gunmen attacked a church in Mosul, Iraq, on Monday and shot a priest. The gunmen set it ablaze.     | 1
                    Gunmen attacked a hotel in Mosul, Iraq, on Monday. Two of them blew themselves up.                  | 1
                    Troops killed 200 fighters in clashes at Mosul, Iraq, on Monday.                                    | 1
                    A cook was hacked to death, police said. \\n\\n He was attacked with an axe in Mosul, Iraq, on Monday. | 1
                    """)
    void areSoMany(String text, int attacks) {
        assertThat(Newsroom.read(text.replace("\\n", "\n")).reports()).hasSize(attacks);
    }
}
