package io.tocsin.cli.terminal;

import io.tocsin.avro.Estimate;
import io.tocsin.avro.Incident;
import io.tocsin.avro.Member;
import io.tocsin.avro.OperatorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An incident in words for people, without control characters, in UTC. */
public final class IncidentText {

    private IncidentText() {}

    /** A table for a line each. */
    public static Table table() {
        return new Table("incident", "when", "what", "killed", "reports", "where");
    }

    /** Adds the incident as a line of the table. */
    public static void addTo(Table table, Incident incident) {
        Estimate killed = incident.getCasualties() == null
                ? null
                : incident.getCasualties().getKilled();
        table.add(
                Console.plain(incident.getId()),
                FieldText.days(incident.getOccurrence()),
                FieldText.label(incident.getCategory()),
                FieldText.number(killed),
                Integer.toString(incident.getMembers().size()),
                FieldText.names(incident.getPlace()));
    }

    /**
     * All that is known of the incident, a line each.
     *
     * @param actions what operators did about it
     */
    public static List<String> page(Incident incident, List<OperatorAction> actions) {
        List<String> page = new ArrayList<>(facts(incident));
        addTo(page, reports("report", incident.getMembers()));
        if (!incident.getNearMisses().isEmpty()) {
            addTo(page, reports("near miss", incident.getNearMisses()));
        }
        if (!actions.isEmpty()) {
            addTo(page, actions.stream().map(ActionLine::inWords).toList());
        }
        return page;
    }

    private static void addTo(List<String> page, List<String> paragraph) {
        page.add("");
        page.addAll(paragraph);
    }

    private static List<String> facts(Incident incident) {
        Table facts = new Table("incident", Console.plain(incident.getId()) + ", revision " + incident.getRevision());
        facts.add("state", state(incident));
        facts.add("what", FieldText.what(incident.getCategory(), incident.getTarget(), incident.getPerpetrator()));
        facts.add("where", FieldText.where(incident.getPlace()));
        facts.add("when", FieldText.when(incident.getOccurrence()));
        facts.add("casualties", FieldText.harmed(incident.getCasualties()));
        facts.add("origins", origins(incident));
        facts.add("reported", FieldText.stretch(incident.getFirstReportedAt(), incident.getLastReportedAt()));
        if (incident.getSummary() != null) {
            facts.add("summary", Console.plain(incident.getSummary()));
        }
        return facts.lines();
    }

    private static List<String> reports(String heading, List<Member> members) {
        Table table = new Table(heading, "revision", "score", "reasons");
        for (Member member : members) {
            table.add(
                    Console.plain(member.getSourceId() + "/" + member.getReportId()),
                    Integer.toString(member.getRevision()),
                    String.format(Locale.ROOT, "%.1f", member.getScore()),
                    member.getReasons().isEmpty() ? "-" : Console.plain(String.join("; ", member.getReasons())));
        }
        return table.lines();
    }

    private static String state(Incident incident) {
        return switch (incident.getStatus()) {
            case ACTIVE -> "stands";
            case RETRACTED -> "taken back with all its reports; this is how it was last";
            case MERGED ->
                "merged; lives on in " + Console.plain(incident.getMergedInto()) + "; this is how it was last";
        };
    }

    private static String origins(Incident incident) {
        return incident.getOriginCount() + ": " + Console.plain(String.join(", ", incident.getOrigins()))
                + String.format(Locale.ROOT, "; confidence %.2f", incident.getConfidence());
    }
}
