package io.tocsin.connectors.publishing;

import java.util.Map;

/**
 * Where a restart goes on once a record is published: Connect's source partition and offset.
 *
 * @param partition which file or feed
 * @param offset how far it has been published
 */
public record Resume(Map<String, ?> partition, Map<String, ?> offset) {

    public Resume {
        partition = Map.copyOf(partition);
        offset = Map.copyOf(offset);
    }
}
