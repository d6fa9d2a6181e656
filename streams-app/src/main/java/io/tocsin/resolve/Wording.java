package io.tocsin.resolve;

import io.tocsin.incident.Report;
import java.util.Optional;

/** Compares what two reports of one id and revision say; when they were received says nothing. */
final class Wording {

    private Wording() {}

    static boolean same(Report one, Report other) {
        return content(one).equals(content(other));
    }

    /** The same one of the two, whichever came first. */
    static Report greater(Report one, Report other) {
        return text(one).compareTo(text(other)) >= 0 ? one : other;
    }

    private static String text(Report report) {
        return content(report).toString();
    }

    private static Report content(Report report) {
        return report.receivedAt().isEmpty() ? report : report.withReceivedAt(Optional.empty());
    }
}
