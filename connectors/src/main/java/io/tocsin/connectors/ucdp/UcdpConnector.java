package io.tocsin.connectors.ucdp;

import io.tocsin.connectors.polling.PollingConnector;

/** Publishes UCDP's events as reports, later coding rounds as revisions, and takes back what they no longer have. */
public final class UcdpConnector extends PollingConnector {

    /** For Connect. */
    public UcdpConnector() {
        super(new UcdpPlugin(), UcdpTask.class);
    }
}
