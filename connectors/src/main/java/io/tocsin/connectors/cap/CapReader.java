package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.CapMessage.Area;
import io.tocsin.connectors.cap.CapMessage.Info;
import io.tocsin.connectors.cap.CapMessage.Named;
import io.tocsin.connectors.cap.CapMessage.Reference;
import io.tocsin.connectors.cap.CapMessage.Status;
import io.tocsin.connectors.cap.UnusableMessageException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the elements of an alert. What says who speaks, when, how seriously and about which message must be right; everything else
 * is taken as far as it can be understood, for many good messages break their schema somewhere.
 */
final class CapReader {

    private static final String CAP_1_1 = "urn:oasis:names:tc:emergency:cap:1.1";
    private static final String CAP_1_2 = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final Set<String> NAMESPACES = Set.of(CAP_1_1, CAP_1_2);
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_NAME = 256;
    private static final int MOST_REFERENCES = 200;

    private CapReader() {}

    static boolean isAlert(Element element) {
        return element.name().equals("alert") && NAMESPACES.contains(element.namespace());
    }

    static boolean isCap(Element element) {
        return NAMESPACES.contains(element.namespace());
    }

    static CapMessage message(Element alert) throws UnusableMessageException {
        if (!isAlert(alert)) {
            throw new UnusableMessageException(
                    Reason.NOT_CAP,
                    "is no alert of CAP 1.1 or 1.2: its root is '" + alert.name() + "' of '" + alert.namespace() + "'");
        }
        CapMessage.Type type = symbol(CapMessage.Type.class, "msgType", required(alert, "msgType"));
        return new CapMessage(
                name(alert, "identifier"),
                name(alert, "sender"),
                CapTimes.required("sent", required(alert, "sent")),
                symbol(Status.class, "status", required(alert, "status")),
                type,
                required(alert, "scope"),
                references(alert, type),
                alert.value("incidents"),
                alert.value("note"),
                alert.children().stream().anyMatch(child -> child.named(SIGNATURES, "Signature")),
                infos(alert));
    }

    private static String required(Element alert, String field) throws UnusableMessageException {
        return alert.value(field)
                .orElseThrow(() -> new UnusableMessageException(
                        Reason.MISSING_FIELD, field, "has no " + field + ", which every message has"));
    }

    /** Identifiers and senders stand in references between commas and spaces, and can hold neither. */
    private static String name(Element alert, String field) throws UnusableMessageException {
        String name = required(alert, field);
        boolean plain = name.length() <= LONGEST_NAME
                && name.chars().noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '<' || c == '&');
        if (!plain) {
            throw new UnusableMessageException(
                    Reason.INVALID_FIELD,
                    field,
                    "has a comma, white space, < or & in its " + field + ", or a too long one");
        }
        return name;
    }

    private static <E extends Enum<E>> E symbol(Class<E> type, String field, String value)
            throws UnusableMessageException {
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equalsIgnoreCase(value)) {
                return candidate;
            }
        }
        throw new UnusableMessageException(
                Reason.INVALID_FIELD, field, "has the " + field + " '" + brief(value) + "', which CAP does not know");
    }

    private static String brief(String value) {
        return value.substring(0, Math.min(value.length(), 50));
    }

    private static List<Reference> references(Element alert, CapMessage.Type type) throws UnusableMessageException {
        List<Reference> references = new ArrayList<>();
        for (String triple : alert.value("references").orElse("").split("\\s+", -1)) {
            if (!triple.isEmpty()) {
                references.add(reference(triple));
            }
        }
        boolean needed = type != CapMessage.Type.ALERT && type != CapMessage.Type.ACK;
        if (needed && references.isEmpty()) {
            throw new UnusableMessageException(
                    Reason.MISSING_FIELD, "references", "is an " + type + " of nothing: it refers to no message");
        }
        if (references.size() > MOST_REFERENCES) {
            throw new UnusableMessageException(
                    Reason.INVALID_FIELD, "references", "refers to more than " + MOST_REFERENCES + " messages");
        }
        return references;
    }

    private static Reference reference(String triple) throws UnusableMessageException {
        String[] parts = triple.split(",", -1);
        boolean whole = parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty();
        if (!whole) {
            throw new UnusableMessageException(
                    Reason.INVALID_FIELD,
                    "references",
                    "refers to '" + brief(triple) + "', not to sender,identifier,sent");
        }
        return new Reference(parts[0], parts[1], CapTimes.required("references", parts[2]));
    }

    private static List<Info> infos(Element alert) {
        List<Info> infos = new ArrayList<>();
        alert.children("info").forEach(info -> infos.add(info(info)));
        return infos;
    }

    private static Info info(Element info) {
        return new Info(
                info.value("language").orElse("en-US"),
                info.values("category"),
                info.value("event").orElse(""),
                scale(info, "urgency"),
                scale(info, "severity"),
                scale(info, "certainty"),
                info.value("onset").flatMap(CapTimes::optional),
                info.value("expires").flatMap(CapTimes::optional),
                info.value("senderName"),
                info.value("headline"),
                info.value("description"),
                info.value("web"),
                named(info, "eventCode"),
                info.children("area").map(CapReader::area).toList());
    }

    private static String scale(Element info, String field) {
        return info.value(field).map(value -> value.toLowerCase(Locale.ROOT)).orElse(UNKNOWN);
    }

    private static List<Named> named(Element parent, String child) {
        return parent.children(child)
                .filter(pair -> pair.value("value").isPresent())
                .map(pair -> new Named(
                        pair.value("valueName").orElse(""), pair.value("value").orElseThrow()))
                .toList();
    }

    private static Area area(Element area) {
        List<Shape> shapes = new ArrayList<>();
        area.values("polygon").stream()
                .map(Shape::polygon)
                .flatMap(Optional::stream)
                .forEach(shapes::add);
        area.values("circle").stream()
                .map(Shape::circle)
                .flatMap(Optional::stream)
                .forEach(shapes::add);
        return new Area(area.value("areaDesc"), shapes, named(area, "geocode"));
    }
}
