package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Transition;
import io.tocsin.fixtures.Oracle.Happening;
import io.tocsin.fixtures.Oracle.Stretch;
import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.ReportId;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.watch.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader of the topics of incidents and alerts learns. Holds the topics to their promises with every record:
 *
 * <ol type="A">
 *   <li>the revisions of an incident rise;
 *   <li>the sequence of an alert counts up by one from 0;
 *   <li>OPENED comes first or after WITHDRAWN, nothing else does;
 *   <li>RESOLVED comes once until more is said, or again with more;
 *   <li>what takes something back says why, and what an operator did; nothing else does.
 * </ol>
 */
public final class Published {

    private final Map<String, Incident> incidents = new HashMap<>();
    private final Map<String, Alert> alerts = new HashMap<>();
    private final List<Alert> transitions = new ArrayList<>();

    /** The next record on the incidents' topic. */
    public void incident(Incident next) {
        Optional<Incident> before = Optional.ofNullable(incidents.put(next.getId(), next));
        assertThat(next.getRevision())
                .as("A: after %s comes %s", before, next)
                .isGreaterThan(before.map(Incident::getRevision).orElse(-1));
    }

    /** The next record on the alerts' topic. */
    public void alert(Alert next) {
        Optional<Alert> before = Optional.ofNullable(alerts.put(next.getId(), next));
        Optional<Transition> said = before.map(Alert::getTransition);
        assertThat(next.getSequence())
                .as("B: after %s comes %s", before, next)
                .isEqualTo(before.map(b -> b.getSequence() + 1).orElse(0));
        boolean closed = said.isEmpty() || said.get() == Transition.WITHDRAWN;
        assertThat(next.getTransition() == Transition.OPENED)
                .as("C: after %s comes %s", before, next)
                .isEqualTo(closed);
        if (next.getTransition() == Transition.RESOLVED && said.equals(Optional.of(Transition.RESOLVED))) {
            assertThat(next.getNotify()).as("D: %s", next).isFalse();
            assertThat(List.of(next.getCounts(), next.getEpisode()))
                    .as("D: after %s comes %s", before, next)
                    .isNotEqualTo(List.of(before.get().getCounts(), before.get().getEpisode()));
        }
        boolean hasReason = next.getTransition() == Transition.EASED
                || next.getTransition() == Transition.WITHDRAWN
                || next.getTransition() == Transition.HANDLED;
        assertThat(next.getReason() != null).as("E: %s", next).isEqualTo(hasReason);
        transitions.add(next);
    }

    /** Several records on the topics. */
    public void all(Collection<Incident> someIncidents, Collection<Alert> someAlerts) {
        someIncidents.forEach(this::incident);
        someAlerts.forEach(this::alert);
    }

    /** Every transition so far. */
    public List<Alert> transitions() {
        return List.copyOf(transitions);
    }

    /** How every alert stands that was not withdrawn. */
    public List<Alert> standing() {
        return alerts.values().stream()
                .filter(alert -> alert.getTransition() != Transition.WITHDRAWN)
                .toList();
    }

    /** The episodes that the standing alerts of these rules tell of, {@link #asSaid as they were said}. */
    public Set<Stretch> episodes(Set<String> rules) {
        return asSaid(standing().stream()
                .filter(alert -> rules.contains(alert.getRule().getId()))
                .map(Published::stretch));
    }

    /**
     * The episodes but for the instants of their beginning and of their first and last incident, and for where exactly a
     * cluster lies: an incident that moves within an episode and changes no count, no level and no end makes no
     * transition. What is possible is said with what may lie in a wider area.
     */
    public static Set<Stretch> asSaid(Stream<Stretch> episodes) {
        return episodes.map(episode -> new Stretch(
                        episode.rule(),
                        episode.scope().replaceFirst("^(radius:..).*", "$1"),
                        episode.until(),
                        episode.until(),
                        episode.until(),
                        episode.until(),
                        episode.severity(),
                        episode.incidents(),
                        0,
                        episode.killed(),
                        episode.injured(),
                        episode.origins()))
                .collect(Collectors.toSet());
    }

    /** The incidents that stand. */
    public Set<Happening> incidents() {
        return incidents.values().stream()
                .filter(incident -> incident.getStatus() == IncidentStatus.ACTIVE)
                .map(Published::happening)
                .collect(Collectors.toSet());
    }

    private static Stretch stretch(Alert alert) {
        return new Stretch(
                alert.getRule().getId(),
                alert.getScope().getKey(),
                alert.getEpisode().getFrom(),
                alert.getEpisode().getUntil(),
                alert.getWindow().getFrom(),
                alert.getWindow().getUntil(),
                Severity.valueOf(alert.getSeverity().name()),
                alert.getCounts().getIncidents(),
                alert.getCounts().getPossible(),
                alert.getCounts().getKilled(),
                alert.getCounts().getInjured(),
                alert.getCounts().getOrigins());
    }

    private static Happening happening(Incident incident) {
        Set<ReportId> members = new HashSet<>();
        incident.getMembers().forEach(member -> members.add(new ReportId(member.getSourceId(), member.getReportId())));
        var casualties = Optional.ofNullable(incident.getCasualties());
        return new Happening(
                members,
                new io.tocsin.incident.Occurrence(
                                incident.getOccurrence().getFrom(),
                                incident.getOccurrence().getUntil(),
                                io.tocsin.incident.TimePrecision.valueOf(
                                        incident.getOccurrence().getPrecision().name()))
                        .instant(),
                Duration.between(
                        incident.getOccurrence().getFrom(),
                        incident.getOccurrence().getUntil()),
                Category.valueOf(incident.getCategory().name()),
                Optional.ofNullable(incident.getTarget())
                        .map(target -> TargetKind.valueOf(target.getKind().name()))
                        .orElse(TargetKind.UNKNOWN),
                people(casualties.map(io.tocsin.avro.Casualties::getKilled)),
                people(casualties.map(io.tocsin.avro.Casualties::getInjured)),
                new TreeSet<>(incident.getOrigins()),
                Optional.ofNullable(incident.getPerpetrator()).map(io.tocsin.avro.Perpetrator::getName),
                Optional.ofNullable(incident.getTarget()).map(io.tocsin.avro.Target::getAffiliation),
                place(incident.getPlace()));
    }

    private static int people(Optional<io.tocsin.avro.Estimate> from) {
        return from.map(estimate -> new Estimate(
                                number(estimate.getLow()), number(estimate.getBest()), number(estimate.getHigh()))
                        .count())
                .orElse(0);
    }

    private static OptionalInt number(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Place place(io.tocsin.avro.Place from) {
        return new Place(
                Optional.ofNullable(from.getCountry()).orElse(Place.NOWHERE),
                Optional.ofNullable(from.getProvince()),
                Optional.ofNullable(from.getDistrict()),
                Optional.ofNullable(from.getSite()),
                Optional.ofNullable(from.getLat()).map(lat -> new Coordinates(lat, from.getLon())),
                PlacePrecision.valueOf(from.getPrecision().name()));
    }
}
