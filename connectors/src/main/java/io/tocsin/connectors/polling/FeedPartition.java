package io.tocsin.connectors.polling;

import java.util.Map;

/** A feed as Connect's source partition. */
record FeedPartition(String feed) {

    private static final String FEED = "feed";

    Map<String, String> toMap() {
        return Map.of(FEED, feed);
    }

    /** Reads what {@link #toMap} writes; throws IllegalArgumentException for anything else. */
    static FeedPartition fromMap(Map<String, ?> partition) {
        boolean feedOnly = partition != null && partition.size() == 1 && partition.get(FEED) instanceof String;
        if (!feedOnly) {
            throw new IllegalArgumentException(
                    "the source partition " + partition + " is not of the form {\"" + FEED + "\": \"name\"}");
        }
        return new FeedPartition((String) partition.get(FEED));
    }
}
