package io.tocsin.topology;

import io.tocsin.watch.Cause;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Scope;

/** What changed in a scope that crosses borders, on its way to the task that watches the scope. */
record Crossing(Scope scope, Replacement change, Cause cause) implements Heard, Told {}
