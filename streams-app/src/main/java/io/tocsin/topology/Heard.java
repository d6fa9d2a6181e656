package io.tocsin.topology;

import io.tocsin.watch.AlertAction;

/** What arrives at a watch, or where sources are listened to. */
sealed interface Heard permits Resolved, Crossing, Heard.Acted, Heard.Status {

    /**
     * What an operator did about an alert.
     *
     * @param unknown what to do if there is no such alert
     */
    record Acted(AlertAction action, Admission.Refused unknown) implements Heard {}

    /**
     * What a connector says of a source.
     *
     * @param status not decoded yet; null where nobody asks the source any more
     */
    record Status(byte[] status) implements Heard {}
}
