package io.tocsin.connectors.news;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Markup as text, a line for each paragraph. */
final class Html {

    /** No page is nested deeper; what is, is moved up. */
    static final int DEEPEST = 200;

    private static final int LONGEST_FRAGMENT = 1 << 20;

    private Html() {}

    /** A parser that bounds depth. */
    static Parser parser() {
        return Parser.htmlParser().setMaxDepth(DEEPEST);
    }

    /** The text of a piece of markup, or of what is none. */
    static String text(String fragment) {
        String bounded = fragment.substring(0, Math.min(fragment.length(), LONGEST_FRAGMENT));
        Document document = parser().parseInput(bounded, "");
        document.select("script, style, noscript, iframe, template").remove();
        return text(document.body());
    }

    /** The text of an element. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        element.traverse(new Paragraphs(text));
        return text.toString()
                .replaceAll("[ \\t\\x0B\\f\\r\\u00a0]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .replace("\0", "")
                .strip();
    }

    /** Writes text down and breaks the line at the borders of blocks. */
    private record Paragraphs(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' '));
            } else {
                breakLine(node);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            breakLine(node);
        }

        private void breakLine(Node node) {
            boolean block = Optional.of(node)
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .filter(element -> element.isBlock() || element.nameIs("br"))
                    .isPresent();
            if (block) {
                text.append('\n');
            }
        }
    }
}
