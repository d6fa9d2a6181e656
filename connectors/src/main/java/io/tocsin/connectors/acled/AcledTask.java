package io.tocsin.connectors.acled;

import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.Surroundings;

/** Asks ACLED. */
public final class AcledTask extends PollingTask {

    /** For Connect. */
    public AcledTask() {
        this(Surroundings.system());
    }

    AcledTask(Surroundings surroundings) {
        super(new AcledPlugin(), surroundings);
    }
}
