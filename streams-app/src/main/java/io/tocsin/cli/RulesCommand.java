package io.tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.avro.Level;
import io.tocsin.avro.Rule;
import io.tocsin.avro.Severity;
import io.tocsin.avro.Unusual;
import io.tocsin.cli.RuleFiles.Wrong;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.PublishedRules;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.cli.terminal.Table;
import io.tocsin.schemas.json.JsonForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin rules}: checks files of rules, and brings rules into force and out of it. */
@Command(
        name = "rules",
        description = "Check, apply, list and delete rules, and help editors write them.",
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

    private static final JsonForm<Rule> FORM = JsonForm.of(Rule.class);

    private static final String SCHEMA = "/rules.schema.json";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check, apply, list, delete or schema?");
    }

    @Command(name = "check", description = "Tell all that is wrong with files of rules; needs no cluster.")
    int check(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML or JSON.") List<Path> files,
            @Option(names = "--json", description = "One JSON object a problem.") boolean json) {
        Console console = Console.of(spec);
        RuleFiles read = RuleFiles.read(files);
        read.problems().forEach(wrong -> console.print(json ? tree(wrong).toString() : Console.plain(wrong.inWords())));
        if (read.problems().isEmpty()) {
            console.say(read.rules().size() + (read.rules().size() == 1 ? " rule is" : " rules are") + " fine");
            return ExitCode.FINE;
        }
        return ExitCode.NO;
    }

    @Command(
            name = "apply",
            description = "Bring rules into force. A file with a problem is refused, and what was in force stays.")
    int apply(
            @Mixin Connection connection,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML or JSON.") List<Path> files) {
        Console console = Console.of(spec);
        RuleFiles read = RuleFiles.read(files);
        if (!read.problems().isEmpty()) {
            read.problems().forEach(wrong -> console.say(Console.plain(wrong.inWords())));
            console.say("nothing was applied");
            return ExitCode.NO;
        }
        try (Client client = connection.connect()) {
            List<Rule> changed = new PublishedRules(client).apply(read.rules());
            changed.forEach(rule -> console.say("applied " + rule.getId() + ", revision " + rule.getRevision()));
            console.say(changed.size() + " applied, " + (read.rules().size() - changed.size()) + " unchanged");
            return ExitCode.FINE;
        }
    }

    @Command(name = "list", description = "List the rules in force.")
    int list(
            @Mixin Connection connection,
            @Option(names = "--json", description = "One rule a line, in the JSON form.") boolean json) {
        Console console = Console.of(spec);
        try (Client client = connection.connect()) {
            Collection<Rule> rules = new PublishedRules(client).read().values();
            if (json) {
                rules.forEach(rule -> console.print(FORM.write(rule)));
            } else {
                table(rules).lines().forEach(console::print);
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "delete", description = "Take rules out of force; their alerts end.")
    int delete(
            @Mixin Connection connection,
            @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of rules.") List<String> ids) {
        Console console = Console.of(spec);
        try (Client client = connection.connect()) {
            PublishedRules rules = new PublishedRules(client);
            Set<String> there = rules.read().keySet();
            Set<String> known = new TreeSet<>(ids);
            known.retainAll(there);
            rules.delete(known);
            known.forEach(id -> console.say("deleted " + id));
            ids.stream()
                    .filter(id -> !there.contains(id))
                    .forEach(id -> console.say("there is no rule " + Console.plain(id)));
            return there.containsAll(ids) ? ExitCode.FINE : ExitCode.NO;
        }
    }

    @Command(
            name = "schema",
            description = "Print the JSON Schema of rules, by which editors check and complete them; needs no cluster.")
    int schema() {
        try (InputStream schema = Rule.class.getResourceAsStream(SCHEMA)) {
            new String(schema.readAllBytes(), UTF_8).lines().forEach(Console.of(spec)::print);
            return ExitCode.FINE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode tree(Wrong wrong) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", wrong.file().toString())
                .put("line", wrong.problem().line())
                .put("rule", wrong.problem().rule())
                .put("field", wrong.problem().field())
                .put("reason", wrong.problem().reason());
    }

    private static Table table(Collection<Rule> rules) {
        Table table = new Table("rule", "revision", "per", "within", "levels", "title");
        for (Rule rule : rules) {
            table.add(
                    rule.getId(),
                    Integer.toString(rule.getRevision()),
                    rule.getPer(),
                    length(rule.getWithin()),
                    firing(rule),
                    Console.plain(rule.getTitle() == null ? "" : rule.getTitle()));
        }
        return table;
    }

    /** What makes it fire: {@code watch 3, critical 8 or 20 killed, unusual watch}. */
    private static String firing(Rule rule) {
        Stream<String> levels = rule.getLevels().stream().map(RulesCommand::inWords);
        Stream<String> unusual = Stream.ofNullable(rule.getUnusual())
                .map(Unusual::getSeverity)
                .map(severity -> "unusual " + label(severity == null ? Severity.WATCH : severity));
        return Stream.concat(levels, unusual).collect(Collectors.joining(", "));
    }

    private static String inWords(Level level) {
        String all = joined(" and ", level.getIncidents(), level.getKilled(), level.getInjured(), level.getOrigins());
        String any =
                joined(" or ", level.getOrIncidents(), level.getOrKilled(), level.getOrInjured(), level.getOrOrigins());
        String both = Stream.of(all, any).filter(part -> !part.isEmpty()).collect(Collectors.joining(" or "));
        return label(level.getSeverity()) + " " + both;
    }

    /** Incidents are what is counted where nothing else is said. */
    private static String joined(
            String conjunction, Integer incidents, Integer killed, Integer injured, Integer origins) {
        return Stream.of(
                        amount(incidents, ""),
                        amount(killed, " killed"),
                        amount(injured, " injured"),
                        amount(origins, " origins"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(conjunction));
    }

    private static Optional<String> amount(Integer number, String of) {
        return Optional.ofNullable(number).map(asked -> asked + of);
    }

    private static String label(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 3d} for {@code PT72H}; other spellings stay as they are. */
    private static String length(String within) {
        try {
            Duration length = Duration.parse(within);
            boolean wholeDays = length.equals(Duration.ofDays(length.toDays()));
            return wholeDays ? length.toDays() + "d" : within.substring(2).toLowerCase(Locale.ROOT);
        } catch (DateTimeParseException e) {
            return within;
        }
    }
}
