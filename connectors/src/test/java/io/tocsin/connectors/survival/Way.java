package io.tocsin.connectors.survival;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One way in which a trouble comes.
 *
 * @param error what the status begins with in the poll that met it; empty where it is none of the source's
 * @param comes makes it come in the next poll
 * @param goes what ends it, where it does not end by itself
 */
public record Way(String error, Runnable comes, Runnable goes) {

    /** An answer goes wrong once: that to the request for a path after so many that went well. */
    public static Way answer(FakeSource source, String path, int after, String error, Answer wrong) {
        return answers(source, path, after, error, List.of(wrong));
    }

    /** Several answers in a row go wrong. */
    public static Way answers(FakeSource source, String path, int after, String error, List<Answer> wrong) {
        List<Answer> all = new ArrayList<>(Collections.nCopies(after, source.usual()));
        all.addAll(wrong);
        return new Way(error, () -> source.nextAt(path, all.toArray(Answer[]::new)), () -> {});
    }
}
