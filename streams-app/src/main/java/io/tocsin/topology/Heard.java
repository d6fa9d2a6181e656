package io.tocsin.topology;

import io.tocsin.watch.AlertAction;

/** What arrives at a watch. */
sealed interface Heard permits Resolved, Crossing, Heard.Acted {

    /**
     * What an operator did about an alert.
     *
     * @param unknown what to do if there is no such alert
     */
    record Acted(AlertAction action, Admission.Refused unknown) implements Heard {}
}
