package io.tocsin.cli.incidents;

import static java.util.function.Predicate.not;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.Member;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.ReportRef;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.places.Place;
import io.tocsin.resolve.Pair;
import io.tocsin.topology.RulingRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The actions that correct incidents. Each fails, with a line for the operator, where the application would refuse it. */
public final class Corrections {

    private Corrections() {}

    /**
     * Counts these members of an incident apart from its others.
     *
     * @param named each as {@code source/report}
     */
    public static OperatorAction split(Incident incident, Collection<String> named, Signature by) {
        requireStanding(incident);
        Set<Member> members = new LinkedHashSet<>();
        named.forEach(name -> members.add(member(incident, name)));
        List<Member> others =
                incident.getMembers().stream().filter(not(members::contains)).toList();
        if (others.isEmpty()) {
            throw CommandFailure.no("these are all the reports of " + Console.plain(incident.getId())
                    + "; leave at least one that they are split from");
        }
        return action(ActionKind.SPLIT, incident.getId(), country(incident), refs(members), refs(others), by);
    }

    private static Member member(Incident incident, String name) {
        List<Member> matching = incident.getMembers().stream()
                .filter(member -> name.equals(member.getSourceId() + "/" + member.getReportId()))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        String id = Console.plain(incident.getId());
        throw CommandFailure.no(Console.plain(name)
                + (matching.isEmpty()
                        ? " is no report of " + id + "; they are listed by: tocsin incidents show " + id
                        : " may be either of " + matching.size() + " reports of " + id));
    }

    /** Counts all members of the incidents as one incident. */
    public static OperatorAction join(List<Incident> incidents, Signature by) {
        if (incidents.stream().map(Incident::getId).distinct().count() < 2) {
            throw CommandFailure.usage("name at least two different incidents to join");
        }
        incidents.forEach(Corrections::requireStanding);
        Incident first = incidents.get(0);
        for (Incident incident : incidents) {
            if (!country(incident).equals(country(first))) {
                throw CommandFailure.no(Console.plain(first.getId()) + " is in " + country(first) + " and "
                        + Console.plain(incident.getId()) + " in " + country(incident)
                        + "; only incidents of one country can be joined");
            }
        }
        Set<Member> members = new LinkedHashSet<>();
        incidents.forEach(incident -> members.addAll(incident.getMembers()));
        return action(ActionKind.JOIN, first.getId(), country(first), refs(members), List.of(), by);
    }

    /**
     * Takes back what an action said.
     *
     * @param published all actions
     */
    public static OperatorAction undo(String id, List<OperatorAction> published, Signature by) {
        OperatorAction undone = published.stream()
                .filter(action -> action.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandFailure.no("there is no action " + Console.plain(id)));
        if (undone.getKind() != ActionKind.SPLIT && undone.getKind() != ActionKind.JOIN) {
            throw CommandFailure.no(
                    Console.plain(id) + " is neither a split nor a join; there is nothing to take back");
        }
        if (RulingRecords.pairsRuledOn(undone).isEmpty()) {
            throw CommandFailure.no("the application refused " + Console.plain(id) + "; there is nothing to take back");
        }
        inForceAfter(undone, published).ifPresent(later -> {
            throw CommandFailure.no(
                    isUndoOf(undone, later)
                            ? Console.plain(id) + " was taken back already, by " + Console.plain(later.getId())
                            : Console.plain(later.getId()) + " came later and is about the same reports; take it back"
                                    + " first");
        });
        OperatorAction undo = action(
                ActionKind.UNDO, undone.getSubject(), undone.getCountry(), undone.getMembers(), undone.getOthers(), by);
        undo.setUndoes(undone.getId());
        return undo;
    }

    /** The application would let the undoing of an action also take back what was said later of the same pairs. */
    private static Optional<OperatorAction> inForceAfter(OperatorAction undone, List<OperatorAction> published) {
        return onTheSamePairs(undone, published)
                .filter(other -> other.getWhen().isAfter(undone.getWhen()))
                .filter(other -> isUndoOf(undone, other) || isInForce(other, published))
                .findFirst();
    }

