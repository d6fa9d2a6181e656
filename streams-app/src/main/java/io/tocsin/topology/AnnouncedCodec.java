package io.tocsin.topology;

import io.tocsin.places.Coordinates;
import io.tocsin.topology.state.AnnouncedState;
import io.tocsin.topology.state.RemarkState;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Circle;
import io.tocsin.watch.Episode;
import io.tocsin.watch.Growth;
import io.tocsin.watch.Handling;
import io.tocsin.watch.Scope;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was announced, as it stands in its store. */
final class AnnouncedCodec {

    /** An alert, and under which time it stands in the due index. */
    record Entry(Announced alert, Optional<Instant> indexed) {}

    private final StateCodec<AnnouncedState> states = new StateCodec<>(AnnouncedState.getClassSchema());

    byte[] encode(Entry entry) {
        Announced alert = entry.alert();
        Episode episode = alert.episode();
        Tally tally = episode.tally();
        Handling handling = alert.handling();
        return states.encode(new AnnouncedState(
                alert.id(),
                alert.rule(),
                alert.ruleRevision(),
                alert.scope().kind().name(),
                alert.scope().key(),
                alert.scope().names(),
                alert.phase().name(),
                alert.sequence(),
                episode.from().toEpochMilli(),
                episode.until().toEpochMilli(),
                episode.first().toEpochMilli(),
                episode.last().toEpochMilli(),
                episode.severity().name(),
                tally.incidents(),
                tally.possible(),
                tally.killed(),
                tally.injured(),
                List.copyOf(tally.origins()),
                alert.told(),
                alert.toldSinceResolved(),
                alert.notifiedAt().toEpochMilli(),
                alert.growth().sinceTold(),
                alert.growth().saidFrom().toEpochMilli(),
                alert.growth().unsaid(),
                millis(entry.indexed()),
                episode.circle().map(circle -> circle.centre().lat()).orElse(null),
                episode.circle().map(circle -> circle.centre().lon()).orElse(null),
                episode.circle().map(Circle::km).orElse(null),
                alert.explainedBy().orElse(null),
                remark(handling.acknowledged()),
                remark(handling.muted()),
                millis(handling.mutedUntil()),
                remark(handling.falseAlarm()),
                handling.notes().stream().map(note -> remark(Optional.of(note))).toList()));
    }

    Entry decode(byte[] bytes) {
        AnnouncedState state = states.decode(bytes);
        Tally tally = new Tally(
                state.getIncidents(),
                state.getPossible(),
                state.getKilled(),
                state.getInjured(),
                Set.copyOf(state.getOrigins()));
        Episode episode = new Episode(
                Instant.ofEpochMilli(state.getFromMs()),
                Instant.ofEpochMilli(state.getUntilMs()),
                Instant.ofEpochMilli(state.getFirstMs()),
                Instant.ofEpochMilli(state.getLastMs()),
                Severity.valueOf(state.getSeverity()),
                tally,
                Optional.ofNullable(state.getKm())
                        .map(km -> new Circle(new Coordinates(state.getLat(), state.getLon()), km)));
        Announced alert = new Announced(
                state.getId(),
                state.getRule(),
                state.getRuleRevision(),
                new Scope(Scope.Kind.valueOf(state.getScopeKind()), state.getScopeKey(), state.getScopeNames()),
                Announced.Phase.valueOf(state.getPhase()),
                state.getSequence(),
                episode,
                state.getTold(),
                state.getToldSinceResolved(),
                Instant.ofEpochMilli(state.getNotifiedAtMs()),
                new Growth(
                        state.getGrewSince(),
                        Instant.ofEpochMilli(state.getSaysGrowthFromMs()),
                        state.getGrowthUnsaid()),
                Optional.ofNullable(state.getExplainedBy()),
                new Handling(
                        remark(state.getAcknowledged()),
                        remark(state.getMuted()),
                        Optional.ofNullable(state.getMutedUntilMs()).map(Instant::ofEpochMilli),
                        remark(state.getFalseAlarm()),
                        state.getNotes().stream()
                                .flatMap(note -> remark(note).stream())
                                .toList()));
        return new Entry(alert, Optional.ofNullable(state.getIndexedDueMs()).map(Instant::ofEpochMilli));
    }

    private static Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    static RemarkState remark(Optional<Handling.Remark> remark) {
        return remark.map(said -> new RemarkState(
                        said.who(), said.when().toEpochMilli(), said.why().orElse(null)))
                .orElse(null);
    }

    static Optional<Handling.Remark> remark(RemarkState state) {
        return Optional.ofNullable(state)
                .map(said -> new Handling.Remark(
                        said.getWho(), Instant.ofEpochMilli(said.getWhenMs()), Optional.ofNullable(said.getWhy())));
    }
}
