package io.tocsin.topology;

import io.tocsin.avro.IncidentStatus;
import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import java.util.List;

/** Incidents from the domain to their Avro record. */
final class IncidentRecords {

    private IncidentRecords() {}

    /** The record to publish; one that is gone is told as it was last, with the status that says so. */
    static io.tocsin.avro.Incident record(IncidentChange change) {
        IncidentStatus status = change.after().isPresent()
                ? IncidentStatus.ACTIVE
                : change.mergedInto().isPresent() ? IncidentStatus.MERGED : IncidentStatus.RETRACTED;
        Incident from = change.after().or(change::before).orElseThrow();
        return new io.tocsin.avro.Incident(
                change.id(),
                change.revision(),
                status,
                change.mergedInto().orElse(null),
                ReportRecords.record(from.occurrence()),
                io.tocsin.avro.Category.valueOf(from.category().name()),
                ReportRecords.record(from.place()),
                from.target().map(ReportRecords::record).orElse(null),
                from.perpetrator().map(ReportRecords::record).orElse(null),
                ReportRecords.record(from.casualties()),
                ReportRecords.boxed(from.quantity()),
                from.summary().orElse(null),
                from.evidence().map(ReportRecords::record).orElse(null),
                from.tags(),
                members(from.members()),
                members(from.nearMisses()),
                from.origins(),
                from.origins().size(),
                from.confidence(),
                from.firstReportedAt(),
                from.lastReportedAt());
    }

    private static List<io.tocsin.avro.Member> members(List<Incident.Member> from) {
        return from.stream()
                .map(member -> new io.tocsin.avro.Member(
                        member.report().source(),
                        member.report().id(),
                        member.revision(),
                        member.score(),
                        member.reasons()))
                .toList();
    }
}
