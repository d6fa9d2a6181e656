package io.tocsin.cli.terminal;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Severity;
import io.tocsin.avro.Transition;
import io.tocsin.cli.terminal.Console.Style;
import io.tocsin.schemas.json.JsonForm;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** An alert's transition on one line, for people or, in the JSON form, for programs. */
public final class AlertLine {

    /** As they were announced; transitions of one alert in their order. */
    public static final Comparator<Alert> AS_ANNOUNCED = Comparator.<Alert, Instant>comparing(
                    alert -> alert.getTimes().getAnnounced())
            .thenComparing(Alert::getId)
            .thenComparing(Alert::getSequence);

    private static final JsonForm<Alert> FORM = JsonForm.of(Alert.class);

    private final Console console;
    private final boolean json;

    /** For people. */
    public static AlertLine forPeople(Console console) {
        return new AlertLine(console, false);
    }

    /** For programs. */
    public static AlertLine inJson(Console console) {
        return new AlertLine(console, true);
    }

    private AlertLine(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Prints the transition. */
    public void print(Alert alert) {
        console.print(json ? FORM.write(alert) : inWords(alert));
    }

    private String inWords(Alert alert) {
        String when = FieldText.minute(alert.getTimes().getAnnounced());
        String what = "%-9s %-8s"
                .formatted(
                        alert.getTransition().name(), alert.getSeverity().name().toLowerCase(Locale.ROOT));
        String rule = "[" + Console.plain(alert.getRule().getId()) + "]";
        return console.styled(Style.FAINT, when)
                + "  " + console.styled(style(alert), what)
                + "  " + Console.plain(alert.getSentence())
                + "  " + console.styled(Style.FAINT, rule);
    }

    private static Style style(Alert alert) {
        Transition transition = alert.getTransition();
        return switch (transition) {
            case OPENED, ESCALATED, GREW, REMINDED -> alert.getSeverity() == Severity.WATCH ? Style.YELLOW : Style.RED;
            case EASED, WITHDRAWN, HANDLED -> Style.CYAN;
            case RESOLVED -> Style.GREEN;
        };
    }
}
