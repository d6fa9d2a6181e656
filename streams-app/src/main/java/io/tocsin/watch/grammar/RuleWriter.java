package io.tocsin.watch.grammar;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.watch.Certainty;
import io.tocsin.watch.Level;
import io.tocsin.watch.Match;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Threshold;
import io.tocsin.watch.Unusual;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes a rule as the one YAML text that stands for it: fields and entries in a fixed order, what has its default left
 * out. {@link RuleReader} reads it as an equal rule. May be called from any thread.
 */
public final class RuleWriter {

    private RuleWriter() {}

    /** The canonical text of a rule that was read. */
    public static String write(Rule rule) {
        StringWriter text = new StringWriter();
        new Yaml(style()).serialize(rule(rule), text);
        return text.toString();
    }

    private static DumperOptions style() {
        DumperOptions style = new DumperOptions();
        style.setSplitLines(false);
        return style;
    }

    private static Node rule(Rule rule) {
        Mapping fields = new Mapping();
        fields.add("id", text(rule.id()));
        fields.addIf(rule.revision() != 0, "revision", whole(rule.revision()));
        fields.addIf(!rule.title().equals(rule.id()), "title", text(rule.title()));
        fields.addIf(!rule.match().equals(Match.ALL), "match", match(rule.match()));
        fields.add("per", text(rule.per().text()));
        fields.add("within", text(Durations.write(rule.within())));
        fields.addIf(
                !rule.levels().isEmpty(),
                "levels",
                list(rule.levels().stream().map(RuleWriter::level), FlowStyle.BLOCK));
        rule.unusual().ifPresent(unusual -> fields.add("unusual", unusual(unusual)));
        fields.addIf(
                rule.count() != Certainty.CERTAIN, "count", text(rule.count().label()));
        fields.addIf(!rule.quiet().equals(rule.within()), "quiet", text(Durations.write(rule.quiet())));
        rule.remind().ifPresent(remind -> fields.add("remind", text(Durations.write(remind))));
        Mapping labels = new Mapping();
        new TreeMap<>(rule.labels()).forEach((name, label) -> labels.add(name, text(label)));
        fields.addIf(!rule.labels().isEmpty(), "labels", labels.node(FlowStyle.BLOCK));
        rule.runbook().ifPresent(runbook -> fields.add("runbook", text(runbook)));
        return fields.node(FlowStyle.BLOCK);
    }

    private static Node match(Match match) {
        Mapping targets = new Mapping();
        targets.addList("kinds", match.targets(), TargetKind::label);
        targets.addList("affiliations", match.affiliations(), Function.identity());
        Mapping fields = new Mapping();
        fields.addList("categories", match.categories(), Category::label);
        fields.addList("countries", match.countries(), Function.identity());
        fields.addList("areas", match.areas(), Function.identity());
        fields.addIf(!targets.isEmpty(), "targets", targets.node(FlowStyle.FLOW));
        fields.addList("actors", match.actors(), Function.identity());
        fields.addList("tags", match.tags(), Function.identity());
        fields.addIf(match.minOrigins() != 0, "min-origins", whole(match.minOrigins()));
        Node confidence =
                new ScalarNode(Tag.FLOAT, Double.toString(match.minConfidence()), null, null, ScalarStyle.PLAIN);
        fields.addIf(match.minConfidence() != 0, "min-confidence", confidence);
        fields.addIf(match.minKilled() != 0, "min-killed", whole(match.minKilled()));
        match.where().ifPresent(where -> fields.add("where", text(where.text())));
        return fields.node(FlowStyle.BLOCK);
    }

    private static Node level(Level level) {
        Mapping fields = new Mapping();
        fields.add("severity", text(level.severity().label()));
        fields.addThreshold("", level.all());
        fields.addThreshold("or-", level.any());
        return fields.node(FlowStyle.FLOW);
    }

    private static Node unusual(Unusual unusual) {
        Mapping fields = new Mapping();
        fields.add("history", text(Durations.write(unusual.history())));
        fields.add("at-most-once-in", text(Durations.write(unusual.atMostOnceIn())));
        fields.addIf(
                unusual.severity() != Severity.WATCH,
                "severity",
                text(unusual.severity().label()));
        return fields.node(FlowStyle.FLOW);
    }

    private static Node text(String value) {
        return new ScalarNode(Tag.STR, value, null, null, ScalarStyle.PLAIN);
    }

    private static Node whole(int value) {
        return new ScalarNode(Tag.INT, Integer.toString(value), null, null, ScalarStyle.PLAIN);
    }

    private static Node list(Stream<Node> entries, FlowStyle style) {
        return new SequenceNode(Tag.SEQ, entries.toList(), style);
    }

    /** A mapping that is being written. */
    private static final class Mapping {

        private final List<NodeTuple> fields = new ArrayList<>();

        void add(String name, Node value) {
            fields.add(new NodeTuple(text(name), value));
        }

        void addIf(boolean telling, String name, Node value) {
            if (telling) {
                add(name, value);
            }
        }

        /** Adds the entries in the order of their labels, if there are any. */
        <T> void addList(String name, Collection<T> values, Function<T, String> label) {
            Stream<Node> sorted = values.stream().map(label).sorted().map(RuleWriter::text);
            addIf(!values.isEmpty(), name, list(sorted, FlowStyle.FLOW));
        }

        /** Adds the numbers that are asked for. */
        void addThreshold(String prefix, Threshold threshold) {
            addIf(threshold.incidents() > 0, prefix + "incidents", whole(threshold.incidents()));
            addIf(threshold.killed() > 0, prefix + "killed", whole(threshold.killed()));
            addIf(threshold.injured() > 0, prefix + "injured", whole(threshold.injured()));
            addIf(threshold.origins() > 0, prefix + "origins", whole(threshold.origins()));
        }

        boolean isEmpty() {
            return fields.isEmpty();
        }

        Node node(FlowStyle style) {
            return new MappingNode(Tag.MAP, fields, style);
        }
    }
}
