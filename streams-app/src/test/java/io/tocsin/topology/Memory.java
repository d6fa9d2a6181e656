package io.tocsin.topology;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores of Kafka Streams in memory, without a topology. */
final class Memory {

    private Memory() {}

    static KeyValueStore<Bytes, byte[]> store() {
        return Stores.inMemoryKeyValueStore("memory").get();
    }
}
