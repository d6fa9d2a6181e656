package io.tocsin.topology;

import io.tocsin.avro.Level;
import io.tocsin.avro.Match;
import io.tocsin.avro.Rule;
import io.tocsin.avro.Severity;
import io.tocsin.avro.TargetKind;
import io.tocsin.avro.Targets;
import io.tocsin.avro.Unusual;
import io.tocsin.incident.Category;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.watch.Certainty;
import io.tocsin.watch.Condition;
import io.tocsin.watch.grammar.RuleReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Rules between their Avro record and the domain. Both go through the one grammar and its checks. */
public final class RuleRecords {

    private static final JsonForm<Rule> FORM = JsonForm.of(Rule.class);

    private RuleRecords() {}

    /**
     * The rule that the record holds.
     *
     * @throws IllegalArgumentException if the grammar refuses it; the message names each field and the remedy
     */
    public static io.tocsin.watch.Rule rule(Rule from) {
        RuleReader.Result result = RuleReader.read(FORM.write(from));
        if (!result.problems().isEmpty()) {
            throw new IllegalArgumentException(result.problems().stream()
                    .map(problem -> problem.field() + ": " + problem.reason())
                    .collect(Collectors.joining("; ")));
        }
        return result.rules().get(0);
    }

    /** The record of the rule. */
    public static Rule record(io.tocsin.watch.Rule from) {
        return new Rule(
                from.id(),
                from.revision(),
                from.title(),
                match(from.match()),
                from.per().text(),
                from.within().toString(),
                from.levels().stream().map(RuleRecords::level).toList(),
                from.unusual().map(RuleRecords::unusual).orElse(null),
                from.count() == Certainty.CERTAIN ? null : from.count().label(),
                from.quiet().toString(),
                from.remind().map(Duration::toString).orElse(null),
                from.labels(),
                from.runbook().orElse(null));
    }

    private static Match match(io.tocsin.watch.Match from) {
        Targets targets = new Targets(
                from.targets().stream()
                        .sorted()
                        .map(kind -> TargetKind.valueOf(kind.name()))
                        .toList(),
                sorted(from.affiliations()));
        return new Match(
                from.categories().stream().sorted().map(Category::label).toList(),
                sorted(from.countries()),
                sorted(from.areas()),
                targets,
                sorted(from.actors()),
                sorted(from.tags()),
                from.minOrigins(),
                from.minConfidence(),
                from.minKilled(),
                from.where().map(Condition::text).orElse(null));
    }

    private static Unusual unusual(io.tocsin.watch.Unusual from) {
        return new Unusual(
                from.history().toString(),
                from.atMostOnceIn().toString(),
                Severity.valueOf(from.severity().name()));
    }

    private static Level level(io.tocsin.watch.Level from) {
        return new Level(
                Severity.valueOf(from.severity().name()),
                asked(from.all().incidents()),
                asked(from.all().killed()),
                asked(from.all().injured()),
                asked(from.all().origins()),
                asked(from.any().incidents()),
                asked(from.any().killed()),
                asked(from.any().injured()),
                asked(from.any().origins()));
    }

    private static Integer asked(int number) {
        return number == 0 ? null : number;
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}
