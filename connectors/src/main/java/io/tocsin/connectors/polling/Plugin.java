package io.tocsin.connectors.polling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** What a kind of source adds to the core. Stateless. */
public interface Plugin {

    /** Its name, which dead letters give as the stage. */
    String name();

    /** Its own settings, each with documentation, group and label; the core puts its own behind them. */
    ConfigDef settings();

    /** The default of {@code poll.interval.ms}. */
    Duration usualInterval();

    /** The default of {@code expected.interval.ms}: the longest silence in ordinary times. */
    Duration usualSilence();

    /**
     * The feeds that a configuration asks for, at least one. Called by connector and tasks alike; asks nobody anything.
     *
     * @throws ConfigException if the settings do not go together
     */
    List<Feed<?>> feeds(PollingConfig config, Clock clock);
}
