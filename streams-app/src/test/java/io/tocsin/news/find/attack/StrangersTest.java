package io.tocsin.news.find.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.attack.AttackWords.Mark;
import io.tocsin.news.text.Sentence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangersTest {

    private static final AttackWords WORDS = new AttackWords();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A shell vaporised two cars.                    | vaporised
                    A mortar shell had also atomised the kitchen.  | atomised
                    A tower was liquefied by a rocket.             | liquefied
                    A missile approached the coast.                | -
                    The shell, a rusty one, was sold.              | -
                    A crane liquefied the tower.                   | -
                    """)
    void areVerbsOfWhatAWeaponDoesThatNoTableKnows(String text, String stranger) {
        Sentence sentence = Newsroom.sentence(text);
        Facts facts = Newsroom.facts(sentence);
        List<Mark> known = WORDS.in(facts);

        List<String> strangers = Strangers.with(facts, known).stream()
                .filter(mark -> !known.contains(mark))
                .map(mark -> sentence.word(mark.at()))
                .toList();

        assertThat(strangers).isEqualTo(stranger.equals("-") ? List.of() : List.of(stranger));
    }
}
