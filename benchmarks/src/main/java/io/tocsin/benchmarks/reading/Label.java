package io.tocsin.benchmarks.reading;

import io.tocsin.incident.Category;
import io.tocsin.incident.Perpetrator;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An incident that a text tells, as a person reads it. What is empty, the text does not say; several of one thing are
 * alternatives, each as good as the other.
 */
record Label(
        Set<Category> categories,
        List<String> sites,
        List<String> districts,
        List<String> provinces,
        Optional<String> country,
        Optional<Days> days,
        Optional<Part> part,
        Optional<TimePrecision> precision,
        Set<TargetKind> targets,
        List<String> affiliations,
        List<String> victims,
        OptionalInt quantity,
        OptionalInt killed,
        OptionalInt injured,
        List<String> origins,
        List<String> attributions,
        Optional<Perpetrator.Attribution> attributionKind) {

    /** In a few words, for the list of errors. */
    String inWords() {
        StringBuilder words = new StringBuilder();
        categories.forEach(
                category -> words.append(words.length() == 0 ? "" : "|").append(category.label()));
        List<String> names = !sites.isEmpty() ? sites : !districts.isEmpty() ? districts : provinces;
        if (!names.isEmpty()) {
            words.append(", ").append(String.join("|", names));
        }
        country.ifPresent(code -> words.append(", ").append(code));
        days.ifPresent(when -> words.append(", ").append(when));
        return words.toString();
    }
}
