package io.tocsin.topology;

import io.tocsin.avro.Alert;

/** What a watch has to tell. */
sealed interface Told permits Told.Announced, Crossing, Admission.Refused {

    /** A transition of an alert. */
    record Announced(Alert alert) implements Told {}
}
