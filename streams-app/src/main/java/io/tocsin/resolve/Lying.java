package io.tocsin.resolve;

import io.tocsin.incident.ReportId;
import io.tocsin.places.Coordinates;
import java.util.Objects;
import java.util.Optional;

/**
 * A report that lies in a block.
 *
 * @param spot where it happened, to the metre, as far as that is known without looking the report up
 */
public record Lying(ReportId id, Optional<Coordinates> spot) {

    public Lying {
        Objects.requireNonNull(id);
        Objects.requireNonNull(spot);
    }
}
