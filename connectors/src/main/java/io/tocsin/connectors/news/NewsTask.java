package io.tocsin.connectors.news;

import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.Surroundings;

/** Asks news feeds. */
public final class NewsTask extends PollingTask {

    /** For Connect. */
    public NewsTask() {
        this(Surroundings.system());
    }

    NewsTask(Surroundings surroundings) {
        super(new NewsPlugin(), surroundings);
    }
}
