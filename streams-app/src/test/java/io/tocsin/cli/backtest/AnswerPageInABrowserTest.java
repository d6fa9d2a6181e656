package io.tocsin.cli.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a browser makes of the page. Skipped where there is no Chromium; {@code .ci/run} sees to it that there is one. */
@Timeout(120)
class AnswerPageInABrowserTest {

    private static final int SECONDS_TO_SHOW = 60;
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*/>");

    @TempDir
    private Path folder;

    private String browser;

    /** What the browser shows, what its document is then, and what it says of errors. */
    private record Shown(BufferedImage picture, String document, List<String> console) {}

    @BeforeEach
    void findTheBrowser() {
        Optional<String> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(AnswerPageInABrowserTest::isOnThePath)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no Chromium");
        browser = found.get();
    }

    @Test
    void drawsTheChartsOfEachRuleWithoutAnError() throws Exception {
        Answer answer = AnswerPageTest.hostile();
        int rules = answer.findings().rules().size();
        String page = AnswerPage.of(answer);

        Shown shown = show(page);

        int tall = tallestChart(page) / 2;
        assertThat(heights(shown.picture(), colour(page, "bar")))
                .filteredOn(height -> height > tall)
                .as("charts of incidents")
                .hasSize(rules);
        assertThat(heights(shown.picture(), colour(page, "alert")))
                .filteredOn(height -> height > tall)
                .as("charts of alerts")
                .hasSize(rules);
        assertThat(shown.console()).isEmpty();
        assertThat(shown.document()).contains("<title>Tocsin backtest</title>").doesNotContain("<script", "<img");
    }

    /** The policy that forbids scripts is the second wall; the first one must hold alone. */
    @Test
    void runsNothingOfTheTextsThoughNoPolicyForbidsIt() throws Exception {
        String page = AnswerPage.of(AnswerPageTest.hostile());
        String open = POLICY.matcher(page).replaceFirst("");
        assertThat(open).isNotEqualTo(page);

        Shown shown = show(open);

        assertThat(shown.console()).isEmpty();
        assertThat(shown.document()).contains("<title>Tocsin backtest</title>").doesNotContain("<script", "<img");
    }

    /** Checks the checks, and the second wall: a text that slipped through as it is. */
    @Test
    void wouldNoticeATextThatIsNoText() throws Exception {
        String page = AnswerPage.of(AnswerPageTest.hostile())
                .replace("<h1>", "<script>document.title = 'owned'</script><h1>");

        Shown behindThePolicy = show(page);
        Shown without = show(POLICY.matcher(page).replaceFirst(""));

        assertThat(behindThePolicy.console())
                .singleElement()
                .asString()
                .contains("violates the following Content Security Policy");
        assertThat(behindThePolicy.document()).contains("<title>Tocsin backtest</title>");
        assertThat(without.document()).contains("<title>owned</title>");
    }

    private Shown show(String page) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "home");
        Path file = Files.writeString(home.resolve("page.html"), page);
        Path picture = home.resolve("picture.png");
        Path document = home.resolve("document.html");
        Path log = home.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        browser,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-breakpad",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--force-color-profile=srgb",
                        "--force-device-scale-factor=1",
                        "--window-size=1000,4000",
                        "--user-data-dir=" + home.resolve("profile"),
                        "--enable-logging=stderr",
                        "--screenshot=" + picture,
                        "--dump-dom",
                        file.toUri().toString())
                .redirectError(log.toFile())
                .redirectOutput(document.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(SECONDS_TO_SHOW, TimeUnit.SECONDS))
                    .as("ends by itself")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(log, UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return new Shown(
                ImageIO.read(picture.toFile()),
                Files.readString(document, UTF_8),
                said.lines().filter(line -> line.contains(":CONSOLE")).toList());
    }

    private static boolean isOnThePath(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    private static int tallestChart(String page) throws Exception {
        NodeList charts = AnswerPageTest.parse(page).getElementsByTagName("svg");
        int tallest = 0;
        for (int i = 0; i < charts.getLength(); i++) {
            tallest = Math.max(tallest, Integer.parseInt(((Element) charts.item(i)).getAttribute("height")));
        }
        return tallest;
    }

    /** A colour that the page gives a name. */
    private static int colour(String page, String name) {
        return Pattern.compile("--" + name + ": #([0-9a-f]{6})")
                .matcher(page)
                .results()
                .map((MatchResult found) -> Integer.parseInt(found.group(1), 16))
                .findFirst()
                .orElseThrow();
    }

    /** Of the bands of rows of the picture in which there is the colour, the heights, from top to bottom. */
    private static List<Integer> heights(BufferedImage picture, int colour) {
        List<Integer> heights = new ArrayList<>();
        int height = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            boolean there = false;
            for (int x = 0; x < picture.getWidth() && !there; x++) {
                there = (picture.getRGB(x, y) & 0xFFFFFF) == colour;
            }
            if (there) {
                height++;
            } else if (height > 0) {
                heights.add(height);
                height = 0;
            }
        }
        return heights;
    }
}
