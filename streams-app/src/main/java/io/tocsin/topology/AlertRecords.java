package io.tocsin.topology;

import io.tocsin.avro.AlertIncident;
import io.tocsin.avro.AlertRule;
import io.tocsin.avro.AlertScope;
import io.tocsin.avro.AlertTimes;
import io.tocsin.avro.Counts;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.Window;
import io.tocsin.places.Area;
import io.tocsin.places.Coordinates;
import io.tocsin.watch.Alert;
import io.tocsin.watch.Episode;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Level;
import java.util.List;
import java.util.Optional;

/** Alerts from the domain to their Avro record. Texts are cut so that no record outgrows its topic. */
final class AlertRecords {

    private static final int MOST_ORIGINS = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUMMARY = 280;
    private static final int LONGEST_URL = 1_000;

    private AlertRecords() {}

    static io.tocsin.avro.Alert record(Alert from) {
        Episode episode = from.state().episode();
        return new io.tocsin.avro.Alert(
                from.state().id(),
                from.state().sequence(),
                io.tocsin.avro.Transition.valueOf(from.transition().name()),
                io.tocsin.avro.Severity.valueOf(episode.severity().name()),
                new AlertRule(
                        from.rule().id(), from.rule().revision(), from.rule().title()),
                scope(from.state().scope(), from.incidents()),
                new Window(episode.first(), episode.last()),
                new Window(episode.from(), episode.until()),
                new Counts(
                        episode.tally().incidents(),
                        episode.tally().killed(),
                        episode.tally().injured(),
                        episode.tally().origins().size()),
                threshold(from),
                null,
                null,
                from.incidents().stream().map(AlertRecords::incident).toList(),
                from.sentence(),
                from.reason().orElse(null),
                from.notifies(),
                null,
                from.rule().labels(),
                from.rule().runbook().orElse(null),
                new AlertTimes(
                        episode.last(),
                        from.cause().reported().orElse(null),
                        from.cause().received().orElse(null),
                        from.announced()));
    }

    private static Integer threshold(Alert from) {
        return from.rule().levels().stream()
                .filter(level -> level.severity() == from.state().episode().severity())
                .map(Level::incidents)
                .findFirst()
                .orElse(null);
    }

    /** The scope, centred on the newest incident with coordinates that lies in it. */
    private static AlertScope scope(Area scope, List<Fact> incidents) {
        Optional<Coordinates> centre = incidents.stream()
                .flatMap(fact -> fact.place().coordinates().stream())
                .reduce((older, newer) -> newer);
        return new AlertScope(
                ScopeKind.valueOf(scope.level().name()),
                scope.key(),
                scope.name(),
                scope.names(),
                centre.map(Coordinates::lat).orElse(null),
                centre.map(Coordinates::lon).orElse(null),
                null);
    }

    private static AlertIncident incident(Fact fact) {
        return new AlertIncident(
                fact.incident(),
                fact.at(),
                io.tocsin.avro.TimePrecision.valueOf(fact.precision().name()),
                io.tocsin.avro.Category.valueOf(fact.category().name()),
                cut(fact.place().inWords(), LONGEST_SUMMARY),
                fact.summary().map(summary -> cut(summary, LONGEST_SUMMARY)).orElse(null),
                fact.killed(),
                fact.injured(),
                fact.origins().stream()
                        .limit(MOST_ORIGINS)
                        .map(origin -> cut(origin, LONGEST_NAME))
                        .toList(),
                fact.url().map(url -> cut(url, LONGEST_URL)).orElse(null));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
