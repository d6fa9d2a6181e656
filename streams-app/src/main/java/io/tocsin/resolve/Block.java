package io.tocsin.resolve;

import java.util.Objects;

/**
 * The reports of one day at one place. A report is kept in one block, and compared only with those in blocks near it.
 *
 * @param day days since 1970, UTC
 * @param place begins with the country; never empty
 */
public record Block(int day, String place) {

    public Block {
        Objects.requireNonNull(place);
    }
}
