package io.tocsin.news.find.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import io.tocsin.news.find.people.OriginFinder.Origin;
import io.tocsin.news.find.people.VictimFinder.Victim;
import io.tocsin.news.text.Sentence;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who says so, who did it, who was killed, and what was aimed at. */
class WhoTest {

    private static final OriginFinder ORIGINS = new OriginFinder();
    private static final BlameFinder BLAMES = new BlameFinder();
    private static final VictimFinder VICTIMS = new VictimFinder();
    private static final AimFinder AIMS = new AimFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The Iraqi army said rockets hit the base.               | Iraqi army
                    Rockets hit the base, the Iraqi army said.              | Iraqi army
                    Rockets hit the base, according to police.              | police
                    Rockets hit the base, AFP reported.                     | AFP
                    Rockets hit the base, Reuters said.                     | Reuters
                    A bomb went off, the interior ministry said.            | interior ministry
                    A bomb went off, a police source said.                  | police
                    A bomb went off, witnesses told reporters.              | witnesses
                    A bomb went off near a police station.                  | -
                    He said a bomb went off.                                | -
                    """)
    void namesWhoSaysSo(String text, String origin) {
        Sentence sentence = Newsroom.sentence(text);

        assertThat(ORIGINS.find(sentence, 0, sentence.size()).map(Origin::name).orElse("-"))
                .isEqualTo(origin);
    }

    @Test
    void namesEveryAgencyOnce() {
        Sentence sentence = Newsroom.sentence("Reuters and AFP reported it; Reuters had pictures, with sana in hand.");

        assertThat(ORIGINS.agencies(sentence)).containsExactly("Reuters", "AFP");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Islamic State claimed responsibility for the attack.          | Islamic State, CLAIMED
                    The attack was claimed by al-Shabaab.                         | Al-Shabaab, CLAIMED
                    The army blamed Boko Haram for the raid.                      | Boko Haram, BLAMED
                    Suspected Boko Haram fighters raided the village.             | Boko Haram, SUSPECTED
                    Houthi fighters fired a missile.                              | Houthis, UNKNOWN
                    No group has claimed responsibility.                          | -
                    Iran-backed groups were in the city.                          | -
                    The attack on Israel shocked the town.                        | -
                    Gunmen opened fire on a bus.                                  | -
                    The drones had been launched by the Houthis.                  | Houthis, UNKNOWN
                    A convoy of the Taliban drove past when the bomb exploded.    | -
                    """)
    void namesWhoIsSaidToHaveDoneIt(String text, String blame) {
        Sentence sentence = Newsroom.sentence(text);

        assertThat(BLAMES.find(Newsroom.facts(sentence), 0, sentence.size())
                        .map(each -> each.name() + ", " + each.attribution())
                        .orElse("-"))
                .isEqualTo(blame);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The killing of Iranian general Qassem Suleimani shook the region. | Qassem Suleimani
                    Gunmen killed the journalist Hisham Hashimi outside his home.     | Hisham Hashimi
                    The mayor, Anselme Dorvil, was abducted.                          | Anselme Dorvil
                    Ali al-Masri, a former rebel, was gunned down on his doorstep.    | Ali al Masri
                    Gunmen seized Omar Celik, a councillor, who was dragged from a bus. | Omar Celik
                    Julio Ramos, 44, was at the wheel when a passenger shot him.      | Julio Ramos
                    Gunmen killed three soldiers.                                     | -
                    Gunmen opened fire in Port Sudan.                                 | -
                    Berta Yule, a governor, was called to her door and shot.   | Berta Yule
                    Rolando Quispe, 46, was hit by a bullet.                   | Rolando Quispe
                    Barzilai Hospital was hit by a rocket.                     | -
                    """)
    void namesThePeopleKilled(String text, String victims) {
        Sentence sentence = Newsroom.sentence(text);

        assertThat(VICTIMS.find(Newsroom.facts(sentence), 0, sentence.size()).stream()
                        .map(Victim::name)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(victims.equals("-") ? "" : victims);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rockets hit an air base.                     | BASE*
                    A bomb hit a convoy of trucks.               | CONVOY*, TRANSPORT*
                    Gunmen stormed a police station.             | POLICE*
                    The police said so.                          |
                    According to the police it was a bomb.       |
                    A school stands there.                       | EDUCATION
                    """)
    void findsWhatMayHaveBeenAimedAt(String text, String aims) {
        assertThat(AIMS.find(Newsroom.facts(Newsroom.sentence(text))).stream()
                        .map(aim -> aim.kind() + (aim.struck() ? "*" : ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(aims == null ? "" : aims);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rockets hit a base hosting U.S. troops.         | coalition
                    A bomb hit a convoy of U.N. peacekeepers.       | un
                    Gunmen attacked Iraqi soldiers.                 | government
                    The Iraqi army said a farm was hit.             | -
                    """)
    void findsWhoseItIs(String text, String affiliation) {
        Sentence sentence = Newsroom.sentence(text);

        assertThat(AIMS.affiliation(Newsroom.facts(sentence), 0, sentence.size())
                        .orElse("-"))
                .isEqualTo(affiliation);
    }
}
