package io.tocsin.topology;

import io.tocsin.avro.Report;

/** What comes of a record on the articles' topic. */
sealed interface Tidings permits Tidings.Told, Admission.Refused {

    /** The article makes a report, changes one, or takes one back. */
    record Told(Report report) implements Tidings {}
}
