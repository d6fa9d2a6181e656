package io.tocsin.connectors.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Article;
import io.tocsin.avro.Report;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.web.WebConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;

/** A source of one kind that meets every trouble; each trouble wants a new one. */
public abstract class Survivor implements AutoCloseable {

    private static final String ELSEWHERE = "http://source.invalid";
    private static final String PRIVATE = "http://10.0.0.1/secrets";
    private static final Duration LONGER_THAN_ANY_BACKOFF = Duration.ofMinutes(30);
    private static final int MOST_POLLS = 6;
    private static final int MORE_REDIRECTS_THAN_ARE_FOLLOWED = 6;
    private static final int BOMB = 50_000_000;
    private static final Duration SKEW = Duration.ofDays(10);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final PollingRig rig;
    private final FakeSource source;
    private final String path;
    private final int after;
    private final String type;

    /**
     * A source that is not filled yet.
     *
     * @param path where answers go wrong
     * @param after so many requests for it are answered well first, in a poll
     * @param type the media type of the answers there
     */
    protected Survivor(PollingRig rig, FakeSource source, String path, int after, String type) {
        this.rig = rig;
        this.source = source;
        this.path = path;
        this.after = after;
        this.type = type;
    }

    @Override
    public abstract void close();

    /** Fills the source and leads the rig there. */
    protected abstract void begin() throws InterruptedException;

    /** The source tells something more: how much. */
    protected abstract int tellMore();

    protected abstract Verdict paging() throws InterruptedException;

    protected abstract Verdict tokenExpiry() throws InterruptedException;

    protected abstract Verdict corrections() throws InterruptedException;

    protected abstract Verdict deletions() throws InterruptedException;

    /** How the form of the answers may change. */
    protected abstract List<Way> changedSchemas();

    /** How answers may be empty, besides having no bytes. */
    protected abstract List<Way> emptyAnswers();

    protected abstract Verdict externalEntities() throws InterruptedException;

    /**
     * Other answers than those of the path that go wrong in this way; none for most sources.
     *
     * @param wrong the answer, by its media type
     */
    protected List<Way> elsewhere(String error, Function<String, Answer> wrong) {
        return List.of();
    }

    /** How bombs may come besides as a packed answer. */
    protected List<Way> moreBombs() {
        return List.of();
    }

    protected final PollingRig rig() {
        return rig;
    }

    protected final Way way(String error, Answer wrong) {
        return Way.answer(source, path, after, error, wrong);
    }

    /** Meets the trouble, and tells what became of it; fails if it did not survive. */
    final Verdict meet(Trouble trouble) throws InterruptedException {
        if (trouble == Trouble.PRIVATE_REDIRECT) {
            moveOutside();
        }
        begin();
        return switch (trouble) {
            case PAGING -> paging();
            case TOKEN_EXPIRY -> tokenExpiry();
            case CORRECTIONS -> corrections();
            case DELETIONS -> deletions();
            case TOO_MANY_REQUESTS ->
                survives(both("rate-limited", FakeSource.with("Retry-After", "60", FakeSource.status(429))));
            case SERVER_ERROR ->
                survives(plus(
                        both("server-error", FakeSource.status(500)),
                        List.of(
                                way("server-error", FakeSource.status(503)),
                                way("forbidden", FakeSource.status(403)))));
            case TIME_OUT ->
                survives(plus(both("timed-out", source.hang()), both("timed-out", any -> source.drip(any, 100))));
            case HALF_A_BODY -> survives(both("incomplete-body", any -> FakeSource.half(any, "0123456789".repeat(20))));
            case WRONG_CONTENT_TYPE ->
                survives(List.of(
                        way("wrong-content-type", FakeSource.body("text/html", "<html>maintenance</html>")),
                        way(
                                "broken-encoding",
                                FakeSource.with("Content-Encoding", "gzip", FakeSource.body(type, "not packed")))));
            case CHANGED_SCHEMA -> survives(changedSchemas());
            case EMPTY_ANSWER ->
                survives(plus(List.of(way("empty-answer", FakeSource.body(type, ""))), emptyAnswers()));
            case HUGE_ANSWER -> survives(List.of(way("too-large", source.endless(type))));
            case ZIP_BOMB -> survives(plus(List.of(way("too-large", FakeSource.gzipBomb(type, BOMB))), moreBombs()));
            case EXTERNAL_ENTITIES -> externalEntities();
            case PRIVATE_REDIRECT -> privateRedirect();
            case CLOCK_SKEW -> clockSkew();
        };
    }

