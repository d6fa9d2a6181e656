package io.tocsin.connectors.news;

import static io.tocsin.connectors.news.FakeNews.FEED;
import static io.tocsin.connectors.news.FakeNews.RSS;
import static io.tocsin.connectors.news.FakeNews.text;
import static io.tocsin.connectors.polling.PollingRig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.survival.Survivor;
import io.tocsin.connectors.survival.Verdict;
import io.tocsin.connectors.survival.Way;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A paper, in trouble with its feed, or with one of its pages. */
public final class NewsSurvivor extends Survivor {

    private static final String TROUBLED = "/n07";
    private static final int ARTICLES = 45;

    private final FakeNews news;
    private int told = ARTICLES;

    public NewsSurvivor() {
        this(new FakeNews());
    }

    private NewsSurvivor(FakeNews news) {
        super(new PollingRig(new NewsConnector(), NewsTask::new), news.source(), FEED, 0, RSS);
        this.news = news;
    }

    @Override
    protected void begin() {
        news.configure(rig());
        for (int i = 0; i < ARTICLES; i++) {
            put(i, "Place " + i);
        }
    }

    private void put(int number, String subject) {
        news.put("n%02d".formatted(number), NOW.minus(Duration.ofHours(60 - number)), text(subject));
    }

    @Override
    protected int tellMore() {
        put(told, "Place " + told);
        told++;
        return 1;
    }

    /** A page in trouble is none of the feed's: it is asked for again, and the status is good. */
    @Override
    protected List<Way> elsewhere(String error, Function<String, Answer> wrong) {
        return List.of(Way.answer(news.source(), TROUBLED, 0, "", wrong.apply(FakeNews.HTML)));
    }

    @Override
    protected Verdict paging() {
        return Verdict.doesNotApply("no pages");
    }

    @Override
    protected Verdict tokenExpiry() {
        return Verdict.doesNotApply("no login");
    }

    @Override
    protected Verdict corrections() throws InterruptedException {
        rig().run();
        put(3, "Another place");

        assertThat(names(rig().run())).containsExactly(news.source().url("/n03"));
        return Verdict.told(1);
    }

    @Override
    protected Verdict deletions() {
        return Verdict.doesNotApply("what was printed stays printed");
    }

    @Override
    protected List<Way> changedSchemas() {
        return List.of(
                way("changed-schema", FakeSource.body(RSS, "<html/>")),
                way("changed-schema", FakeSource.body(RSS, "{\"items\": []}")),
                way("changed-schema", FakeSource.body(RSS, "<rss version='2.0'><channel><item>")),
                way("changed-schema", FakeSource.body(RSS, "<a>".repeat(100_000))));
    }

    @Override
    protected List<Way> emptyAnswers() {
        return List.of();
    }

    @Override
    protected Verdict externalEntities() throws InterruptedException {
        String entity = news.source().url("/entity");
        Verdict verdict = survives(List.of(way(
                "changed-schema",
                FakeSource.body(
                        RSS,
                        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + entity + "\">]><rss version='2.0'><channel><item>"
                                + "<title>&x;</title></item></channel></rss>"))));
        assertThat(news.source().asked("/entity")).isEmpty();
        return verdict;
    }

    @Override
    public void close() {
        news.close();
    }
}
