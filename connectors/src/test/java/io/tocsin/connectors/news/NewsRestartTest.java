package io.tocsin.connectors.news;

import static io.tocsin.connectors.news.FakeNews.text;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.RestartTrial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wherever the worker dies, every article is published, and none with a changed content. */
class NewsRestartTest {

    private final PollingRig rig = new PollingRig(new NewsConnector(), NewsTask::new);
    private final FakeNews news = new FakeNews();

    @BeforeEach
    void fill() {
        news.configure(rig);
        for (int i = 0; i < 45; i++) {
            news.put("n%02d".formatted(i), NOW.minus(Duration.ofHours(60 - i)), text("Place " + i));
        }
    }

    @AfterEach
    void close() {
        news.close();
    }

    @Test
    void losesNothingWhenTheWorkerDiesInTheFirstPoll() throws InterruptedException {
        holds("first poll", new RestartTrial(rig).run());
    }

    @Test
    void losesNothingWhenTheWorkerDiesInALaterPoll() throws InterruptedException {
        rig.run();
        rig.keep();
        rig.clock().advance(Duration.ofHours(1));
        for (int i = 0; i < 25; i++) {
            news.put("n%02d".formatted(i), NOW.minus(Duration.ofHours(60 - i)), text("Another place " + i));
        }
        news.put("new", NOW, text("Taji"));

        holds("later poll", new RestartTrial(rig).run());
    }

    private static void holds(String poll, RestartTrial.Result result) {
        System.out.println("news, " + poll + " of " + result.records() + " records, after batches: "
                + result.afterBatches() + "; after records: " + result.afterRecords());
        for (RestartTrial.Tally tally : List.of(result.afterBatches(), result.afterRecords())) {
            assertThat(tally.cuts()).isGreaterThan(1);
            assertThat(tally.lost()).isZero();
            assertThat(tally.changed()).isZero();
        }
        assertThat(result.afterBatches().repeated()).isZero();
    }
}
