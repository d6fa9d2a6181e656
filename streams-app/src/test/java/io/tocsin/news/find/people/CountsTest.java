package io.tocsin.news.find.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import io.tocsin.news.find.attack.AttackWords;
import io.tocsin.news.find.attack.RoundsFinder;
import io.tocsin.news.find.attack.RoundsFinder.Rounds;
import io.tocsin.news.find.people.Harm.Count;
import io.tocsin.news.lexicon.Numbers;
import io.tocsin.news.text.Sentence;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted in a sentence: people harmed, and rounds fired. */
class CountsTest {

    private static final HarmFinder HARM = new HarmFinder();
    private static final RoundsFinder ROUNDS = new RoundsFinder(new AttackWords());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The blast hit a convoy, killing at least three soldiers and wounding five. | 3+  | 5
                    Two people were killed and four others injured.                            | 2   | 4
                    Two people were killed.                                                    | 2   | -
                    A policeman was killed.                                                    | 1   | -
                    An officer was wounded.                                                    | -   | 1
                    There were no casualties.                                                  | 0   | 0
                    No one was killed.                                                         | 0   | -
                    No injuries were reported.                                                 | -   | 0
                    Five people, including two children, died.                                 | 5   | -
                    The blast killed 12 soldiers, three policemen and a guard.                 | 16  | -
                    The death toll rose to 14.                                                 | 14  | -
                    Dozens were wounded.                                                       | -   | 24+
                    More than 1,200 people were killed.                                        | 1200+ | -
                    Twenty five people were killed.                                            | 25  | -
                    Six rockets and three drones hit the base.                                 | -   | -
                    Seven men were arrested.                                                   | -   | -
                    The police station was destroyed.                                          | -   | -
                    A tailor died when a rocket crashed into his shop.                         | 1   | -
                    A house was destroyed and a market blown up.                               | -   | -
                    He was the fifth man to lose his life in the assault.                      | 5   | -
                    She was the fifth judge to be killed this year.                            | -   | -
                    The shelling has claimed a second life.                                    | 2   | -
                    The ambush cost ten lives and not six.                                     | 10  | -
                    The blast killed a clerk and two passers-by and left 24 people wounded.    | 3   | 24
                    The dead now number four.                                                  | 4   | -
                    A farmer and both his sons were killed.                                    | 3   | -
                    Both are dead after a mine went off under their tractor.                    | 2   | -
                    Five passengers, an infant among them, perished.                           | 5   | -
                    Four people, one of them a rescuer in his first week on the job, lost their lives. | 4 | -
                    Two men lost their lives and nine others sustained injuries.               | 2   | 9
                    Three fishermen had their throats cut.                                     | 3   | -
                    Two men on a motorcycle shot dead a policeman.                             | 1   | -
                    A judge was gunned down by two men.                                        | 1   | -
                    Gunmen killed two policemen and wounded a third.                           | 2   | 1
                    A man was shot dead and another was seriously wounded.                     | 1   | 1
                    The bomb killed six soldiers, two security sources said.                   | 6   | -
                    The truck was hit, killing at least four of them and wounding 17.          | 4+  | 17
                    A sixth man died of his wounds.                                            | 6   | -
                    Three of the injured died.                                                 | -   | -
                    """)
    void countsPeopleHarmed(String text, String killed, String injured) {
        Sentence sentence = Newsroom.sentence(text);

        Harm harm = HARM.find(Newsroom.facts(sentence), 0, sentence.size());

        assertThat(inWords(harm.killed())).as("killed").isEqualTo(killed);
        assertThat(inWords(harm.injured())).as("injured").isEqualTo(injured);
    }

    private static String inWords(Optional<Count> count) {
        return count.map(each -> each.number() + (each.most() ? "+" : "")).orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Six Grad rockets hit the base.            | 6
                    Two Katyusha rockets hit the base.        | 2
                    A rocket hit the base.                    | 1
                    A salvo of 14 drones came in from the sea. | 14
                    Rockets hit the base.                     | -
                    Rockets hit three houses.                 | -
                    Three people were killed by rockets.      | -
                    """)
    void countsRoundsFired(String text, String rounds) {
        Sentence sentence = Newsroom.sentence(text);

        Optional<Rounds> found = ROUNDS.find(Newsroom.facts(sentence), 0, sentence.size());

        assertThat(found.map(each -> String.valueOf(each.value())).orElse("-")).isEqualTo(rounds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    seven men        | 7       | -
                    twenty five men  | 25      | -
                    two hundred men  | 200     | -
                    a dozen men      | 12      | -
                    two dozen men    | 24      | -
                    1,200 men        | 1200    | -
                    999999999 men    | 999999999 | -
                    9999999999 men   | -       | -
                    12x men          | -       | -
                    third attack     | -       | 3
                    21st attack      | -       | 21
                    the attack       | -       | -
                    """)
    void readsNumbersInFiguresAndWords(String text, String number, String rank) {
        Sentence sentence = Newsroom.sentence(text);

        assertThat(Numbers.at(sentence, 0)
                        .map(each -> String.valueOf(each.value()))
                        .orElse("-"))
                .isEqualTo(number);
        assertThat(Numbers.ordinal(sentence, 0).map(String::valueOf).orElse("-"))
                .isEqualTo(rank);
    }
}
