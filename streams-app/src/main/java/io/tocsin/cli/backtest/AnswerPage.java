package io.tocsin.cli.backtest;

import io.tocsin.backtest.RuleFinding;
import io.tocsin.backtest.Timeline;
import io.tocsin.cli.terminal.Console;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The answer as one page that needs nothing else: no scripts, nothing from elsewhere. It is well-formed XML too, and every
 * text in it is escaped.
 */
public final class AnswerPage {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 120;
    private static final int SMALL_WIDTH = 300;
    private static final int SMALL_HEIGHT = 24;
    private static final double GAP = 0.15;

    private static final String STYLE = """
            :root { color-scheme: light dark; --bar: #2f6f9f; --alert: #b5402a; --line: #8884; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; border-top: 1px solid var(--line);
              padding-top: 1rem; } h3 { font-size: 1rem; margin-bottom: .2rem; }
            dl { display: grid; grid-template-columns: 8rem 1fr; gap: .1rem 1rem; } dt { opacity: .7; } dd { margin: 0; }
            svg { display: block; max-width: 100%; } .bar { fill: var(--bar); } .alert { fill: var(--alert); }
            .axis { display: flex; justify-content: space-between; opacity: .7; font-size: .8rem; max-width: 900px; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; }
            th, td { padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            .broken { color: var(--alert); font-weight: 600; }
            """;

    private final StringBuilder page = new StringBuilder();

    private AnswerPage() {}

    /** The page. */
    public static String of(Answer answer) {
        AnswerPage made = new AnswerPage();
        made.write(answer);
        return made.page.toString();
    }

    private void write(Answer answer) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n")
                .append("<meta charset=\"utf-8\"/>\n<title>Tocsin backtest</title>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\"")
                .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
                .append("<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        element("h1", "Tocsin backtest");
        element("p", Words.heading(answer) + " (times in UTC)");
        expectations(answer);
        Timeline timeline = answer.findings().timeline();
        answer.findings().rules().forEach(finding -> rule(finding, timeline));
        page.append("</body>\n</html>\n");
    }

    private void expectations(Answer answer) {
        if (!answer.expectations().isEmpty()) {
            element("p", Words.expectations(answer));
            page.append("<ul>\n");
            Words.violations(answer)
                    .forEach(line -> page.append("<li class=\"broken\">")
                            .append(text(line))
                            .append("</li>\n"));
            page.append("</ul>\n");
        }
    }

    private void rule(RuleFinding finding, Timeline timeline) {
        page.append("<section>\n");
        element("h2", finding.rule().title());
        page.append("<dl>\n");
        term("rule", finding.rule().id() + ", per " + finding.rule().per().text());
        term("alerts", Words.alerts(finding));
        term("counted", Words.counted(finding));
        term("recurrence", Words.recurrence(finding));
        term("lead time", Words.leadTime(finding));
        term("withdrawn", Words.withdrawn(finding));
        page.append("</dl>\n");
        chart("Incidents by " + timeline.period().label(), "bar", finding.incidentsOverTime(), timeline);
        chart("Alerts opened by " + timeline.period().label(), "alert", finding.alertsOverTime(), timeline);
        if (!finding.loudest().isEmpty()) {
            loudest(finding, timeline);
        }
        page.append("</section>\n");
    }

    private void chart(String title, String colour, List<Integer> numbers, Timeline timeline) {
        int most = most(numbers);
        element("h3", title + String.format(Locale.ROOT, ", at most %,d", most));
        bars(title, colour, numbers, timeline, WIDTH, HEIGHT);
        List<LocalDate> starts = timeline.starts();
        page.append("<div class=\"axis\"><span>")
                .append(text(timeline.period().inWords(starts.get(0))))
                .append("</span><span>")
                .append(text(timeline.period().inWords(starts.get(starts.size() - 1))))
                .append("</span></div>\n");
    }

    private void loudest(RuleFinding finding, Timeline timeline) {
        element("h3", finding.scopes() > RuleFinding.MOST_SCOPES ? "Loudest scopes" : "Scopes");
        page.append("<table>\n<tr><th>scope</th><th class=\"n\">notified</th><th class=\"n\">alerts</th>")
                .append(
                        "<th class=\"n\">withdrawn</th><th class=\"n\">incidents</th><th>incidents over time</th></tr>\n");
        for (RuleFinding.Loud loud : finding.loudest()) {
            page.append("<tr><td title=\"")
                    .append(text(loud.scope().key()))
                    .append("\">")
                    .append(text(loud.scope().name()))
                    .append("</td>");
            number(loud.notifications());
            number(loud.alerts());
            number(loud.withdrawn());
            number(loud.incidents());
            page.append("<td>");
            bars("Incidents in " + loud.scope().name(), "bar", loud.overTime(), timeline, SMALL_WIDTH, SMALL_HEIGHT);
            page.append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void bars(String title, String colour, List<Integer> numbers, Timeline timeline, int width, int height) {
        int most = Math.max(1, most(numbers));
        double step = (double) width / numbers.size();
        page.append(format(
                        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                        width, height, width, height))
                .append("<title>")
                .append(text(title))
                .append("</title>");
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) > 0) {
                double high = Math.max(1, (double) height * numbers.get(i) / most);
                page.append(format(
                                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>",
                                colour, i * step, height - high, step * (1 - GAP), high))
                        .append(text(timeline.period().inWords(timeline.starts().get(i)) + ": " + numbers.get(i)))
                        .append("</title></rect>");
            }
        }
        page.append("</svg>\n");
    }

    private static int most(List<Integer> numbers) {
        return numbers.stream().mapToInt(number -> number).max().orElse(0);
    }

    private void term(String name, String value) {
        page.append("<dt>").append(name).append("</dt><dd>").append(text(value)).append("</dd>\n");
    }

    private void number(int number) {
        page.append(format("<td class=\"n\">%,d</td>", number));
    }

    private void element(String name, String content) {
        page.append('<')
                .append(name)
                .append('>')
                .append(text(content))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Fit for an element and for an attribute: without what means something there, and without what XML cannot hold. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Console.plain(text).codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(inXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean inXml(int c) {
        return c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }
}
