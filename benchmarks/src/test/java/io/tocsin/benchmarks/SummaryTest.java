package io.tocsin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void comparesTheMedians() {
        List<Throughput.Run> runs = List.of(
                run(Contestant.IDENTITY, 1, 100),
                run(Contestant.TOCSIN, 1, 10),
                run(Contestant.IDENTITY, 2, 200),
                run(Contestant.TOCSIN, 2, 150),
                run(Contestant.IDENTITY, 3, 300),
                run(Contestant.TOCSIN, 3, 160));

        assertThat(Summary.throughput(runs)).contains("ratio tocsin/identity: 0.75", "sent  1.000 to incidents");
    }

    @Test
    void saysHowMuchLaterTheSlowestAnswersCome() {
        List<Latency.Run> runs = List.of(
                new Latency.Run(Contestant.IDENTITY, 1, 1_000, 60, 120, 200, 1),
                new Latency.Run(Contestant.TOCSIN, 1, 1_000, 90, 170, 300, 1));

        assertThat(Summary.latency(runs)).contains("p99 tocsin - identity: 50.0 ms");
    }

    @Test
    void takesTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Summary.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(Summary.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    }

    private static Throughput.Run run(Contestant contestant, int round, double perSecond) {
        return new Throughput.Run(contestant, round, perSecond, 1, 1, 1, 1, 1, 1, Map.of("incidents", 1.0));
    }
}
