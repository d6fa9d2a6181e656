package io.tocsin.connectors.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alert to be written as XML; a rocket attack near Balad unless told otherwise. */
record AlertText(
        String identifier,
        Instant sent,
        String type,
        String status,
        String headline,
        String category,
        String certainty,
        String area,
        List<String> references,
        boolean info) {

    static final Instant SENT = Instant.parse("2026-05-30T10:00:00Z");
    static final String SENDER = "alerts@interior.example";

    private static final String CIRCLE = "<areaDesc>Balad</areaDesc><circle>34.01,44.15 3</circle>";

    static AlertText alert(String identifier, Instant sent) {
        return new AlertText(
                identifier,
                sent,
                "Alert",
                "Actual",
                "Rocket attack on Balad",
                "Security",
                "Observed",
                CIRCLE,
                List.of(),
                true);
    }

    AlertText update(AlertText... earlier) {
        return withType("Update").referringTo(earlier);
    }

    AlertText cancel(AlertText... earlier) {
        return withType("Cancel").referringTo(earlier);
    }

    private AlertText referringTo(AlertText... earlier) {
        List<String> names = new ArrayList<>(references);
        for (AlertText each : earlier) {
            names.add(
                    SENDER + "," + each.identifier + "," + each.sent.toString().replace("Z", "-00:00"));
        }
        return new AlertText(
                identifier, sent, type, status, headline, category, certainty, area, List.copyOf(names), info);
    }

    AlertText withType(String other) {
        return new AlertText(identifier, sent, other, status, headline, category, certainty, area, references, info);
    }

    AlertText withStatus(String other) {
        return new AlertText(identifier, sent, type, other, headline, category, certainty, area, references, info);
    }

    AlertText withHeadline(String other) {
        return new AlertText(identifier, sent, type, status, other, category, certainty, area, references, info);
    }

    AlertText withCategory(String other) {
        return new AlertText(identifier, sent, type, status, headline, other, certainty, area, references, info);
    }

    AlertText withArea(String other) {
        return new AlertText(identifier, sent, type, status, headline, category, certainty, other, references, info);
    }

    AlertText withoutInfo() {
        return new AlertText(identifier, sent, type, status, headline, category, certainty, area, references, false);
    }

    String xml() {
        String infos = """
                <info><language>en</language><category>%s</category><event>Attack</event><urgency>Immediate</urgency>\
                <severity>Severe</severity><certainty>%s</certainty><senderName>Ministry of Interior</senderName>\
                <headline>%s</headline><description>Said at length.</description><area>%s</area></info>
                """.formatted(category, certainty, headline, area);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier><sender>%s</sender>\
                <sent>%s</sent><status>%s</status><msgType>%s</msgType><scope>Public</scope>%s%s</alert>
                """.formatted(
                        identifier,
                        SENDER,
                        sent.toString().replace("Z", "-00:00"),
                        status,
                        type,
                        references.isEmpty() ? "" : "<references>" + String.join(" ", references) + "</references>",
                        info ? infos : "");
    }
}
