package io.tocsin.news.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Report;
import io.tocsin.news.Newsroom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of an attack afterwards. */
class ReactionTest {

    private static final String ATTACK = "Gunmen killed four people in Mosul, Iraq, on Monday. ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The rebels denied any involvement in the attack.",
                "The rebels denied carrying out the attack.",
                "The army did not comment on the attack.",
                "Police did not know whether the attack was connected to a feud.",
                "The Islamic State group claimed responsibility for the attack on Tuesday.",
            })
    void leavesItAnAttack(String reaction) {
        List<Report> reports = Newsroom.read(ATTACK + reaction).reports();

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).occurrence().from()).isEqualTo("2020-08-23T21:00:00Z");
    }

    @Test
    void tellsWhoClaimedIt() {
        List<Report> reports = Newsroom.read(ATTACK + "Islamic State claimed responsibility for the attack on Tuesday.")
                .reports();

        assertThat(reports.get(0).perpetrator()).isPresent();
    }

    @Test
    void tellsWhoDiedLater() {
        List<Report> reports = Newsroom.read(ATTACK + "A fifth man died of his wounds on Tuesday.")
                .reports();

        assertThat(reports.get(0).casualties().killed().best()).hasValue(5);
    }

    @Test
    void isToldOfAClauseThatEndedBefore() {
        assertThat(Newsroom.read("In Mosul, Iraq, which had long been spared, gunmen attacked a bus on Monday.")
                        .reports())
                .hasSize(1);
    }
}
