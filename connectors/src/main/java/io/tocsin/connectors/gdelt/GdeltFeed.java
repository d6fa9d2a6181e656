package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.polling.Feed;
import io.tocsin.connectors.polling.OffsetEntries;
import io.tocsin.connectors.polling.PollingConfig;
import io.tocsin.connectors.polling.Step;
import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GDELT's files, in order of time. A poll looks at the list and publishes what is new in it, a file or a part of one a step. After
 * an outage it catches up from the list of all files, a day's worth a poll at most. No clock is read: the names of the files tell.
 */
final class GdeltFeed implements Feed<GdeltCursor> {

    /** A day's worth a poll: so the statuses between tell that it goes on. */
    static final int MOST_FILES = 96;

    private final String name;
    private final Duration interval;
    private final Duration silence;
    private final Duration furthest;
    private final int stepSize;
    private final GdeltLists lists;
    private final SlotReader reader;
    private Listing listing = new Listing();

    private GdeltFeed(PollingConfig config, String name) {
        this.name = name;
        this.interval = config.interval();
        this.silence = config.expectedInterval();
        this.furthest = Duration.ofMillis(config.getLong(GdeltPlugin.CATCH_UP));
        this.stepSize = config.getInt(GdeltPlugin.STEP_SIZE);
        this.lists = new GdeltLists(
                URI.create(config.getString(GdeltPlugin.LIST_URL)),
                URI.create(config.getString(GdeltPlugin.MASTER_URL)));
        this.reader = new SlotReader(
                new GdeltReports(config.getDouble(GdeltPlugin.RELIABILITY)),
                Set.copyOf(config.getList(GdeltPlugin.COUNTRIES)),
                config.getInt(GdeltPlugin.FILE_TRIES));
    }

    static GdeltFeed of(PollingConfig config) {
        return new GdeltFeed(config, "gdelt: " + config.getString(GdeltPlugin.LIST_URL));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sourceId() {
        return GdeltReports.SOURCE;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Optional<Duration> expectedInterval() {
        return Optional.of(silence);
    }

    @Override
    public GdeltCursor start() {
        return GdeltCursor.START;
    }

    @Override
    public GdeltCursor resume(OffsetEntries offset) {
        return GdeltCursor.fromMap(offset);
    }

    @Override
    public Step<GdeltCursor> next(GdeltCursor at, Web web) throws SourceFault {
        if (at.beginsPoll() || listing.isEmpty()) {
            listing = lists.after(at.doneUntil(), furthest, web);
        }
        List<Publication> told = new ArrayList<>();
        GdeltCursor from = begin(at, told);
        Optional<Slot> slot = listing.after(from.doneUntil().orElseThrow());
        if (slot.isEmpty()) {
            return Step.last(told, from.pollOver());
        }
        return step(from, slot.get(), told, web);
    }

    /** The first time with the newest file; after an outage with the oldest that is still to be caught up. */
    private GdeltCursor begin(GdeltCursor at, List<Publication> told) {
        Instant newest = listing.newest();
        if (at.doneUntil().isEmpty()) {
            return at.from(newest.minusSeconds(1));
        }
        Instant earliest = newest.minus(furthest);
        Instant done = at.doneUntil().get();
        if (!done.isBefore(earliest)) {
            return at;
        }
        String message = "the files from " + done + " to " + earliest + " are further back than " + GdeltPlugin.CATCH_UP
                + " and are left out";
        Original original = new Original(message.getBytes(StandardCharsets.UTF_8), name, 1);
        told.add(new Unusable(original, SlotReader.MISSING_FILE, Optional.empty(), message));
        return at.from(earliest);
    }

    private Step<GdeltCursor> step(GdeltCursor at, Slot slot, List<Publication> told, Web web) throws SourceFault {
        List<Publication> all = read(slot, web);
        String digest = reader.digest(slot);
        int begin = Math.min(at.publishedOf(digest), all.size());
        int end = Math.min(begin + stepSize, all.size());
        told.addAll(all.subList(begin, end));
        if (end < all.size()) {
            return Step.more(told, at.inside(end, digest));
        }
        GdeltCursor after = at.finished(slot.time());
        boolean over = after.files() >= MOST_FILES || listing.after(slot.time()).isEmpty();
        return over ? Step.last(told, after.pollOver()) : Step.more(told, after);
    }

    /** After a fault the lists are asked again: they may have been corrected. */
    private List<Publication> read(Slot slot, Web web) throws SourceFault {
        try {
            return reader.read(slot, web);
        } catch (SourceFault e) {
            listing = new Listing();
            throw e;
        }
    }
}
