package io.tocsin.connectors.news;

import io.tocsin.connectors.polling.PollingConnector;

/** Publishes what news feeds bring as articles, and once more what they change. */
public final class NewsConnector extends PollingConnector {

    /** For Connect. */
    public NewsConnector() {
        super(new NewsPlugin(), NewsTask.class);
    }
}
