package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told in the words of an attack and was none, or none of its own. */
class NoneOfItTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Islamic State had attacked a bus in Mosul, Iraq, on Monday and killed four, a caller told the radio. There was no such attack.",
                "Grenades were thrown at a clinic in Mosul, Iraq, on Monday and four people killed, we wrote. None of this took place.",
                "Shots rang out and gunmen stormed a hall in Mosul, Iraq, on Monday. It was an exercise.",
                "A rumour had it that gunmen had killed four people in Mosul, Iraq, on Monday.",
                "A message had gone round on Monday that gunmen had killed four people in Mosul, Iraq.",
                "A report that a refinery in Mosul, Iraq, had been attacked on Monday was denied by the company.",
                "Divers of the navy blew up four bombs in Mosul, Iraq, on Monday.",
                "Four shells were blown up in a quarry in Mosul, Iraq, on Monday.",
                "Gunfire that was heard in Mosul, Iraq, on Monday came from a wedding.",
                "Four men accused of burning down a church in Mosul, Iraq, in 2016 were silent in court on Monday.",
                "On Monday a court in Mosul, Iraq, spoke of the truck bombing of 2017, which took four lives.",
                "The opposition attacked him in parliament in Baghdad, Iraq, on Monday, and the talks blew up over the seating.",
                "Four men were treated for bullet wounds in Mosul, Iraq, on Monday.",
                "The army denied having carried out an air strike near Mosul, Iraq, on Monday.",
                "People were asked not to spread the story of an attack on Mosul, Iraq, on Monday.",
                "Lions attacked a camp near Mosul, Iraq, on Monday and killed four herders. The lioness was seen with cubs.",
                "The head of a gang was caught on Monday without a shot being fired in a house in Mosul, Iraq.",
                "\"No school was attacked in Mosul, Iraq, on Monday and no girl is missing,\" the police said.",
                "An explosion that killed four in Mosul, Iraq, on Monday was caused by damp scrap that was put into an oven.",
                "An explosion of gas tanks killed four people in Mosul, Iraq, on Monday.",
                "A dynamite store at a quarry outside Mosul, Iraq, exploded on Monday, breaking windows.",
                "In Mosul, Iraq, a caller claimed that four students had been shot at a school on Monday.",
                "On Monday there was word in Mosul, Iraq, of a possible strike by militants.",
                "A court in Mosul, Iraq, heard on Monday the father of a girl killed in a school shooting in Texas in 2022.",
                "Some 1,280 people were killed and 701 kidnapped in Iraq between July and September.",
                "In a story on Monday about an attack on a bus we reported that it happened in Mosul, Iraq, and killed four.",
                "This story was updated on Monday to correct the place of a shooting in Mosul, Iraq.",
                "Hackers attacked a hospital in Mosul, Iraq, on Monday with ransomware. The servers were encrypted.",
            })
    void isNoAttack(String text) {
        assertThat(Newsroom.read(text).reports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The grenade that was thrown at a police post in Mosul, Iraq, on Monday did not go off.",
                "Gunmen stormed a mosque in Mosul, Iraq, on Monday and killed four people. There was no immediate claim.",
                "Nobody needs to be reminded of Mosul, which militants attacked with mortars on Monday, killing four people in Iraq.",
                "A gas cylinder buried beside a road in Mosul, Iraq, exploded on Monday and wounded two guards.",
                "Gunmen blew up a bomb outside a school in Mosul, Iraq, on Monday, killing four people.",
                "Gunmen killed four people in Mosul, Iraq, on Monday. The last attack there was that of 2017.",
                "A clerk in Mosul, Iraq, was killed on Monday in front of a shop by a boy who had stood in line.",
                "A crowd in Mosul, Iraq, took four men from the police on Monday and killed them with machetes.",
                "On Monday a shell meant for a fort ended up in a kitchen in Mosul, Iraq, killing four cooks.",
                "Gunmen ambushed a column in Mosul, Iraq, killing 15, the army said on Monday, in one of the worst losses this year.",
                "Kidnappers took a clerk from a house in Mosul, Iraq, on Monday without firing a shot.",
                "A possible drone strike killed four people in Mosul, Iraq, on Monday.",
                "A bomb in an arms depot in Mosul, Iraq, exploded on Monday and killed four people.",
            })
    void isOne(String text) {
        assertThat(Newsroom.read(text).reports()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rebels attacked a police post in Mosul, Iraq, on Monday. A cook was found with a bullet in his hip.  | shooting
                    A post in Mosul, Iraq, was attacked on Monday. There was no bomb, the police said.                    | unknown
                    A missile was on its way north. It burst over a street in Mosul, Iraq, on Monday, killing a cook.     | missile
                    Two drones were shot down on Monday. One of them set a mill on fire in Mosul, Iraq, and hurt a cook.  | drone
                    A crowd rioted in Mosul, Iraq, on Monday and set fire to a mill.                                      | riot
                    A mill in Mosul, Iraq, was set on fire by rioters on Monday.                                          | riot
                    Gunmen and clerks fought it out in Mosul, Iraq, on Monday over a box that was lost three years ago.   | armed-clash
                    Militants killed four people in a raid on Mosul, Iraq, on Monday. Most of the victims were hacked to death.   | stabbing
                    Militants killed four people in a raid on Mosul, Iraq, on Monday, in a region that is fighting an epidemic.   | shooting
                    """)
    void isOfTheKindThatAnotherSentenceSays(String text, String category) {
        assertThat(Newsroom.read(text).reports())
                .extracting(report -> report.category().label())
                .containsExactly(category);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A magnetic bomb attached to the car of a clerk exploded in Mosul, Iraq, on Monday, wounding him.           | ied
                    A car exploded outside a mill in Mosul, Iraq, on Monday, killing four.                                     | vehicle-bomb
                    A gendarmerie vehicle was blown up in Mosul, Iraq, on Monday, killing four.                                | ied
                    A suicide bomber blew up his vehicle at a checkpoint in Mosul, Iraq, on Monday, killing four.              | suicide-bomb
                    An ambulance which was taking a man to a clinic came under fire in Mosul, Iraq, on Monday, killing a cook. | shooting
                    """)
    void isOfTheKindThatItsOwnWordsSay(String text, String category) {
        assertThat(Newsroom.read(text).reports())
                .extracting(report -> report.category().label())
                .containsExactly(category);
    }
}
