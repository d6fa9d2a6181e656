package io.tocsin.connectors.cap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as its sender wrote it. What a report cannot do without has been checked.
 *
 * @param references the messages that it updates, cancels or rejects
 * @param signed whether it carries an XML signature, which nobody here has verified
 */
record CapMessage(
        String identifier,
        String sender,
        Instant sent,
        Status status,
        Type type,
        String scope,
        List<Reference> references,
        Optional<String> incidents,
        Optional<String> note,
        boolean signed,
        List<Info> infos) {

    CapMessage {
        references = List.copyOf(references);
        infos = List.copyOf(infos);
    }

    /** How it is meant to be handled. */
    enum Status {
        ACTUAL,
        EXERCISE,
        SYSTEM,
        TEST,
        DRAFT
    }

    /** What it does to the messages that it refers to. */
    enum Type {
        ALERT,
        UPDATE,
        CANCEL,
        ACK,
        ERROR
    }

    /** Another message, as references name it. */
    record Reference(String sender, String identifier, Instant sent) {}

    /**
     * What is said, once per language or per segment of the event.
     *
     * @param language as given, {@code en-US} where it is not
     * @param certainty and severity, lower case; {@code unknown} where not given
     */
    record Info(
            String language,
            List<String> categories,
            String event,
            String urgency,
            String severity,
            String certainty,
            Optional<Instant> onset,
            Optional<Instant> expires,
            Optional<String> senderName,
            Optional<String> headline,
            Optional<String> description,
            Optional<String> web,
            List<Named> eventCodes,
            List<Area> areas) {

        Info {
            categories = List.copyOf(categories);
            eventCodes = List.copyOf(eventCodes);
            areas = List.copyOf(areas);
        }

        /** What event and headline say, for looking up words. */
        String title() {
            return headline.map(line -> event + " | " + line).orElse(event);
        }
    }

    /** A value under a name from a code list. */
    record Named(String name, String value) {}

    /** Where; polygons and circles that cannot be read are left out. */
    record Area(Optional<String> description, List<Shape> shapes, List<Named> geocodes) {

        Area {
            shapes = List.copyOf(shapes);
            geocodes = List.copyOf(geocodes);
        }
    }

    /** Whether it takes back what it refers to; an error of somebody else about a message does not. */
    boolean withdraws() {
        boolean ownError = type == Type.ERROR
                && references.stream().allMatch(reference -> reference.sender().equalsIgnoreCase(sender));
        return type == Type.CANCEL || ownError;
    }
}
