package io.tocsin.topology;

import io.tocsin.avro.Alert;
import io.tocsin.avro.AlertRule;
import io.tocsin.avro.AlertScope;
import io.tocsin.avro.AlertTimes;
import io.tocsin.avro.Counts;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.Severity;
import io.tocsin.avro.Transition;
import io.tocsin.avro.Window;
import io.tocsin.incident.InvalidField;
import io.tocsin.sources.Silence;
import io.tocsin.sources.SourceStatus;
import io.tocsin.sources.Word;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between sources that fall silent and Avro: their status as it comes, and the alert as it goes. */
final class SilenceRecords {

    private static final String SCOPE = "source:";
    private static final String TITLE = "A source is silent";

    private SilenceRecords() {}

    /**
     * The status of the source.
     *
     * @throws InvalidField if it breaks a constraint
     */
    static SourceStatus status(io.tocsin.avro.SourceStatus from) {
        if (from.getId().isBlank()) {
            throw new InvalidField("id", "is empty; it names the source");
        }
        Long expected = from.getExpectedIntervalMs();
        if (expected != null && expected <= 0) {
            throw new InvalidField("expectedIntervalMs", "is " + expected + "; it must be positive, or null");
        }
        return new SourceStatus(
                from.getId(),
                Optional.ofNullable(from.getLastPoll()),
                Optional.ofNullable(from.getLastSuccess()),
                Optional.ofNullable(from.getLastReport()),
                Optional.ofNullable(from.getError()),
                Optional.ofNullable(expected).map(Duration::ofMillis));
    }

    /** The transition of the alert. It counts no incidents; its window is the silence. */
    static Alert alert(Word word) {
        Silence silence = word.silence();
        SourceStatus status = word.source().status();
        Window window = new Window(silence.since(), word.at());
        return new Alert(
                silence.id(),
                silence.sequence(),
                Transition.valueOf(word.transition().name()),
                Severity.WARNING,
                new AlertRule(Silence.RULE, 0, TITLE),
                new AlertScope(
                        ScopeKind.SOURCE, SCOPE + status.id(), status.id(), List.of(status.id()), null, null, null),
                window,
                window,
                new Counts(0, 0, 0, 0, 0),
                null,
                null,
                null,
                List.of(),
                word.sentence(),
                word.reason().isEmpty() ? null : word.reason(),
                word.notifies(),
                null,
                Map.of(),
                null,
                new AlertTimes(
                        silence.since(),
                        status.lastReport().orElse(null),
                        status.lastPoll().orElse(null),
                        word.at()),
                null,
                null,
                AlertRecords.handling(silence.handling()));
    }

    /** The id of the source that a scope is about; nothing for a scope in which incidents are counted. */
    static Optional<String> sourceOf(String scope) {
        return scope.startsWith(SCOPE) ? Optional.of(scope.substring(SCOPE.length())) : Optional.empty();
    }
}
