package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.polling.Cursor;
import io.tocsin.connectors.polling.OffsetEntries;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far GDELT's files have been published.
 *
 * @param done the quarter of an hour up to which all files are published, in seconds since 1970; 0 before anything was
 * @param files how many files the poll has finished so far
 * @param published how many of the next slot's publications are out
 * @param digest of what they were made of; empty where there are none
 */
record GdeltCursor(long done, long files, long published, String digest) implements Cursor {

    static final GdeltCursor START = new GdeltCursor(0, 0, 0, "");

    private static final String DONE = "done";
    private static final String FILES = "files";
    private static final String PUBLISHED = "published";
    private static final String DIGEST = "digest";

    GdeltCursor {
        boolean insideOfNothing = published > 0 && (digest.isEmpty() || done == 0);
        if (insideOfNothing) {
            throw new IllegalArgumentException("'published' is " + published + " without 'digest' or 'done'");
        }
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>();
        map.put(DONE, done);
        map.put(FILES, files);
        map.put(PUBLISHED, published);
        map.put(DIGEST, digest);
        return map;
    }

    static GdeltCursor fromMap(OffsetEntries entries) {
        return new GdeltCursor(
                entries.count(DONE),
                entries.count(FILES),
                entries.count(PUBLISHED),
                entries.text(DIGEST).orElse(""));
    }

    /** Nothing where nothing was published before. */
    Optional<Instant> doneUntil() {
        return done == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(done));
    }

    boolean beginsPoll() {
        return files == 0 && published == 0;
    }

    /** How many of the publications that these are made of are out. */
    int publishedOf(String ofDigest) {
        return digest.equals(ofDigest) ? Math.toIntExact(published) : 0;
    }

    GdeltCursor from(Instant time) {
        return new GdeltCursor(time.getEpochSecond(), files, published, digest);
    }

    GdeltCursor inside(int more, String ofDigest) {
        return new GdeltCursor(done, files, more, ofDigest);
    }

    GdeltCursor finished(Instant time) {
        return new GdeltCursor(time.getEpochSecond(), files + 1, 0, "");
    }

    GdeltCursor pollOver() {
        return new GdeltCursor(done, 0, 0, "");
    }
}
