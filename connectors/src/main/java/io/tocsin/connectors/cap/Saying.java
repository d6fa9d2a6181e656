package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.CapMessage.Reference;
import io.tocsin.connectors.cap.Chain.Moment;
import io.tocsin.connectors.polling.Digests;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A message as its chain needs to know it.
 *
 * @param first the earliest message that it belongs to: itself, or one that it refers to
 * @param names its own name and the names of those that it refers to
 * @param content a digest of what it says
 * @param relevant whether it speaks of security
 * @param withdraws whether it takes back what it refers to
 * @param where it happened
 */
record Saying(
        Moment moment,
        Moment first,
        Set<String> names,
        String content,
        boolean relevant,
        boolean withdraws,
        Whereabouts where) {

    Saying {
        names = Set.copyOf(names);
    }

    static Saying of(CapMessage message, boolean relevant, Whereabouts where) {
        Set<String> names = new HashSet<>();
        names.add(name(message.sender(), message.identifier()));
        for (Reference reference : message.references()) {
            names.add(name(reference.sender(), reference.identifier()));
            // some write their references under another name than their messages
            names.add(name(message.sender(), reference.identifier()));
        }
        return new Saying(
                moment(message.sender(), message.identifier(), message.sent()),
                first(message),
                names,
                Digests.of(message.toString()),
                relevant,
                message.withdraws(),
                where);
    }

    private static Moment first(CapMessage message) {
        List<Reference> references = message.references();
        return Stream.concat(
                        Stream.of(new Reference(message.sender(), message.identifier(), message.sent())),
                        references.stream())
                .map(reference -> moment(reference.sender(), reference.identifier(), reference.sent()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Moment moment(String sender, String identifier, Instant sent) {
        return Moment.of(sent, name(sender, identifier));
    }

    private static String name(String sender, String identifier) {
        return Digests.of(sender.toLowerCase(Locale.ROOT), identifier);
    }
}
