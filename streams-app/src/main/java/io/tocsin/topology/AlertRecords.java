package io.tocsin.topology;

import io.tocsin.avro.AlertIncident;
import io.tocsin.avro.AlertRule;
import io.tocsin.avro.AlertScope;
import io.tocsin.avro.AlertTimes;
import io.tocsin.avro.Counts;
import io.tocsin.avro.Handling;
import io.tocsin.avro.Remark;
import io.tocsin.avro.ScopeKind;
import io.tocsin.avro.Window;
import io.tocsin.places.Coordinates;
import io.tocsin.watch.Alert;
import io.tocsin.watch.Circle;
import io.tocsin.watch.Episode;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Outlook;
import io.tocsin.watch.Scope;
import io.tocsin.watch.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Alerts from the domain to their Avro record. Texts are cut so that no record outgrows its topic. */
public final class AlertRecords {

    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final int MOST_ORIGINS = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUMMARY = 280;
    private static final int LONGEST_URL = 1_000;

    private AlertRecords() {}

    /** The record of the transition. */
    public static io.tocsin.avro.Alert record(Alert from) {
        return record(
                from, from.incidents().stream().map(AlertRecords::incident).toList());
    }

    /** The same, with the records of the incidents that it lists. */
    static io.tocsin.avro.Alert record(Alert from, List<AlertIncident> listed) {
        Episode episode = from.state().episode();
        return new io.tocsin.avro.Alert(
                from.state().id(),
                from.state().sequence(),
                io.tocsin.avro.Transition.valueOf(from.transition().name()),
                io.tocsin.avro.Severity.valueOf(episode.severity().name()),
                new AlertRule(
                        from.rule().id(), from.rule().revision(), from.rule().title()),
                scope(from),
                new Window(episode.first(), episode.last()),
                new Window(episode.from(), episode.until()),
                new Counts(
                        episode.tally().incidents(),
                        episode.tally().killed(),
                        episode.tally().injured(),
                        episode.tally().origins().size(),
                        from.perhaps()),
                from.rule()
                        .level(episode.severity())
                        .map(level -> level.all().incidents())
                        .filter(incidents -> incidents > 0)
                        .orElse(null),
                from.outlook().map(Outlook::expected).orElse(null),
                from.outlook().map(Outlook::recurrenceDays).orElse(null),
                listed,
                from.sentence(),
                from.reason().orElse(null),
                from.notifies(),
                from.state().explainedBy().orElse(null),
                from.rule().labels(),
                from.rule().runbook().orElse(null),
                new AlertTimes(
                        episode.last(),
                        from.cause().reported().orElse(null),
                        from.cause().received().orElse(null),
                        from.announced()),
                level(from),
                from.outlook()
                        .map(outlook -> outlook.history().toMillis() / MILLIS_PER_DAY)
                        .orElse(null),
                handling(from.state().handling()));
    }

    private static String level(Alert from) {
        Severity severity = from.state().episode().severity();
        List<String> ways = new ArrayList<>();
        from.rule().level(severity).ifPresent(level -> ways.add(level.inWords()));
        from.rule()
                .unusual()
                .filter(unusual -> unusual.severity() == severity)
                .ifPresent(unusual -> ways.add(unusual.inWords()));
        return String.join(" or ", ways);
    }

    /** What operators did; null if nobody did anything. */
    static Handling handling(io.tocsin.watch.Handling from) {
        if (from.equals(io.tocsin.watch.Handling.NONE)) {
            return null;
        }
        return new Handling(
                from.acknowledged().map(AlertRecords::remark).orElse(null),
                from.muted().map(AlertRecords::remark).orElse(null),
                from.mutedUntil().orElse(null),
                from.falseAlarm().map(AlertRecords::remark).orElse(null),
                from.notes().stream().map(AlertRecords::remark).toList());
    }

    private static Remark remark(io.tocsin.watch.Handling.Remark from) {
        return new Remark(from.who(), from.when(), from.why().orElse(null));
    }

    /** The scope: a cluster around its centre, others centred on the newest incident with coordinates in them. */
    private static AlertScope scope(Alert from) {
        Scope scope = from.state().scope();
        Optional<Circle> circle = from.state().episode().circle();
        Optional<Coordinates> centre = circle.map(Circle::centre).or(() -> newest(from.incidents()));
        return new AlertScope(
                ScopeKind.valueOf(scope.kind().name()),
                scope.key(),
                scope.name(),
                scope.names(),
                centre.map(Coordinates::lat).orElse(null),
                centre.map(Coordinates::lon).orElse(null),
                circle.map(Circle::km).orElse(null));
    }

    private static Optional<Coordinates> newest(List<Fact> oldestFirst) {
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            Optional<Coordinates> spot = oldestFirst.get(i).place().coordinates();
            if (spot.isPresent()) {
                return spot;
            }
        }
        return Optional.empty();
    }

    static AlertIncident incident(Fact fact) {
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
