package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.Surroundings;

/** Asks GDELT. */
public final class GdeltTask extends PollingTask {

    /** For Connect. */
    public GdeltTask() {
        this(Surroundings.system());
    }

    GdeltTask(Surroundings surroundings) {
        super(new GdeltPlugin(), surroundings);
    }
}
