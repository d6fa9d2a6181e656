package io.tocsin.topology;

import io.tocsin.incident.Report;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;

/** What becomes of a record on the reports' topic. */
sealed interface Admission {

    /** It goes on. */
    record Admitted(Report report) implements Admission {}

    /** It lies in a partition where its country's incidents are not; goes round through one repartition topic. */
    record Misrouted(byte[] country, byte[] original) implements Admission {}

    /** It never goes on. */
    record Refused(byte[] originalKey, byte[] original, DeadLetterHeaders why) implements Admission, Told, Tidings {}
}
