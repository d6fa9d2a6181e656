package io.tocsin.watch.grammar;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** From a text that anybody may have sent to YAML nodes, within limits. */
final class Yamls {

    static final String NOTHING = "found no rule; write at least one";
    static final int LONGEST = 4 * 1024 * 1024;
    private static final int DEEPEST = 20;
    private static final int ALIASES = 50;
    private static final int LONGEST_SHOWN = 200;

    private Yamls() {}

    /** The root of the text; empty if there is none, which is told to the problems. */
    static Optional<Node> compose(String text, Problems problems) {
        if (text.length() > LONGEST) {
            String reason =
                    "found " + text.length() + " characters, at most " + LONGEST + " are allowed; split the file";
            problems.add(new Problem(0, "", "", reason));
            return Optional.empty();
        }
        try {
            Optional<Node> root = Optional.ofNullable(new BoundedComposer(Json.asYaml(text), limits()).getSingleNode());
            if (root.isEmpty()) {
                problems.add(new Problem(1, "", "", NOTHING));
            }
            return root;
        } catch (YAMLException wrong) {
            problems.add(new Problem(line(wrong, text), "", "", inWords(wrong)));
            return Optional.empty();
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(ALIASES);
        limits.setAllowRecursiveKeys(false);
        return limits;
    }

    private static int line(YAMLException wrong, String text) {
        if (wrong instanceof MarkedYAMLException marked) {
            return Stream.of(marked.getProblemMark(), marked.getContextMark())
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .map(mark -> mark.getLine() + 1)
                    .orElse(0);
        }
        if (wrong instanceof ReaderException unprintable) {
            return 1
                    + (int) text.codePoints()
                            .limit(unprintable.getPosition())
                            .filter(character -> character == '\n')
                            .count();
        }
        return 0;
    }

    private static String inWords(YAMLException wrong) {
        if (wrong instanceof MarkedYAMLException marked) {
            return Stream.of(marked.getProblem(), marked.getContext())
                    .flatMap(Stream::ofNullable)
                    .map(words -> Wording.shown(words, LONGEST_SHOWN))
                    .collect(Collectors.joining(" ", "is not YAML: ", "; mend the text"));
        }
        if (wrong instanceof ReaderException unprintable) {
            return String.format(
                    Locale.ROOT, "found the control character U+%04X; remove it", unprintable.getCodePoint());
        }
        return "goes beyond a limit: " + wrong.getMessage() + "; make the text simpler or split it";
    }
}
