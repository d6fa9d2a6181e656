package io.tocsin.connectors.cap;

import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.Surroundings;

/** Asks one feed of CAP messages. */
public final class CapTask extends PollingTask {

    /** For Connect. */
    public CapTask() {
        this(Surroundings.system());
    }

    CapTask(Surroundings surroundings) {
        super(new CapPlugin(), surroundings);
    }
}
