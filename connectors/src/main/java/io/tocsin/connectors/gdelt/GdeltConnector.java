package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.polling.PollingConnector;

/** Publishes the attacks among GDELT's events as reports, a file of fifteen minutes at a time. */
public final class GdeltConnector extends PollingConnector {

    /** For Connect. */
    public GdeltConnector() {
        super(new GdeltPlugin(), GdeltTask.class);
    }
}
