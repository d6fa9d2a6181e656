package io.tocsin.schemas.topics;

import java.time.Duration;
import java.util.Map;

/** How long a topic keeps what it holds. */
public sealed interface Retention {

    /** The broker's properties for it. */
    Map<String, String> config();

    /** Everything is deleted after this time. */
    static Retention deleteAfter(Duration time) {
        return new Delete(time);
    }

    /** The latest value of every key is kept for ever, earlier ones until the next cleaning. */
    static Retention compact() {
        return new Compact(Duration.ZERO);
    }

    /** The latest value of every key is kept for ever, earlier ones at least this long. */
    static Retention compactAfter(Duration lag) {
        return new Compact(lag);
    }

    /** See {@link #deleteAfter}. The broker's clock counts: replayed records carry timestamps that are years old. */
    record Delete(Duration time) implements Retention {
        @Override
        public Map<String, String> config() {
            return Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    Long.toString(time.toMillis()),
                    "message.timestamp.type",
                    "LogAppendTime");
        }
    }

    /** See {@link #compact} and {@link #compactAfter}. Where there is a lag, the broker's clock counts here too. */
    record Compact(Duration lag) implements Retention {
        @Override
        public Map<String, String> config() {
            return lag.isZero()
                    ? Map.of("cleanup.policy", "compact")
                    : Map.of(
                            "cleanup.policy",
                            "compact",
                            "min.compaction.lag.ms",
                            Long.toString(lag.toMillis()),
                            "message.timestamp.type",
                            "LogAppendTime");
        }
    }
}
