package io.tocsin.connectors.polling;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cursor with what the core keeps for every feed, as Connect's source offset.
 *
 * @param lastSuccess when a poll last came to its end
 * @param newest when the newest report or article was published
 */
record FeedOffset<C extends Cursor>(C cursor, Optional<Instant> lastSuccess, Optional<Instant> newest) {

    static final String VERSION = "version";
    private static final String SUCCESS = "poll.success";
    private static final String NEWEST = "poll.newest";

    static <C extends Cursor> FeedOffset<C> startOf(Feed<C> feed) {
        return new FeedOffset<>(feed.start(), Optional.empty(), Optional.empty());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>(cursor.toMap());
        map.put(VERSION, cursor.version());
        lastSuccess.ifPresent(time -> map.put(SUCCESS, time.toEpochMilli()));
        newest.ifPresent(time -> map.put(NEWEST, time.toEpochMilli()));
        return map;
    }

    /** Reads what {@link #toMap} writes; throws IllegalArgumentException for anything else. */
    static <C extends Cursor> FeedOffset<C> fromMap(Feed<C> feed, Map<String, ?> map) {
        OffsetEntries entries = new OffsetEntries(map);
        int known = feed.start().version();
        boolean understood = entries.version() >= 1 && entries.version() <= known;
        if (!understood) {
            throw new IllegalArgumentException(
                    "the offset has version " + entries.version() + "; this release reads 1 to " + known);
        }
        C cursor = feed.resume(entries);
        FeedOffset<C> offset = new FeedOffset<>(
                cursor,
                entries.number(SUCCESS).map(Instant::ofEpochMilli),
                entries.number(NEWEST).map(Instant::ofEpochMilli));
        entries.requireNoOthers();
        return offset;
    }

    FeedOffset<C> at(C next) {
        return new FeedOffset<>(next, lastSuccess, newest);
    }

    FeedOffset<C> succeeded(Instant now) {
        return new FeedOffset<>(cursor, Optional.of(now), newest);
    }

    FeedOffset<C> published(Instant time) {
        boolean newer = newest.map(time::isAfter).orElse(true);
        return newer ? new FeedOffset<>(cursor, lastSuccess, Optional.of(time)) : this;
    }
}
