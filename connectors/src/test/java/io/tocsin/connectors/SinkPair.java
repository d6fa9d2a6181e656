package io.tocsin.connectors;

import io.tocsin.avro.Alert;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Two receivers of alerts of one kind, each a server on loopback, and the connectors that carry alerts to them. */
public interface SinkPair extends AutoCloseable {

    /** What each connector needs besides the registry and the topic, in the form of Connect's properties. */
    List<Map<String, String>> configurations();

    /**
     * What a receiver ought to have been told of these transitions and was not.
     *
     * @param published all of them, in their order
     */
    List<String> lacking(Collection<Alert> published);

    @Override
    void close();
}
