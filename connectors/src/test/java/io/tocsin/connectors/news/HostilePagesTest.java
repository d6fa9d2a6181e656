package io.tocsin.connectors.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Pages that were made to take for ever. */
class HostilePagesTest {

    private static final URI FOUND = URI.create("https://paper.example/a");
    private static final int LONGEST = 1 << 20;

    /** What reading a page may take besides its own limit: starting a thread on a busy machine. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static Map<String, String> pages() {
        String text = FakeNews.text("Balad");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("an ordinary page", FakeNews.html("a", text));
        pages.put("20,000 nested divs", "<div>".repeat(20_000) + text + "</div>".repeat(20_000));
        pages.put("20,000 nested tables", "<table><tr><td>".repeat(20_000) + text);
        pages.put("20,000 open formatting tags", "<b><i><a href=x>".repeat(20_000) + text);
        pages.put("5 MB of paragraphs", ("<p>" + "word ".repeat(40) + "</p>").repeat(25_000));
        pages.put("5 MB of scripts before the text", "<script>var a = '<div>';</script>".repeat(150_000) + text);
        pages.put("5 MB of one comment", "<!--" + "-".repeat(5_000_000) + "-->" + text);
        pages.put("100,000 elements side by side", "<i>x</i>".repeat(100_000) + text);
        pages.put("one tag with 100,000 attributes", "<div " + attributes(100_000) + ">" + text);
        pages.put("linked data nested 100,000 deep", script("[".repeat(100_000)) + text);
        pages.put("a title of 1 MB", "<title>" + "x".repeat(1_000_000) + "</title>" + text);
        pages.put("5 MB of noise", noise(5_000_000));
        return pages;
    }

    private static String script(String data) {
        return "<script type='application/ld+json'>" + data + "</script>";
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append('a').append(i).append("=1 ");
        }
        return attributes.toString();
    }

    private static String noise(int length) {
        String alphabet = "<>/='\"!-&; abcdipv\n";
        Random random = new Random(3);
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return noise.toString();
    }

    @Test
    void takeNoLongerThanTheyMay() throws InterruptedException {
        PageReader reader = new PageReader(new Readability(), LONGEST, LIMIT);
        System.out.println("\n| page | bytes | ms | text |\n|---|---|---|---|");
        for (Map.Entry<String, String> entry : pages().entrySet()) {
            String name = entry.getKey();
            byte[] body = entry.getValue().getBytes(StandardCharsets.UTF_8);
            long began = System.nanoTime();
            Optional<Page> read = reader.read(body, Optional.empty(), FOUND);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf(
                    "| %s | %d | %d | %s |%n",
                    name,
                    body.length,
                    took.toMillis(),
                    read.map(found -> found.text().length() + " characters").orElse("given up"));
            assertThat(took).as(name).isLessThan(LIMIT.plus(SLACK));
            read.ifPresent(found -> assertThat(found.text().length()).isLessThanOrEqualTo(LONGEST));
        }
    }

    @Test
    void doNotOccupyMoreThanThreeThreads() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(3);
        TimeLimit limit = new TimeLimit(Duration.ofMillis(20));
        for (int i = 0; i < 10; i++) {
            assertThat(limit.within(() -> {
                        begun.countDown();
                        awaitWhateverHappens(release);
                        return "late";
                    }))
                    .isEmpty();
        }

        begun.await();
        assertThat(limit.within(() -> "in time")).isEmpty();
        release.countDown();
        org.awaitility.Awaitility.await()
                .until(() -> limit.within(() -> "in time").isPresent());
    }

    /** As work that does not hear its interrupt. */
    private static void awaitWhateverHappens(CountDownLatch release) {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                released = release.getCount() == 0;
            }
        }
    }
}
