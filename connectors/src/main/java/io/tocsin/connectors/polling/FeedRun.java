package io.tocsin.connectors.polling;

import io.tocsin.avro.SourceStatus;
import io.tocsin.connectors.polling.Outcome.Failed;
import io.tocsin.connectors.polling.Outcome.Taken;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ArticleRead;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import io.tocsin.connectors.publishing.Publication.StatusKnown;
import io.tocsin.connectors.publishing.RecordMaker;
import io.tocsin.connectors.publishing.Resume;
import io.tocsin.connectors.web.Backoff;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.Web;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One feed of a task: how far it is, when it is due, and what its steps become. Steps are taken in another thread; all else is the
 * task's.
 */
final class FeedRun<C extends Cursor> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRun.class);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);
    private static final int LONGEST_ERROR = 1000;

    private final Feed<C> feed;
    private final Map<String, String> partition;
    private final LeftOutCounts leftOut;
    private FeedOffset<C> offset;
    private Instant due;
    private Optional<Instant> pollBegan = Optional.empty();
    private int failures;
    private String toldFault = "";

    FeedRun(Feed<C> feed, FeedOffset<C> offset, Instant due, LeftOutCounts leftOut) {
        this.feed = feed;
        this.leftOut = leftOut;
        this.partition = new FeedPartition(feed.name()).toMap();
        this.offset = offset;
        this.due = due;
    }

    Instant due() {
        return due;
    }

    /** Takes the next step; changes nothing. */
    Outcome<C> step(Web web) {
        try {
            return new Taken<>(feed.next(offset.cursor(), web));
        } catch (SourceFault e) {
            return new Failed<>(e);
        }
    }

    /** The poll began now, unless it is under way already. */
    void begin(Instant now) {
        pollBegan = pollBegan.or(() -> Optional.of(now));
    }

    /**
     * The records of an outcome. Until they are all made nothing has changed, so that it can be called again.
     *
     * @param random from 0 to 1
     */
    List<SourceRecord> records(Outcome<C> outcome, RecordMaker maker, Backoff backoff, Instant now, double random) {
        return outcome instanceof Taken<C> taken
                ? taken(taken.step(), maker, now)
                : failed(((Failed<C>) outcome).fault(), maker, backoff, now, random);
    }

    private List<SourceRecord> taken(Step<C> step, RecordMaker maker, Instant now) {
        FeedOffset<C> after = offset.at(step.after());
        for (Publication publication : step.publications()) {
            after = published(publication).map(after::published).orElse(after);
        }
        List<Publication> publications = new ArrayList<>(step.publications());
        if (step.over()) {
            after = after.succeeded(now);
            publications.add(new StatusKnown(status(after, now, Optional.empty())));
        }
        List<SourceRecord> records = records(publications, maker, after);
        offset = after;
        leftOut.add(feed.sourceId(), step.leftOut());
        failures = 0;
        if (step.over()) {
            due = pollBegan.orElse(now).plus(feed.interval());
            pollBegan = Optional.empty();
            recovered();
        }
        return records;
    }

    /** Only the last record leads past the step: a restart after any other takes the whole step again. */
    private List<SourceRecord> records(List<Publication> publications, RecordMaker maker, FeedOffset<C> after) {
        Resume again = new Resume(partition, offset.toMap());
        Resume on = new Resume(partition, after.toMap());
        List<SourceRecord> records = new ArrayList<>(publications.size());
        for (int i = 0; i < publications.size(); i++) {
            records.add(maker.make(publications.get(i), i == publications.size() - 1 ? on : again));
        }
        return records;
    }

    private static Optional<Instant> published(Publication publication) {
        if (publication instanceof ReportRead read) {
            return Optional.of(read.report().getPublishedAt());
        }
        return publication instanceof ArticleRead read
                ? Optional.of(read.article().getPublishedAt())
                : Optional.empty();
    }

    private List<SourceRecord> failed(
            SourceFault fault, RecordMaker maker, Backoff backoff, Instant now, double random) {
        StatusKnown status = new StatusKnown(status(offset, now, Optional.of(fault.getMessage())));
        SourceRecord record = maker.make(status, new Resume(partition, offset.toMap()));
        failures++;
        due = now.plus(pause(fault, backoff.after(failures, random)));
        tell(fault);
        return List.of(record);
    }

    private static Duration pause(SourceFault fault, Duration backoff) {
        Duration asked = fault.retryAfter().orElse(Duration.ZERO);
        Duration bounded = asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
        return bounded.compareTo(backoff) > 0 ? bounded : backoff;
    }

    private SourceStatus status(FeedOffset<C> at, Instant now, Optional<String> error) {
        return new SourceStatus(
                feed.sourceId(),
                now.truncatedTo(ChronoUnit.MILLIS),
                at.lastSuccess().orElse(null),
                at.newest().orElse(null),
                error.map(text -> text.substring(0, Math.min(text.length(), LONGEST_ERROR)))
                        .orElse(null),
                feed.expectedInterval().map(Duration::toMillis).orElse(null));
    }

    private void tell(SourceFault fault) {
        if (!toldFault.equals(fault.getMessage())) {
            toldFault = fault.getMessage();
            LOG.warn("Source cannot be read; trying again (feed={}, error={})", feed.name(), toldFault);
        }
    }

    private void recovered() {
        if (!toldFault.isEmpty()) {
            toldFault = "";
            LOG.info("Source can be read again (feed={})", feed.name());
        }
    }
}
