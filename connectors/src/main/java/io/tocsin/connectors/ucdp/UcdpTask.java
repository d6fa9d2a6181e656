package io.tocsin.connectors.ucdp;

import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.Surroundings;

/** Asks UCDP. */
public final class UcdpTask extends PollingTask {

    /** For Connect. */
    public UcdpTask() {
        this(Surroundings.system());
    }

    UcdpTask(Surroundings surroundings) {
        super(new UcdpPlugin(), surroundings);
    }
}
