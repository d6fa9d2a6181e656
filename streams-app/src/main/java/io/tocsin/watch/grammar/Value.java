package io.tocsin.watch.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of the text and the path that leads to it. Asked for what it is not, it gives nothing and tells the problem.
 *
 * @param rule the id of the rule that it belongs to, or its position
 */
record Value(Node node, String rule, String path, Problems problems) {

    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{FEFF}]");
    private static final Pattern UNPRINTABLE_IN_LINES =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{FEFF}&&[^\\n\\t]]");

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    Value at(String field, Node child) {
        String name = Wording.shown(field);
        return new Value(child, rule, path.isEmpty() ? name : path + "." + name, problems);
    }

    void refuse(String reason) {
        problems.add(new Problem(line(), rule, path, reason));
    }

    /** Whether there is nothing in it, which is the same as if it were not there. */
    boolean nothing() {
        boolean emptyList = node instanceof SequenceNode list && list.getValue().isEmpty();
        boolean emptyMapping =
                node instanceof MappingNode mapping && mapping.getValue().isEmpty();
        return node.getTag().equals(Tag.NULL) || emptyList || emptyMapping;
    }

    /** The text as it is written, be it a word or a number. */
    Optional<String> text() {
        if (node.getTag().equals(Tag.NULL)) {
            refuse("found nothing where a value is wanted; write one, or remove this");
            return Optional.empty();
        }
        return as(ScalarNode.class, "a single value").map(ScalarNode::getValue);
    }

    /** A text for people: not blank, on one line and not too long. */
    Optional<String> words(int longest) {
        return text().filter(words -> {
            if (words.isBlank() || words.length() > longest) {
                refuseLength(words, longest);
            } else if (UNPRINTABLE.matcher(words).find()) {
                refuse("found line breaks or control characters in " + Wording.quoted(words) + "; remove them");
            } else {
                return true;
            }
            return false;
        });
    }

    /** A text that may go over several lines. */
    Optional<String> lines(int longest) {
        return text().map(String::stripTrailing).filter(lines -> {
            if (lines.isBlank() || lines.length() > longest) {
                refuseLength(lines, longest);
            } else if (UNPRINTABLE_IN_LINES.matcher(lines).find()) {
                refuse("found control characters in " + Wording.quoted(lines) + "; remove them");
            } else {
                return true;
            }
            return false;
        });
    }

    private void refuseLength(String text, int longest) {
        refuse(
                text.isBlank()
                        ? "found a blank text; write one, or remove this"
                        : "found " + text.length() + " characters, at most " + longest + " are allowed; shorten it");
    }

    Optional<Integer> whole(int least, int most) {
        return text().flatMap(text -> {
            boolean fits =
                    WHOLE.matcher(text).matches() && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
            if (!fits) {
                refuse(Wording.quoted(text) + " is not a whole number from " + least + " to " + most + "; write one");
            }
            return fits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        });
    }

    Optional<Double> fraction() {
        return text().flatMap(text -> {
            boolean fits =
                    DECIMAL.matcher(text).matches() && Double.parseDouble(text) >= 0 && Double.parseDouble(text) <= 1;
            if (!fits) {
                refuse(Wording.quoted(text) + " is not a number from 0 to 1; write one such as 0.5");
            }
            return fits ? Optional.of(Double.valueOf(text)) : Optional.empty();
        });
    }

    /** The entries of a list; a single value counts as a list of one. */
    List<Value> items(int most) {
        if (!(node instanceof SequenceNode)) {
            return List.of(this);
        }
        List<Node> nodes =
                as(SequenceNode.class, "a list").map(SequenceNode::getValue).orElse(List.of());
        if (nodes.size() > most) {
            refuse("found " + nodes.size() + " entries, at most " + most + " are allowed; remove some");
            return List.of();
        }
        List<Value> items = new ArrayList<>(nodes.size());
        for (Node item : nodes) {
            items.add(new Value(item, rule, path + "[" + items.size() + "]", problems));
        }
        return items;
    }

    /** The entries of a mapping by name; two names that are spelled alike in the end are one name too many. */
    Optional<Map<String, NodeTuple>> entries(String wanted, UnaryOperator<String> spelling) {
        return as(MappingNode.class, wanted).map(mapping -> {
            Map<String, NodeTuple> entries = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                Value key = new Value(entry.getKeyNode(), rule, path, problems);
                key.text().map(spelling).ifPresent(name -> {
                    if (entries.putIfAbsent(name, entry) != null) {
                        at(name, key.node).refuse("found " + Wording.quoted(name) + " twice; remove one of them");
                    }
                });
            }
            return entries;
        });
    }

    private <N extends Node> Optional<N> as(Class<N> kind, String wanted) {
        if (!TAGS.contains(node.getTag())) {
            refuse("found the tag " + Wording.quoted(node.getTag().getValue()) + "; tags are not allowed, remove it");
            return Optional.empty();
        }
        if (!kind.isInstance(node)) {
            refuse("found " + found() + " where " + wanted + " is wanted; write that");
            return Optional.empty();
        }
        return Optional.of(kind.cast(node));
    }

    private String found() {
        if (node instanceof ScalarNode scalar) {
            return node.getTag().equals(Tag.NULL) ? "nothing" : Wording.quoted(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }
}
