package io.tocsin.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.avro.Level;
import io.tocsin.avro.Rule;
import io.tocsin.cli.RuleFiles.Wrong;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.PublishedRules;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.cli.terminal.Table;
import io.tocsin.schemas.json.JsonForm;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin rules}: checks files of rules, and brings rules into force and out of it. */
@Command(name = "rules", description = "Check, apply, list and delete rules.", synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

    private static final JsonForm<Rule> FORM = JsonForm.of(Rule.class);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check, apply, list or delete?");
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
                    rule.getWithin(),
                    rule.getLevels().stream().map(RulesCommand::inWords).collect(Collectors.joining(", ")),
                    Console.plain(rule.getTitle() == null ? "" : rule.getTitle()));
        }
        return table;
    }

    private static String inWords(Level level) {
        String severity = level.getSeverity().name().toLowerCase(Locale.ROOT);
        return level.getIncidents() == null ? severity : severity + " " + level.getIncidents();
    }
}
