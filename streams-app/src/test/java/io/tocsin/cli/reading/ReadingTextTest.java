package io.tocsin.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.cli.terminal.Console;
import io.tocsin.fixtures.LineReader;
import io.tocsin.incident.Source;
import io.tocsin.news.Article;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ReadingTextTest {

    private static final String TEXT = """
            rocket | IQ/Salah ad Din/Balad | 2021-05-04 | killed 2
            claim rocket attacks
            left out THREAT to strike again
            notice of a wrong weekday""";

    /** Anything that has a console. */
    @Command
    private static final class Somebody {}

    @Test
    void showsTheTextWithItsMentionsMarkedAndWhatWasMadeOfThem() {
        assertThat(printed(article("Attack at Balad", TEXT), false))
                .containsExactly(
                        "article    https://daily.example/a",
                        "source     The Daily",
                        "published  2021-05-05T12:00:00Z",
                        "",
                        "Attack at Balad",
                        "",
                        "[1: rocket] | IQ/Salah ad Din/Balad | 2021-05-04 | killed 2",
                        "claim rocket attacks",
                        "[-: left out THREAT to strike again]",
                        "notice of a wrong weekday",
                        "",
                        "report 1  rocket",
                        "when      2021-05-04 (known to the day)",
                        "where     Balad, Salah ad Din, IQ (known to the site)",
                        "harmed    2 killed, ? injured",
                        "origins   The Daily itself",
                        "sentence  rocket | IQ/Salah ad Din/Balad | 2021-05-04 | killed 2",
                        "taken     category rocket from \"rocket\"; place Balad, Salah ad Din, IQ from"
                                + " \"IQ/Salah ad Din/Balad\"",
                        "",
                        "left out",
                        "  \"left out THREAT to strike again\": a threat, a plan or a warning",
                        "",
                        "totals",
                        "  3 rocket attacks: \"claim rocket attacks\"",
                        "",
                        "notices",
                        "  \"notice of a wrong weekday\": of a wrong weekday",
                        "",
                        "1 report, 1 left out, 1 total, 1 notice");
    }

    @Test
    void explainsEveryFieldWithTheStretchThatItWasTakenFrom() {
        assertThat(printed(article("Attack at Balad", TEXT), true))
                .contains(
                        "id        https://daily.example/a#1",
                        "mention   \"rocket\" (17 to 23)",
                        "taken     category rocket from \"rocket\" (17 to 23)",
                        "taken     place Balad, Salah ad Din, IQ from \"IQ/Salah ad Din/Balad\" (26 to 47)");
    }

    @Test
    void saysWhyNothingWasRead() {
        assertThat(printed(article("Une attaque", "bonjour"), false))
                .contains("unread     it is not in English", "bonjour", "0 reports, 0 left out, 0 totals, 0 notices");
    }

    @Test
    void letsNothingThroughThatSteersATerminal() {
        String hostile = "\u001B[2J\u009B31m\u202Ex\r\u2028\u0007";
        Article article = article(
                hostile,
                "rocket | IQ/Salah" + hostile + "/Balad | 2021-05-04\nleft out THREAT " + hostile + "\nclaim " + hostile
                        + "\nnotice " + hostile);

        for (boolean all : new boolean[] {true, false}) {
            assertThat(printed(article, all)).noneMatch(ReadingTextTest::steers);
        }
        String json = ReadingJson.line(MadeReading.of(article, new LineReader()));
        assertThat(steers(json)).as(json).isFalse();
        assertThat(json).contains("\\u009b31m\\u202ex").doesNotContain("\n");
    }

    @Test
    void tellsTheSameInJson() {
        MadeReading made = MadeReading.of(article("Attack at Balad", TEXT), new LineReader());

        assertThat(ReadingJson.line(made))
                .startsWith("{\"url\":\"https://daily.example/a\",\"source\":\"The Daily\","
                        + "\"publishedAt\":\"2021-05-05T12:00:00Z\",\"title\":\"Attack at Balad\","
                        + "\"reports\":[{\"id\":\"https://daily.example/a#1\",")
                .contains(
                        "\"category\":\"rocket\"",
                        "\"killed\":{\"low\":2,\"best\":2,\"high\":2}",
                        "\"claims\":[{\"count\":3,\"what\":\"rocket attacks\",\"text\":\"claim rocket attacks\",",
                        "\"leftOut\":[{\"reason\":\"threat\",\"text\":\"left out THREAT to strike again\",",
                        "\"notices\":[{\"sentence\":\"of a wrong weekday\",")
                .doesNotContain("unread");
        assertThat(ReadingJson.line(MadeReading.of(article("x", "bonjour"), new LineReader())))
                .contains("\"unread\":\"language\"", "\"reports\":[]");
    }

    private static boolean steers(String text) {
        return text.matches("(?s).*[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069].*");
    }

    private static List<String> printed(Article article, boolean all) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new Somebody()).setOut(new PrintWriter(out));
        new ReadingText(Console.of(line.getCommandSpec()), all).print(MadeReading.of(article, new LineReader()));
        List<String> lines = List.of(out.toString().split(System.lineSeparator(), -1));
        return lines.subList(0, lines.size() - 1);
    }

    private static Article article(String title, String text) {
        return new Article(
                "https://daily.example/a",
                new Source("The Daily", Source.Kind.NEWS, 0.5),
                Optional.of(title),
                text,
                Optional.empty(),
                Instant.parse("2021-05-05T12:00:00Z"),
                Optional.empty());
    }
}
