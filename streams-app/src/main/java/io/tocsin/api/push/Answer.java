package io.tocsin.api.push;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a request's rows.
 *
 * @param rows in the order of the request
 */
record Answer(List<RowAnswer> rows) {

    /** What became of a row. */
    enum Fate {
        /** Kafka has it. */
        ACCEPTED,
        /** It is wrong; sending it again is of no use. */
        REFUSED,
        /** Kafka may not have it; send it again. */
        FAILED
    }

    /**
     * What became of one.
     *
     * @param row counted from 1
     * @param id of the report, where it has one
     * @param reason why it was not accepted; empty where it was
     */
    record RowAnswer(int row, Optional<String> id, Fate fate, String reason) {}

    int count(Fate fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }

    /** 200 if all were accepted, 207 if some were, 422 if none was, 503 if the cluster did not take all that are good. */
    HttpStatus status() {
        if (count(Fate.FAILED) > 0) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        int accepted = count(Fate.ACCEPTED);
        if (accepted == rows.size()) {
            return HttpStatus.OK;
        }
        return accepted == 0 ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.MULTI_STATUS;
    }
}
