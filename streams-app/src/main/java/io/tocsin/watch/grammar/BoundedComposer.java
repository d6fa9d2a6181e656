package io.tocsin.watch.grammar;

import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Composes the nodes of a text, but not more than fit into memory: a node takes a hundred times its shortest text. */
final class BoundedComposer extends Composer {

    static final int MOST = 500_000;

    private int nodes;

    BoundedComposer(String text, LoaderOptions options) {
        super(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
    }

    @Override
    protected Node composeScalarNode(String anchor, List<CommentLine> blockComments) {
        count();
        return super.composeScalarNode(anchor, blockComments);
    }

    @Override
    protected Node composeSequenceNode(String anchor) {
        count();
        return super.composeSequenceNode(anchor);
    }

    @Override
    protected Node composeMappingNode(String anchor) {
        count();
        return super.composeMappingNode(anchor);
    }

    private void count() {
        nodes++;
        if (nodes > MOST) {
            throw new YAMLException("More than " + MOST + " values");
        }
    }
}
