package io.tocsin.connectors.news;

import static io.tocsin.connectors.news.FakeNews.text;
import static io.tocsin.connectors.polling.PollingRig.NOW;

import io.tocsin.connectors.SourcePair;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two papers. */
public final class NewsPair implements SourcePair {

    private static final int ARTICLES = 4;

    private final List<FakeNews> both = List.of(new FakeNews(), new FakeNews());
    private int told;

    public NewsPair() {
        tellMore();
    }

    @Override
    public List<Map<String, String>> configurations() {
        List<Map<String, String>> configurations = new ArrayList<>();
        for (FakeNews each : both) {
            PollingRig rig = new PollingRig(new NewsConnector(), NewsTask::new);
            each.configure(rig);
            configurations.add(rig.properties(NewsConnector.class));
        }
        return configurations;
    }

    @Override
    public void tellMore() {
        for (int i = told; i < told + ARTICLES; i++) {
            for (FakeNews each : both) {
                each.put("n%02d".formatted(i), NOW.minusSeconds(1_000 - i), text("Place " + i));
            }
        }
        told += ARTICLES;
    }

    @Override
    public int told() {
        return 2 * told;
    }

    @Override
    public boolean isFrom(String sourceId) {
        return sourceId.equals("test");
    }

    @Override
    public List<FakeSource> servers() {
        return both.stream().map(FakeNews::source).toList();
    }

    @Override
    public void close() {
        both.forEach(FakeNews::close);
    }
}
