package io.tocsin.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.api.push.Answer.Fate;
import io.tocsin.api.push.Answer.RowAnswer;
import io.tocsin.avro.Report;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.schemas.json.JsonFormException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Checks rows, hands the good ones on, and waits until they are taken. Thread-safe. */
final class Intake {

    private static final JsonForm<Report> REPORT = JsonForm.of(Report.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReportTaker taker;

    Intake(ReportTaker taker) {
        this.taker = taker;
    }

    Answer take(List<Rows.Row> rows) {
        List<CompletableFuture<RowAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            answers.add(take(i + 1, rows.get(i)));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<RowAnswer> known = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            known.add(await(answers.get(i), deadline, i + 1));
        }
        return new Answer(known);
    }

    private CompletableFuture<RowAnswer> take(int number, Rows.Row row) {
        if (row.report().isEmpty()) {
            return CompletableFuture.completedFuture(new RowAnswer(number, Optional.empty(), Fate.REFUSED, row.flaw()));
        }
        JsonNode node = row.report().get();
        Optional<String> id = Optional.of(node.path("id").asText()).filter(text -> !text.isEmpty());
        Report report;
        try {
            report = REPORT.read(node);
        } catch (JsonFormException e) {
            return CompletableFuture.completedFuture(new RowAnswer(number, id, Fate.REFUSED, e.getMessage()));
        }
        Optional<String> flaw = taker.flaw(report);
        if (flaw.isPresent()) {
            return CompletableFuture.completedFuture(new RowAnswer(number, id, Fate.REFUSED, flaw.get()));
        }
        return taker.take(report)
                .handle((taken, failure) ->
                        failure == null ? new RowAnswer(number, id, Fate.ACCEPTED, "") : failed(number, id))
                .toCompletableFuture();
    }

    private static RowAnswer await(CompletableFuture<RowAnswer> answer, long deadline, int number) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return failed(number, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(number, Optional.empty());
        }
    }

    private static RowAnswer failed(int number, Optional<String> id) {
        return new RowAnswer(number, id, Fate.FAILED, "the cluster did not confirm it in time; send it again");
    }
}
