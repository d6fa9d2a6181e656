package io.tocsin.watch.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The rules of a text, not read yet: a list of rules, a mapping that has such a list under {@code rules}, or one rule. */
final class Document {

    private static final String LIST = "rules";

    private Document() {}

    static List<Value> rules(String text, Problems problems) {
        return Yamls.compose(text, problems).map(root -> rules(root, problems)).orElse(List.of());
    }

    private static List<Value> rules(Node root, Problems problems) {
        Value whole = new Value(root, "", "", problems);
        boolean holdsList =
                root instanceof MappingNode mapping && child(mapping, LIST).isPresent();
        if (holdsList) {
            return new Fields(whole, Shape.FILE)
                    .find(LIST)
                    .map(Document::numbered)
                    .orElse(List.of());
        }
        if (root.getTag().equals(Tag.NULL)) {
            whole.refuse(Yamls.NOTHING);
            return List.of();
        }
        return numbered(whole);
    }

    private static List<Value> numbered(Value list) {
        List<Value> rules = new ArrayList<>();
        for (Value item : list.items(Integer.MAX_VALUE)) {
            rules.add(new Value(item.node(), name(item.node(), rules.size() + 1), "", list.problems()));
        }
        return rules;
    }

    /** The id of the rule if it has a usable one, else its position. */
    private static String name(Node rule, int position) {
        return Optional.of(rule)
                .filter(MappingNode.class::isInstance)
                .flatMap(mapping -> child((MappingNode) mapping, "id"))
                .filter(ScalarNode.class::isInstance)
                .map(id -> ((ScalarNode) id).getValue())
                .filter(RuleForm::validId)
                .orElse("#" + position);
    }

    private static Optional<Node> child(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }
}
