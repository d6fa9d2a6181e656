package io.tocsin.news;

import io.tocsin.incident.Casualties;
import io.tocsin.incident.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A report that an article has made and not taken back.
 *
 * @param number within the article; the first is 1
 * @param country under which it was published
 * @param digest of all that it says
 * @param report what it takes to recognise it, and to take it back
 */
public record Standing(int number, String country, String digest, Report report) {

    static Standing of(int number, String country, String digest, Report whole) {
        return new Standing(
                number,
                country,
                digest,
                new Report(
                        whole.id(),
                        whole.revision(),
                        whole.retracted(),
                        whole.source(),
                        List.of(),
                        whole.publishedAt(),
                        Optional.empty(),
                        whole.occurrence(),
                        whole.category(),
                        whole.place(),
                        whole.target(),
                        Optional.empty(),
                        Casualties.NONE,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Map.of()));
    }
}
