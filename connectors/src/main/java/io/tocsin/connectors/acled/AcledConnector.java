package io.tocsin.connectors.acled;

import io.tocsin.connectors.polling.PollingConnector;

/** Publishes ACLED's events as reports, its corrections as revisions and its deletions as retractions. */
public final class AcledConnector extends PollingConnector {

    /** For Connect. */
    public AcledConnector() {
        super(new AcledPlugin(), AcledTask.class);
    }
}
