package io.tocsin.connectors.cap;

import io.tocsin.connectors.polling.PollingConnector;

/** Publishes what official warning feeds say about security as reports, updates as revisions and cancellations as retractions. */
public final class CapConnector extends PollingConnector {

    /** For Connect. */
    public CapConnector() {
        super(new CapPlugin(), CapTask.class);
    }
}
