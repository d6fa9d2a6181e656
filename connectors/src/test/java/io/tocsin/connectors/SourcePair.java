package io.tocsin.connectors;

import io.tocsin.connectors.polling.FakeSource;
import java.util.List;
import java.util.Map;

/**
 * Two sources of one kind, each behind a server on loopback, and the connectors that poll them every second; for tests that run all
 * kinds together.
 */
public interface SourcePair extends AutoCloseable {

    /** What each connector needs besides the registry, in the form of Connect's properties. */
    List<Map<String, String>> configurations();

    /** Both sources tell something more. */
    void tellMore();

    /** How many reports, or articles, both have told so far: as many are published, each once. */
    int told();

    /** Whether a report, or an article, of that source is theirs. */
    boolean isFrom(String sourceId);

    /** The servers of both. */
    List<FakeSource> servers();

    @Override
    void close();
}
