package io.tocsin.api.push;

import io.tocsin.avro.Report;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who takes the reports that are pushed. Thread-safe. */
public interface ReportTaker {

    /** Which field breaks a constraint, and why; empty if none does. */
    Optional<String> flaw(Report report);

    /** Publishes the report; completes once the cluster has it for good, or exceptionally if it may not have it. */
    CompletionStage<Void> take(Report report);
}
