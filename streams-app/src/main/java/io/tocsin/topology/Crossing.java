package io.tocsin.topology;

import io.tocsin.watch.Cause;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Scope;
import java.time.Instant;

/** What goes from those who watch countries to those who watch scopes that cross borders. */
sealed interface Crossing extends Heard, Told {

    /** What changed in a scope, on its way to the task that watches it. */
    record Changed(Scope scope, Replacement change, Cause cause) implements Crossing {}

    /** How late it is by the stream's clock; for every task, because what is due in any may hear of nothing else. */
    record TimePassed(Instant now) implements Crossing {}
}
