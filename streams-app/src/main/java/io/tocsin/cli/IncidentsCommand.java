package io.tocsin.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.avro.Incident;
import io.tocsin.avro.IncidentStatus;
import io.tocsin.avro.OperatorAction;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.PublishedActions;
import io.tocsin.cli.cluster.PublishedIncidents;
import io.tocsin.cli.incidents.Corrections;
import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.cli.terminal.IncidentText;
import io.tocsin.cli.terminal.Table;
import io.tocsin.schemas.json.JsonForm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin incidents}: shows what reports were resolved into, and lets an operator correct it. */
@Command(
        name = "incidents",
        description = "Show incidents, and correct which reports speak of one.",
        synopsisSubcommandLabel = "COMMAND")
final class IncidentsCommand implements Runnable {

    private static final JsonForm<Incident> INCIDENT = JsonForm.of(Incident.class);
    private static final JsonForm<OperatorAction> ACTION = JsonForm.of(OperatorAction.class);
    private static final int MOST_FOR_PEOPLE = 50;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, show, split, join or undo?");
    }

    @Command(name = "list", description = "List the incidents that stand, newest first.")
    int list(
            @Mixin Connection connection,
            @Option(names = "--country", paramLabel = "IQ", description = "Only those in this country (ISO 3166-1).")
                    String country,
            @Option(
                            names = "--since",
                            paramLabel = "DATE",
                            description = "Only those that count on that day (UTC) or later, such as 2021-05-04.")
                    LocalDate since,
            @Option(names = "--json", description = "All of them, one a line, in the JSON form.") boolean json) {
        Console console = Console.of(spec);
        Predicate<Incident> wanted = in(country).and(since(since));
        try (Client client = connection.connect()) {
            PublishedIncidents incidents = new PublishedIncidents(client);
            if (json) {
                incidents.newest(wanted, Integer.MAX_VALUE, incident -> console.print(INCIDENT.write(incident)));
                return ExitCode.FINE;
            }
            Table table = IncidentText.table();
            int all = incidents.newest(wanted, MOST_FOR_PEOPLE, incident -> IncidentText.addTo(table, incident));
            table.lines().forEach(console::print);
            if (all > MOST_FOR_PEOPLE) {
                console.say(String.format(
                        Locale.ROOT,
                        "%,d more; ask for fewer with --country and --since, or for all with --json",
                        all - MOST_FOR_PEOPLE));
            }
            return ExitCode.FINE;
        }
    }

    private Predicate<Incident> in(String country) {
        if (country == null) {
            return incident -> true;
        }
        if (!country.matches("[A-Za-z]{2}")) {
            throw new ParameterException(
                    spec.commandLine(), "--country takes a code of two letters, such as IQ, not " + country);
        }
        String code = country.toUpperCase(Locale.ROOT);
        return incident -> Corrections.country(incident).equals(code);
    }

    private static Predicate<Incident> since(LocalDate date) {
        if (date == null) {
            return incident -> true;
        }
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return incident -> !PublishedIncidents.instant(incident).isBefore(start);
    }

    @Command(name = "show", description = "Show an incident, its reports, and what operators did about it.")
    int show(
            @Mixin Connection connection,
            @Parameters(paramLabel = "ID", description = "Id of an incident.") String id,
            @Option(
                            names = "--json",
                            description = "The incident in the JSON form; its field actions holds the operators'.")
                    boolean json) {
        Console console = Console.of(spec);
        try (Client client = connection.connect()) {
            Incident incident = find(client, List.of(id)).get(0);
            if (incident.getStatus() == IncidentStatus.MERGED) {
                incident.setMergedInto(new PublishedIncidents(client).survivor(incident));
            }
            List<OperatorAction> actions = new PublishedActions(client)
                    .read().stream()
                            .filter(action -> Corrections.concerns(action, incident))
                            .sorted(Comparator.comparing(OperatorAction::getWhen))
                            .toList();
            if (json) {
                ObjectNode tree = INCIDENT.tree(incident);
                actions.forEach(action -> tree.withArray("actions").add(ACTION.tree(action)));
                console.print(tree.toString());
            } else {
                IncidentText.page(incident, actions).forEach(console::print);
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "split", description = "Count reports of an incident apart from its others.")
    int split(
            @Mixin Connection connection,
            @Parameters(index = "0", paramLabel = "ID", description = "Id of the incident.") String id,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "SOURCE/REPORT",
                            description = "Its reports that speak of something else, as `show` lists them.")
                    List<String> reports,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason.") String why,
            @Mixin Correcting correction) {
        return correction.publish(
                Console.of(spec),
                connection,
                why,
                (client, published, by) ->
                        Corrections.split(find(client, List.of(id)).get(0), reports, by));
    }

    @Command(name = "join", description = "Count all reports of several incidents as one.")
    int join(
            @Mixin Connection connection,
            @Parameters(arity = "2..*", paramLabel = "ID", description = "Ids of incidents of one country.")
                    List<String> ids,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason.") String why,
            @Mixin Correcting correction) {
        return correction.publish(
                Console.of(spec), connection, why, (client, published, by) -> Corrections.join(find(client, ids), by));
    }

    @Command(name = "undo", description = "Take a split or a join back.")
    int undo(
            @Mixin Connection connection,
            @Parameters(paramLabel = "ACTION", description = "Id of the action, as it was printed and `show` lists it.")
                    String id,
            @Option(names = "--why", paramLabel = "TEXT", description = "The reason.") String why,
            @Mixin Correcting correction) {
        return correction.publish(
                Console.of(spec), connection, why, (client, published, by) -> Corrections.undo(id, published, by));
    }

    /** The incidents of these ids, in their order. */
    private static List<Incident> find(Client client, List<String> ids) {
        Map<String, Incident> found = new PublishedIncidents(client).find(ids);
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id))
                        .orElseThrow(() -> CommandFailure.no("there is no incident " + Console.plain(id))))
                .toList();
    }
}
