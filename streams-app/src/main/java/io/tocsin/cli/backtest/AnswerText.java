package io.tocsin.cli.backtest;

import io.tocsin.backtest.RuleFinding;
import io.tocsin.backtest.Timeline;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.Console.Style;
import io.tocsin.cli.terminal.Sparkline;
import io.tocsin.cli.terminal.Table;
import java.time.LocalDate;
import java.util.List;

/** The answer on a terminal. */
public final class AnswerText {

    private static final String INDENT = "  ";

    private final Console console;

    public AnswerText(Console console) {
        this.console = console;
    }

    /** Prints it. */
    public void print(Answer answer) {
        console.print(console.styled(Style.BOLD, Words.heading(answer)));
        Timeline timeline = answer.findings().timeline();
        answer.findings().rules().forEach(finding -> print(finding, timeline));
        if (!answer.expectations().isEmpty()) {
            console.print("");
            console.print(Words.expectations(answer));
            Words.violations(answer).forEach(line -> console.print(console.styled(Style.RED, Console.plain(line))));
        }
    }

    private void print(RuleFinding finding, Timeline timeline) {
        console.print("");
        String rule = finding.rule().id() + ": " + finding.rule().title() + " (per "
                + finding.rule().per().text() + ")";
        console.print(console.styled(Style.BOLD, Console.plain(rule)));
        Table figures = new Table("alerts", Words.alerts(finding));
        figures.add("counted", Words.counted(finding));
        figures.add("recurrence", Words.recurrence(finding));
        figures.add("lead time", Words.leadTime(finding));
        figures.add("withdrawn", Words.withdrawn(finding));
        figures.add("incidents", picture(finding.incidentsOverTime(), timeline));
        figures.add("opened", picture(finding.alertsOverTime(), timeline));
        print(figures);
        if (!finding.loudest().isEmpty()) {
            console.print("");
            print(loudest(finding, timeline));
        }
    }

    private void print(Table table) {
        table.lines().forEach(line -> console.print(INDENT + line.stripTrailing()));
    }

    private static Table loudest(RuleFinding finding, Timeline timeline) {
        Table table = new Table(
                finding.scopes() > RuleFinding.MOST_SCOPES ? "loudest scopes" : "scopes",
                "notified",
                "alerts",
                "withdrawn",
                "incidents",
                "incidents by " + timeline.period().label());
        for (RuleFinding.Loud loud : finding.loudest()) {
            table.add(
                    Console.plain(loud.scope().name()),
                    Integer.toString(loud.notifications()),
                    Integer.toString(loud.alerts()),
                    Integer.toString(loud.withdrawn()),
                    Integer.toString(loud.incidents()),
                    Sparkline.of(loud.overTime()));
        }
        return table;
    }

    private static String picture(List<Integer> numbers, Timeline timeline) {
        List<LocalDate> starts = timeline.starts();
        int most = numbers.stream().mapToInt(number -> number).max().orElse(0);
        return "|" + Sparkline.of(numbers) + "| by " + timeline.period().label() + ", "
                + timeline.period().inWords(starts.get(0)) + " to "
                + timeline.period().inWords(starts.get(starts.size() - 1)) + ", at most " + most;
    }
}