    /** The older splits and joins that an undoing does not bring back: it leaves the pairs to their scores. */
    public static List<OperatorAction> notBroughtBack(OperatorAction undo, List<OperatorAction> published) {
        if (undo.getKind() != ActionKind.UNDO) {
            return List.of();
        }
        return onTheSamePairs(undo, published)
                .filter(other -> !other.getId().equals(undo.getUndoes()) && isInForce(other, published))
                .toList();
    }

    private static boolean isInForce(OperatorAction action, List<OperatorAction> published) {
        return action.getKind() != ActionKind.UNDO && published.stream().noneMatch(undo -> isUndoOf(action, undo));
    }

    private static boolean isUndoOf(OperatorAction action, OperatorAction undo) {
        return undo.getKind() == ActionKind.UNDO && action.getId().equals(undo.getUndoes());
    }

    /**
     * Of two rulings on one pair of reports the newest counts. So this one is made newer than those published, though
     * they were made at a machine whose clock is ahead.
     */
    public static void makeNewest(OperatorAction action, List<OperatorAction> published) {
        onTheSamePairs(action, published)
                .map(OperatorAction::getWhen)
                .max(Instant::compareTo)
                .filter(newest -> !newest.isBefore(action.getWhen()))
                .ifPresent(newest -> action.setWhen(newest.plusMillis(1)));
    }

    private static Stream<OperatorAction> onTheSamePairs(OperatorAction one, List<OperatorAction> published) {
        Set<Pair> pairs = RulingRecords.pairsRuledOn(one);
        return published.stream().filter(other -> !Collections.disjoint(pairs, RulingRecords.pairsRuledOn(other)));
    }

    /** Whether the action is about the incident or one of its reports. */
    public static boolean concerns(OperatorAction action, Incident incident) {
        Set<ReportRef> members = Set.copyOf(refs(incident.getMembers()));
        return action.getSubject().equals(incident.getId())
                || !Collections.disjoint(members, action.getMembers())
                || !Collections.disjoint(members, action.getOthers());
    }

    private static void requireStanding(Incident incident) {
        String id = Console.plain(incident.getId());
        if (incident.getStatus() == IncidentStatus.MERGED) {
            throw CommandFailure.no(id + " was merged; it lives on in " + Console.plain(incident.getMergedInto()));
        }
        if (incident.getStatus() != IncidentStatus.ACTIVE) {
            throw CommandFailure.no(id + " was taken back with all its reports");
        }
    }

    private static OperatorAction action(
            ActionKind kind,
            String subject,
            String country,
            List<ReportRef> members,
            List<ReportRef> others,
            Signature by) {
        int named = members.size() + others.size();
        if (named > RulingRecords.MOST_REPORTS) {
            throw CommandFailure.no(
                    named + " reports would be ruled on; one action may name at most " + RulingRecords.MOST_REPORTS);
        }
        OperatorAction action = new OperatorAction();
        action.setId("act-" + UUID.randomUUID());
        action.setKind(kind);
        action.setSubject(subject);
        action.setReports(List.of());
        action.setWho(by.who());
        action.setWhen(by.when());
        action.setWhy(by.why().orElse(null));
        action.setCountry(country);
        action.setMembers(members);
        action.setOthers(others);
        return action;
    }

    /** Code of the country whose task counts the incident. */
    public static String country(Incident incident) {
        return Optional.ofNullable(incident.getPlace().getCountry()).orElse(Place.NOWHERE);
    }

    private static List<ReportRef> refs(Collection<Member> members) {
        List<ReportRef> refs = new ArrayList<>();
        members.forEach(member -> refs.add(new ReportRef(member.getSourceId(), member.getReportId())));
        return refs;
    }
}
