package io.tocsin.news.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KILLED             | Gunmen killed four people in Mosul, Iraq, on Monday.
            KILLED_MANY        | A bomb killed 44 people in Mosul, Iraq, on Monday.
            INJURED            | A bomb wounded four people in Mosul, Iraq, on Monday.
            NO_HARM            | A bomb exploded in Mosul, Iraq, on Monday.
            TARGET             | A bomb exploded in a market in Mosul, Iraq, on Monday.
            DOER               | Islamic State claimed a bombing in Mosul, Iraq, on Monday.
            SPEAKER            | A bomb exploded in Mosul, Iraq, on Monday, the Iraqi army said.
            TIME_IN_CLAUSE     | A bomb exploded in Mosul, Iraq, on Monday.
            RECENT             | A bomb exploded in Mosul, Iraq, on Wednesday.
            PART_OF_DAY        | A bomb exploded in Mosul, Iraq, on Monday evening.
            MONTH              | A bomb exploded in Mosul, Iraq, in June.
            NO_TIME            | A bomb exploded in Mosul, Iraq, and killed four people.
            NO_PLACE           | A bomb exploded on Monday and killed four people.
            ONLY_COUNTRY       | A bomb exploded in Iraq on Monday and killed four people.
            SITE               | A bomb exploded in Mosul, Iraq, on Monday.
            PLACE_IN_CLAUSE    | A bomb exploded in Mosul, Iraq, on Monday.
            PASSIVE            | Four people were killed by gunmen in Mosul, Iraq, on Monday.
            PLUPERFECT         | Gunmen had killed four people in Mosul, Iraq, on Monday.
            PERFECT            | Gunmen have killed four people in Mosul, Iraq, on Monday.
            SUBORDINATE_CLAUSE | People fled after gunmen killed four people in Mosul, Iraq, on Monday.
            RELATIVE_CLAUSE    | It was gunmen who killed four people in Mosul, Iraq, on Monday.
            BOMB               | A roadside bomb killed four people in Mosul, Iraq, on Monday.
            """)
    void isSeenInASentence(Sign sign, String text) {
        assertThat(weighed(text)).hasSize(1);
        assertThat(weighed(text).get(0).signs()).containsEntry(sign, 1.0);
    }

    @Test
    void isNotSeenWhereItIsNot() {
        Weighed weighed = weighed("A bomb exploded in Mosul, Iraq, on Monday.").get(0);

        assertThat(weighed.signs())
                .containsEntry(Sign.KILLED, 0.0)
                .containsEntry(Sign.PASSIVE, 0.0)
                .containsEntry(Sign.NO_TIME, 0.0)
                .containsEntry(Sign.NO_PLACE, 0.0);
        assertThat(weighed.doubted()).isFalse();
    }

    @Test
    void isNotLookedForInWhatTheArticleTakesBack() {
        assertThat(weighed("Gunmen stormed a hall in Mosul, Iraq, on Monday. None of this took place."))
                .isEmpty();
    }

    @Test
    void isLookedForInWhatTheRulesDoubtToo() {
        assertThat(weighed("A bomb exploded in the country."))
                .extracting(Weighed::doubted)
                .containsExactly(true);
    }

    private static List<Weighed> weighed(String text) {
        return Newsroom.READER.weighed(Newsroom.article(text));
    }
}
