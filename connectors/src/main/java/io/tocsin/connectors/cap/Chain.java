package io.tocsin.connectors.cap;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message and all those that update or cancel it: one report. Which messages belong to it is known by the digests of their names.
 *
 * @param id of the first message that it was known by; the end of the report's id
 * @param began when that message was sent
 * @param newest its newest message, which is what the report says
 * @param content of that message, as a digest
 * @param revision the last one published; -1 before the first
 * @param where the report lies
 * @param members the names of its messages
 */
record Chain(
        String id,
        long began,
        Moment newest,
        String content,
        int revision,
        State state,
        Whereabouts where,
        Set<String> members) {

    static final int UNPUBLISHED = -1;

    private static final String FIELD = " ";
    private static final String MEMBER = ",";
    private static final int FIELDS = 9;

    Chain {
        members = Set.copyOf(members);
    }

    /** What has been published. */
    enum State {
        /** Nothing, because it was withdrawn before it was told. */
        SILENT,
        ACTIVE,
        RETRACTED
    }

    /**
     * When a message was sent, and which one, so that no two are equal.
     *
     * @param sent seconds since 1970
     */
    record Moment(long sent, String name) implements Comparable<Moment> {

        static Moment of(Instant sent, String name) {
            return new Moment(sent.getEpochSecond(), name);
        }

        @Override
        public int compareTo(Moment other) {
            int bySent = Long.compare(sent, other.sent);
            return bySent != 0 ? bySent : name.compareTo(other.name);
        }
    }

    /** Seconds since the first message, and never lower than before: the same however often the feed is read from its beginning. */
    int nextRevision(long sent) {
        long bySeconds = Math.max(0, Math.min(sent - began, Integer.MAX_VALUE / 2));
        return (int) Math.max(bySeconds, revision + 1L);
    }

    Chain with(Set<String> more) {
        Set<String> all = new TreeSet<>(members);
        all.addAll(more);
        return new Chain(id, began, newest, content, revision, state, where, all);
    }

    Chain told(Moment by, String what, int newRevision, State newState, Whereabouts newWhere) {
        return new Chain(id, began, by, what, newRevision, newState, newWhere, members);
    }

    String toText() {
        return String.join(
                FIELD,
                id,
                Long.toString(began),
                Long.toString(newest.sent()),
                newest.name(),
                content,
                Integer.toString(revision),
                state.name(),
                where.toText(),
                String.join(MEMBER, new TreeSet<>(members)));
    }

    /** Reads what {@link #toText} writes; throws IllegalArgumentException for anything else. */
    static Chain parse(String text) {
        String[] fields = text.split(FIELD, -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("'chains' has '" + text + "', which has not " + FIELDS + " fields");
        }
        return new Chain(
                fields[0],
                Long.parseLong(fields[1]),
                new Moment(Long.parseLong(fields[2]), fields[3]),
                fields[4],
                Integer.parseInt(fields[5]),
                State.valueOf(fields[6]),
                Whereabouts.parse(fields[7]),
                Set.of(fields[8].split(MEMBER, -1)));
    }
}
