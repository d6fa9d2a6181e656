package io.tocsin.connectors.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tocsin.avro.Report;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.schemas.json.JsonFormException;
import java.io.IOException;
import java.util.Optional;

/** One report a line, in the JSON form. */
final class JsonRecords implements Records {

    private final Lines lines;
    private final BadLines badLines;
    private final JsonForm<Report> form = JsonForm.of(Report.class);

    JsonRecords(Lines lines) {
        this.lines = lines;
        this.badLines = new BadLines(lines);
    }

    @Override
    public void open(Position from) {
        // A file of lines has nothing at its head.
    }

    @Override
    public Optional<Outcome> next() throws IOException {
        Optional<Line> line = lines.next();
        while (line.isPresent() && line.get().blank()) {
            line = lines.next();
        }
        return line.map(this::outcome);
    }

    private Outcome outcome(Line line) {
        if (line.oversized()) {
            return badLines.oversized(line);
        }
        Optional<String> text = Utf8.decode(line.bytes());
        return text.isPresent() ? report(line, text.get()) : badLines.notUtf8(line);
    }

    private Outcome report(Line line, String text) {
        try {
            return new ReportRead(form.read(text), line, lines.position());
        } catch (JsonFormException e) {
            boolean noJson =
                    e.getCause() instanceof JsonProcessingException || e.path().isEmpty();
            Reason reason = noJson ? Reason.MALFORMED_JSON : Reason.INVALID_FIELD;
            Optional<String> field = Optional.of(e.path()).filter(path -> !path.isEmpty());
            return badLines.of(line, reason, field, e.getMessage());
        }
    }
}
