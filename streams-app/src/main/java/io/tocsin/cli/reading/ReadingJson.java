package io.tocsin.cli.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.avro.Report;
import io.tocsin.cli.terminal.Console;
import io.tocsin.news.Claim;
import io.tocsin.news.LeftOut;
import io.tocsin.news.Notice;
import io.tocsin.news.Reading;
import io.tocsin.news.Span;
import io.tocsin.schemas.json.JsonForm;
import java.util.Locale;

/** What was read in an article, as one JSON object on one line. */
public final class ReadingJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonForm<Report> FORM = JsonForm.of(Report.class);

    private ReadingJson() {}

    /** The line. Characters that steer a terminal are escaped in it. */
    public static String line(MadeReading made) {
        Reading reading = made.reading();
        ObjectNode all = MAPPER.createObjectNode();
        all.put("url", made.article().url());
        all.put("source", made.article().source().id());
        all.put("publishedAt", made.article().publishedAt().toString());
        made.article().title().ifPresent(title -> all.put("title", title));
        reading.unread().ifPresent(unread -> all.put("unread", label(unread)));
        ArrayNode reports = all.putArray("reports");
        made.reports().forEach(report -> reports.add(FORM.tree(report)));
        ArrayNode claims = all.putArray("claims");
        reading.claims().forEach(claim -> add(claims.addObject(), claim, reading.text()));
        ArrayNode leftOut = all.putArray("leftOut");
        reading.leftOut().forEach(each -> add(leftOut.addObject(), each, reading.text()));
        ArrayNode notices = all.putArray("notices");
        reading.notices().forEach(notice -> add(notices.addObject(), notice, reading.text()));
        ArrayNode credits = all.putArray("credits");
        reading.credits().forEach(credits::add);
        return escaped(all.toString());
    }

    private static void add(ObjectNode node, Claim claim, String text) {
        claim.count().ifPresent(count -> node.put("count", count));
        node.put("what", claim.what());
        claim.period().ifPresent(period -> node.put("period", period));
        add(node, claim.sentence(), text);
    }

    private static void add(ObjectNode node, LeftOut left, String text) {
        node.put("reason", label(left.reason()));
        add(node, left.span(), text);
    }

    private static void add(ObjectNode node, Notice notice, String text) {
        node.put("sentence", notice.sentence());
        add(node, notice.span(), text);
    }

    private static void add(ObjectNode node, Span span, String text) {
        node.put("text", span.in(text));
        node.put("from", span.from());
        node.put("until", span.until());
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** JSON leaves controls above ASCII, and those that turn the direction of writing, as they are. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            escaped.append(Console.steers(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
        }
        return escaped.toString();
    }
}
