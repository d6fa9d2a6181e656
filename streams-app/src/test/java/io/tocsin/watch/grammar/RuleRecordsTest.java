package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.topology.RuleRecords;
import io.tocsin.watch.Rule;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The Avro form of rules has a place for everything that the grammar can say. */
final class RuleRecordsTest {

    @Test
    void holdWhatIsReadAsAnEqualRule() {
        Random random = new Random(43);
        for (int i = 0; i < 2_000; i++) {
            Rule rule = RandomRules.next(random);

            assertThat(RuleRecords.rule(RuleRecords.record(rule)))
                    .as(RuleWriter.write(rule))
                    .isEqualTo(rule);
        }
    }

    @Test
    void areRefusedWithTheFieldsThatTheGrammarRefuses() {
        io.tocsin.avro.Rule wrong = RuleRecords.record(RandomRules.next(new Random(1)));
        wrong.setPer("cell(12)");
        wrong.getMatch().setWhere("kiled > 0");

        assertThatThrownBy(() -> RuleRecords.rule(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("per: \"12\" is not a resolution")
                .hasMessageContaining("match.where: \"kiled\" at character 1 is unknown; did you mean \"killed\"?");
    }
}
