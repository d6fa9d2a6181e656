package io.tocsin.news.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalesTest {

    @Test
    void followTheRulesWhereNoSignWeighs() {
        Scales scales = Scales.of(0, Map.of());

        assertThat(scales.tell(Map.of(Sign.KILLED, 1.0), false)).isTrue();
        assertThat(scales.tell(Map.of(Sign.KILLED, 1.0), true)).isFalse();
    }

    @Test
    void overruleTheRulesOnStrongSignsOnly() {
        Scales strong = Scales.of(0, Map.of(Sign.KILLED, 1.0, Sign.NO_TIME, -1.0));
        Scales weak = Scales.of(0, Map.of(Sign.KILLED, 0.1, Sign.NO_TIME, -0.1));

        assertThat(strong.tell(Map.of(Sign.KILLED, 1.0), true)).isTrue();
        assertThat(strong.tell(Map.of(Sign.NO_TIME, 1.0), false)).isFalse();
        assertThat(weak.tell(Map.of(Sign.KILLED, 1.0), true)).isFalse();
        assertThat(weak.tell(Map.of(Sign.NO_TIME, 1.0), false)).isTrue();
    }

    @Test
    void addUpWhatIsThere() {
        Scales scales = Scales.of(-1, Map.of(Sign.PLACES_IN_CLAUSE, 0.5));

        assertThat(scales.tell(Map.of(Sign.PLACES_IN_CLAUSE, 1.0), false)).isFalse();
        assertThat(scales.tell(Map.of(Sign.PLACES_IN_CLAUSE, 3.0), false)).isTrue();
    }

    @Test
    void knowAWeightOfEverySign() {
        assertThatCode(Scales::load).doesNotThrowAnyException();
    }
}