    private static List<Way> plus(List<Way> some, List<Way> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<Way> both(String error, Answer wrong) {
        return both(error, anyType -> wrong);
    }

    private List<Way> both(String error, Function<String, Answer> wrong) {
        return plus(List.of(way(error, wrong.apply(type))), elsewhere(error, wrong));
    }

    /** Behind a proxy, which stands for the world: only so can a source on loopback lie at a public address. */
    private void moveOutside() {
        rig.with(WebConfig.ALLOW_PRIVATE, "false").with(WebConfig.PROXY_URL, source.url(""));
        source.knownAs(ELSEWHERE);
    }

    private Verdict privateRedirect() throws InterruptedException {
        List<Answer> loop =
                Collections.nCopies(MORE_REDIRECTS_THAN_ARE_FOLLOWED, FakeSource.redirect(ELSEWHERE + path));
        Verdict verdict = survives(List.of(
                way("refused-address", FakeSource.redirect(PRIVATE)),
                way("refused-address", FakeSource.redirect("ftp://10.0.0.1/")),
                Way.answers(source, path, after, "refused-redirect", loop)));
        assertThat(source.asked()).noneMatch(asked -> asked.uri().toString().equals(PRIVATE));
        return verdict;
    }

    /** Publishes everything once, in any of these ways; the offsets that the rig has kept are where it begins. */
    protected final Verdict survives(List<Way> ways) throws InterruptedException {
        List<String> expected = contents(rig.run());
        for (Way way : ways) {
            rig.goBack();
            PollingTask task = rig.started();
            way.comes().run();
            List<SourceRecord> published = new ArrayList<>(rig.run(task));
            String error = rig.status(published).getError();
            way.goes().run();
            for (int poll = 1; poll < MOST_POLLS && !over(published, expected.size()); poll++) {
                rig.clock().advance(LONGER_THAN_ANY_BACKOFF);
                published.addAll(rig.run(task));
            }
            task.stop();

            if (way.error().isEmpty()) {
                assertThat(error).isNull();
            } else {
                assertThat(error).startsWith(way.error());
            }
            assertThat(rig.status(published).getError()).as("after %s", error).isNull();
            assertThat(contents(published)).as("after %s", error).containsExactlyInAnyOrderElementsOf(expected);
        }
        return Verdict.survived(expected.size(), ways.size());
    }

    private boolean over(List<SourceRecord> published, int expected) {
        return rig.status(published).getError() == null && contents(published).size() >= expected;
    }

    private List<String> contents(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> !PollingRig.isStatus(record))
                .map(rig::content)
                .toList();
    }

    /** Our clock is far ahead or far behind, and the source wants to be left alone until a time by its own. */
    private Verdict clockSkew() throws InterruptedException {
        int told = 0;
        for (Duration skew : List.of(SKEW, SKEW.negated())) {
            rig.goBack();
            List<String> expected = names(rig.run());
            Instant theirs = rig.clock().instant();
            String soon = FakeSource.httpDate(theirs.plus(SOON));
            Answer later = FakeSource.at(theirs, FakeSource.with("Retry-After", soon, FakeSource.status(429)));
            rig.goBack();
            rig.clock().advance(skew);
            PollingTask task = rig.started();
            way("rate-limited", later).comes().run();

            List<SourceRecord> published = new ArrayList<>(rig.run(task));
            assertThat(rig.status(published).getError()).startsWith("rate-limited");
            rig.clock().advance(SOON.multipliedBy(2));
            published.addAll(rig.run(task));
            task.stop();
            assertThat(names(published)).containsExactlyInAnyOrderElementsOf(expected);

            int more = tellMore();
            assertThat(names(rig.run())).hasSize(more).doesNotContainAnyElementsOf(expected);
            assertThat(names(rig.run())).isEmpty();
            rig.clock().advance(skew.negated());
            told = expected.size() + more;
        }
        return Verdict.survived(told, 2);
    }

    /** What identifies each of the records. */
    protected final List<String> names(List<SourceRecord> records) {
        List<String> names = new ArrayList<>();
        for (SourceRecord record : records) {
            if (PollingRig.isReport(record)) {
                Report report = rig.report(record);
                names.add(report.getId() + " " + report.getRevision() + " " + report.getStatus());
            } else if (PollingRig.isArticle(record)) {
                Article article = rig.article(record);
                names.add(article.getUrl());
            } else if (PollingRig.isDeadLetter(record)) {
                names.add(PollingRig.text(record.value()));
            }
        }
        return names;
    }
}
