package io.tocsin.incident;

/**
 * Who publishes.
 *
 * @param id unique and stable
 * @param reliability how often what it says holds, 0 to 1
 */
public record Source(String id, Kind kind, double reliability) {

    /** What sort of publisher. */
    public enum Kind {
        DATABASE,
        NEWS,
        OFFICIAL,
        FIELD,
        OTHER
    }

    public Source {
        Limits.text("source.id", id, Limits.ID);
        if (!(reliability >= 0 && reliability <= 1)) {
            throw new InvalidField("source.reliability", reliability + " is not within 0 to 1");
        }
    }
}
