package io.tocsin.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was announced, in memory. For one thread. */
public final class BookInMemory implements AlertBook {

    private record Of(String rule, String book) {}

    private final Map<Of, Map<String, Announced>> books = new LinkedHashMap<>();

    @Override
    public List<Announced> of(String rule, String book) {
        return List.copyOf(books.getOrDefault(new Of(rule, book), Map.of()).values());
    }

    /** Keeps the alert as it stands now. */
    public void put(Announced alert) {
        books.computeIfAbsent(new Of(alert.rule(), alert.scope().book()), of -> new LinkedHashMap<>())
                .put(alert.id(), alert);
    }

    /** All alerts, whatever their rule. */
    public Collection<Announced> all() {
        List<Announced> all = new ArrayList<>();
        books.values().forEach(book -> all.addAll(book.values()));
        return all;
    }
}
