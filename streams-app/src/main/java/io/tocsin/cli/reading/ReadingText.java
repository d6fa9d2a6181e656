package io.tocsin.cli.reading;

import io.tocsin.avro.Report;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.Console.Style;
import io.tocsin.cli.terminal.FieldText;
import io.tocsin.cli.terminal.Table;
import io.tocsin.news.Claim;
import io.tocsin.news.LeftOut;
import io.tocsin.news.Notice;
import io.tocsin.news.Reading;
import io.tocsin.news.Span;
import io.tocsin.news.Taken;
import io.tocsin.news.Telling;
import java.util.List;
import java.util.stream.Collectors;

/** What was read in an article, for people: the text with its mentions marked, and below it what was made of them. */
public final class ReadingText {

    private static final int LONGEST_QUOTE = 160;

    private final Console console;
    private final boolean all;

    /** @param all whether every field is shown with the stretch of the text that it was taken from */
    public ReadingText(Console console, boolean all) {
        this.console = console;
        this.all = all;
    }

    /** Prints it. */
    public void print(MadeReading made) {
        Reading reading = made.reading();
        Table article = new Table("article", Console.plain(made.article().url()));
        article.add("source", Console.plain(made.article().source().id()));
        article.add("published", made.article().publishedAt().toString());
        if (!reading.credits().isEmpty()) {
            article.add("credits", Console.plain(String.join(", ", reading.credits())));
        }
        reading.unread().ifPresent(unread -> article.add("unread", unread.sentence()));
        article.lines().forEach(console::print);
        console.print("");
        new MarkedText(console).lines(reading).forEach(console::print);
        for (int i = 0; i < made.reports().size(); i++) {
            print(i + 1, made.reports().get(i), reading.tellings().get(i), reading.text());
        }
        printAll(
                "left out",
                reading.leftOut().stream()
                        .map(left -> inWords(left, reading.text()))
                        .toList());
        printAll(
                "totals",
                reading.claims().stream()
                        .map(claim -> inWords(claim, reading.text()))
                        .toList());
        printAll(
                "notices",
                reading.notices().stream()
                        .map(notice -> inWords(notice, reading.text()))
                        .toList());
        console.print("");
        console.print(console.styled(Style.BOLD, summary(reading)));
    }

    private void print(int number, Report report, Telling telling, String text) {
        console.print("");
        Table facts = new Table("report " + number, FieldText.label(report.getCategory()));
        facts.add("when", FieldText.when(report.getOccurrence()));
        facts.add("where", FieldText.where(report.getPlace()));
        if (report.getTarget() != null) {
            facts.add("target", FieldText.target(report.getTarget()));
        }
        if (report.getPerpetrator() != null) {
            facts.add("who", FieldText.who(report.getPerpetrator()));
        }
        facts.add("harmed", FieldText.harmed(report.getCasualties()));
        if (report.getQuantity() != null) {
            facts.add("quantity", report.getQuantity().toString());
        }
        facts.add(
                "origins",
                report.getOrigins().isEmpty()
                        ? Console.plain(report.getSource().getId()) + " itself"
                        : Console.plain(String.join(", ", report.getOrigins())));
        if (report.getEvidence() != null && report.getEvidence().getQuote() != null) {
            facts.add("sentence", Console.plain(report.getEvidence().getQuote()));
        }
        if (all) {
            facts.add("id", Console.plain(report.getId()));
            if (!report.getTags().isEmpty()) {
                facts.add("tags", Console.plain(String.join(", ", report.getTags())));
            }
            report.getAttributes().forEach((name, value) -> facts.add(Console.plain(name), Console.plain(value)));
            telling.mentions().forEach(mention -> facts.add("mention", quoted(mention, text)));
            telling.taken().forEach(taken -> facts.add("taken", inWords(taken, text)));
        } else {
            facts.add(
                    "taken",
                    telling.taken().stream().map(taken -> inWords(taken, text)).collect(Collectors.joining("; ")));
        }
        facts.lines().forEach(console::print);
    }

    private void printAll(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            console.print("");
            console.print(heading);
            lines.forEach(line -> console.print("  " + line));
        }
    }

    private String inWords(Taken taken, String text) {
        return Console.plain(taken.field() + " " + taken.value()) + " from " + quoted(taken.span(), text);
    }

    private String inWords(LeftOut left, String text) {
        return quoted(left.span(), text) + ": " + left.reason().sentence();
    }

    private String inWords(Claim claim, String text) {
        String count = claim.count().map(number -> number + " ").orElse("");
        String period = claim.period().map(words -> ", " + words).orElse("");
        return Console.plain(count + claim.what() + period) + ": " + quoted(claim.sentence(), text);
    }

    private String inWords(Notice notice, String text) {
        return quoted(notice.span(), text) + ": " + Console.plain(notice.sentence());
    }

    /** The words, and where they stand where all is shown; a long stretch is cut where not. */
    private String quoted(Span span, String text) {
        String words = Console.plain(span.in(text).replace('\n', ' '));
        if (all) {
            return "\"" + words + "\" (" + span.from() + " to " + span.until() + ")";
        }
        return words.length() <= LONGEST_QUOTE ? "\"" + words + "\"" : "\"" + words.substring(0, LONGEST_QUOTE) + "…\"";
    }

    private static String summary(Reading reading) {
        return count(reading.tellings().size(), "report") + ", "
                + reading.leftOut().size() + " left out, "
                + count(reading.claims().size(), "total") + ", "
                + count(reading.notices().size(), "notice");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
