package io.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.news.lexicon.Table;
import io.tocsin.news.text.Prose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that no paper prints. (T) Reading ends soon and never throws. (S) Every span lies within the text. (A) Reading again gives
 * the same. That reports are sound is checked by their constructors.
 */
class HostileArticlesTest {

    /** Some fifty times what the slowest of them needs on a quiet machine. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final long SEED = 20200827;
    private static final int ROUNDS = 120;
    private static final Path ARTICLES = Path.of("..", "benchmarks", "reading", "tuning");

    @BeforeAll
    static void warmUp() {
        Newsroom.read("Two rockets hit a base in Mosul, Iraq, on Monday.");
    }

    private static Stream<Arguments> texts() {
        String story = "Two rockets hit a base in Mosul, Iraq, on Monday, killing three soldiers, the army said. ";
        return Stream.of(
                Arguments.of("1 MB of one sentence", "rockets hit the base and ".repeat(42_000)),
                Arguments.of(
                        "1 MB of one sentence with all in it",
                        story.replace('.', ',').repeat(12_000)),
                Arguments.of("1 MB of sentences", story.repeat(12_000)),
                Arguments.of("1 MB of paragraphs", (story + "\n\n").repeat(12_000)),
                Arguments.of(
                        "1 MB of wrapped lines",
                        "rockets hit the base in Mosul and killed three men on Monday and\n".repeat(16_000)),
                Arguments.of("100,000 names of places", "in Mosul, ".repeat(100_000)),
                Arguments.of(
                        "100,000 different names",
                        IntStream.range(0, 100_000)
                                .mapToObj(n -> "in " + Character.toString('A' + n % 26) + Integer.toString(n, 36))
                                .collect(Collectors.joining(" "))),
                Arguments.of("10,000 words of attack", "attack ".repeat(10_000)),
                Arguments.of("10,000 attacks", "a rocket attack after a bombing, ".repeat(10_000)),
                Arguments.of("10,000 numbers", "12 killed, ".repeat(10_000)),
                Arguments.of("10,000 numbers more", "three hundred thousand dozen killed and ".repeat(10_000)),
                Arguments.of("5,000 dates", "on Monday, May 3, 2020 at 8:30 p.m. GMT ".repeat(5_000)),
                Arguments.of("5,000 days ago", "two days ago the day before the day after last month ".repeat(5_000)),
                Arguments.of("10,000 names of people", "killing Gen. Qassem Taher, ".repeat(10_000)),
                Arguments.of("10,000 speakers", "the Iraqi army said according to police ".repeat(10_000)),
                Arguments.of(
                        "10,000 who claim", "Islamic State claimed responsibility blamed on Hamas ".repeat(10_000)),
                Arguments.of("one endless word", "x".repeat(1_000_000)),
                Arguments.of("one endless name", "X".repeat(1_000_000)),
                Arguments.of("one endless number", "9".repeat(1_000_000)),
                Arguments.of("hyphens", "-".repeat(100_000)),
                Arguments.of("words of hyphens", "a-".repeat(100_000)),
                Arguments.of("full stops", ".".repeat(100_000)),
                Arguments.of("full stops and blanks", ". ".repeat(100_000)),
                Arguments.of("quotation marks", "\"'".repeat(100_000)),
                Arguments.of("brackets", "<".repeat(100_000) + "[".repeat(100_000)),
                Arguments.of("capitals", "BAGHDAD ".repeat(20_000)),
                Arguments.of("a dateline without an end", "BAGHDAD, ".repeat(20_000) + "(AFP"),
                Arguments.of("published and blanks", "published" + " ".repeat(100_000) + "x"),
                Arguments.of("by and blanks", "by" + " \t".repeat(100_000) + "x"),
                Arguments.of("empty lines", "\n".repeat(1_000_000)),
                Arguments.of("short lines", "a\n".repeat(100_000)),
                Arguments.of("lines of furniture", "Read more: x\nHome | World | Iraq\n".repeat(20_000)),
                Arguments.of(
                        "control characters",
                        IntStream.range(0, 32)
                                .mapToObj(sign -> story + (char) sign)
                                .collect(Collectors.joining())),
                Arguments.of("nothing but zeros", "\u0000".repeat(100_000)),
                Arguments.of(
                        "markup", "<div class=\"x\"><p>" + story + "</p></div><!-- " + story + "-->" + "<a href='"),
                Arguments.of(
                        "a script",
                        "<script>alert('Two rockets hit a base')</script>" + story
                                + "{{7*7}} ${jndi:ldap://example.com/a} %s%n'; DROP TABLE reports; --"),
                Arguments.of("right-to-left marks", "\u202E\u200F\u2067" + story + "\u2069\u061C " + story),
                Arguments.of("Arabic between", story + "\u0635\u0648\u0627\u0631\u064A\u062E " + story),
                Arguments.of("letters with a hundred marks", "Mosul" + "\u0301".repeat(100) + " attack. " + story),
                Arguments.of("emoji", "\uD83D\uDE80".repeat(50_000) + story),
                Arguments.of("a lone surrogate in front", "\uDE80 " + story),
                Arguments.of("a lone surrogate at the end", story + "\uD83D"),
                Arguments.of(
                        "lone surrogates",
                        "\uD83D\uD83D\uDE80\uDE80 rocket\uD83D attack in Mos\uDE80ul. ".repeat(100) + story),
                Arguments.of("a surrogate at the bound", "x".repeat(Prose.MOST_CHARACTERS - 1) + "\uD83D\uDE80"),
                Arguments.of(
                        "a long sentence of emoji",
                        "A rocket attack killed two men in Mosul on Monday " + "\uD83D\uDE80".repeat(5_000)),
                Arguments.of(
                        "the same, one on",
                        "The rocket attack killed two men in Mosul on Monday! " + "\uD83D\uDE80".repeat(5_000)),
                Arguments.of(
                        "another encoding",
                        new String(
                                ("\u201C" + story + "\u00E9\u201D").getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1)),
                Arguments.of(
                        "broken bytes",
                        new String(
                                (story + "\u00E9\u00FC").getBytes(StandardCharsets.ISO_8859_1),
                                StandardCharsets.UTF_8)),
                Arguments.of("a time that breaks off", "A rocket attack killed two men in Mosul at the same"),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void areReadSoonAndSoundly(String name, String text) {
        Article article = Newsroom.article(text);

        Reading reading = assertTimeout(SOON, () -> Newsroom.READER.read(article));

        isSound(reading);
        assertThat(reading.text().length()).isLessThanOrEqualTo(Prose.MOST_CHARACTERS);
    }

    private static Stream<Arguments> titles() {
        return texts().filter(text -> ((String) text.get()[1]).length() < 100_000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("titles")
    void areReadSoonAsTitles(String name, String text) {
        Article article = Newsroom.article(Optional.of(text), "Nobody was hurt, the army said.", Newsroom.TODAY);

        isSound(assertTimeout(SOON, () -> Newsroom.READER.read(article)));
    }

    @Test
    void readTheSameForEver() throws IOException {
        List<String> pieces = pieces();
        Random random = new Random(SEED);
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random, pieces);
            Article article = Newsroom.article(
                    random.nextInt(4) == 0 ? Optional.of(pieces.get(random.nextInt(pieces.size()))) : Optional.empty(),
                    text,
                    LocalDate.of(1970, 1, 1).plusDays(random.nextInt(40_000)));

            Reading reading = Newsroom.READER.read(article);

            isSound(reading);
            assertThat(Newsroom.READER.read(article))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(reading);
            told += reading.tellings().size();
        }
        assertThat(told).as("attacks told").isGreaterThan(ROUNDS / 4);
    }

    private static String text(Random random, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(120); piece >= 0; piece--) {
            text.append(
                    random.nextInt(40) == 0
                            ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                            : pieces.get(random.nextInt(pieces.size())));
            text.append(random.nextInt(12) == 0 ? ".\n\n" : random.nextInt(10) == 0 ? ", " : " ");
        }
        return text.toString();
    }

    /** Phrases of the lexicon, parts of articles that are like those of agencies, and what is neither. */
    private static List<String> pieces() throws IOException {
        List<String> pieces = new ArrayList<>(List.of(
                "the",
                "a",
                "in",
                "on",
                "of",
                "after",
                "and",
                "said",
                "killed",
                "at the same",
                "in Mosul",
                "Iraq",
                "two days ago",
                "on Monday",
                "May 3, 2020",
                "last month",
                "12",
                "8:30 p.m.",
                "the third",
                "-",
                "\"",
                "\n",
                "\u200F",
                "\u0000",
                "\uD83D",
                "<b>",
                "\u00E9",
                "BAGHDAD (AFP) -",
                "Gen.",
                "U.S.",
                "hours",
                "the day"));
        for (String file : List.of("attacks.tsv", "cues.tsv", "harm.tsv", "targets.tsv", "actors.tsv", "blame.tsv")) {
            for (List<String> row : Table.read(file, 2)) {
                List<String> phrases = List.of(row.get(0).split(";", -1));
                pieces.add(phrases.get(0));
                pieces.add(phrases.get(phrases.size() - 1));
            }
        }
        try (Stream<Path> files = Files.list(ARTICLES)) {
            files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(HostileArticlesTest::content)
                    .flatMap(content -> Stream.of(content.split("(?<=[,.]) ", -1)))
                    .forEach(pieces::add);
        }
        return pieces;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isSound(Reading reading) {
        List<Span> spans = new ArrayList<>();
        reading.tellings().forEach(telling -> {
            spans.addAll(telling.mentions());
            telling.taken().forEach(taken -> spans.add(taken.span()));
            telling.report()
                    .evidence()
                    .flatMap(evidence -> evidence.quote())
                    .ifPresent(sentence -> assertThat(reading.text()).contains(sentence));
        });
        reading.claims().forEach(claim -> spans.add(claim.sentence()));
        reading.leftOut().forEach(left -> spans.add(left.span()));
        reading.notices().forEach(notice -> spans.add(notice.span()));
        assertThat(spans).allMatch(span -> span.until() <= reading.text().length());
        isWhole(reading.text());
        reading.reports().forEach(report -> {
            isWhole(report.summary().orElseThrow());
            isWhole(report.evidence().orElseThrow().quote().orElseThrow());
        });
    }

    /** JSON has no half characters. */
    private static void isWhole(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .as("no half characters")
                .isTrue();
    }
}
