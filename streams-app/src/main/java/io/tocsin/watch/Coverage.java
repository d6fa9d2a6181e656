package io.tocsin.watch;

import java.time.Instant;
import java.util.Map;

/** Since when each source has told of what. */
public interface Coverage {

    /**
     * The instants of the first incidents that the sources ever told of there, by source; goes on to change with what is told.
     *
     * @param home a country, or the key of a scope that crosses borders
     */
    Map<String, Instant> since(String home);
}
