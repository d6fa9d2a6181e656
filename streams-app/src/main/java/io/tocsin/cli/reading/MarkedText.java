package io.tocsin.cli.reading;

import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.Console.Style;
import io.tocsin.news.LeftOut;
import io.tocsin.news.Reading;
import io.tocsin.news.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text with the words marked that name attacks: in colours where there are any, else in brackets. */
final class MarkedText {

    private static final String LEFT_OUT = "-";

    private final Console console;

    MarkedText(Console console) {
        this.console = console;
    }

    private record Mark(Span span, String label, Style style) {}

    /** The lines of the text, fit for a terminal. A mark bears the number of its report, or a dash if it made none. */
    List<String> lines(Reading reading) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Mark mark : marks(reading)) {
            boolean free = mark.span().from() >= at
                    && mark.span().until() <= reading.text().length();
            if (free) {
                marked.append(plain(reading.text().substring(at, mark.span().from())));
                marked.append(marked(mark, plain(mark.span().in(reading.text()))));
                at = mark.span().until();
            }
        }
        marked.append(plain(reading.text().substring(at)));
        return marked.toString().lines().toList();
    }

    private static List<Mark> marks(Reading reading) {
        List<Mark> marks = new ArrayList<>();
        for (int number = 0; number < reading.tellings().size(); number++) {
            String label = Integer.toString(number + 1);
            reading.tellings().get(number).mentions().forEach(span -> marks.add(new Mark(span, label, Style.RED)));
        }
        for (LeftOut left : reading.leftOut()) {
            marks.add(new Mark(left.span(), LEFT_OUT, Style.YELLOW));
        }
        marks.sort(Comparator.comparing(Mark::span));
        return marks;
    }

    private String marked(Mark mark, String words) {
        return console.isTerminal()
                ? console.styled(mark.style(), words) + console.styled(Style.FAINT, "(" + mark.label() + ")")
                : "[" + mark.label() + ": " + words + "]";
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            plain.append(Console.plain(text.substring(begin, end))).append('\n');
            begin = end + 1;
        }
        return plain.append(Console.plain(text.substring(begin))).toString();
    }
}
