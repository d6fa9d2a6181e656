package io.tocsin.watch;

import io.tocsin.incident.Category;
import io.tocsin.places.Area;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules in force, found by country and category, so that many rules make no report much dearer. Immutable. */
public final class RuleBook {

    private static final String ANY_COUNTRY = "";

    private final Map<String, Rule> byId = new LinkedHashMap<>();
    private final Map<String, Map<Category, List<Rule>>> byCountryAndCategory = new HashMap<>();

    public RuleBook(Collection<Rule> rules) {
        for (Rule rule : rules) {
            byId.put(rule.id(), rule);
        }
        byId.values().forEach(this::index);
    }

    /** No rules. */
    public static RuleBook empty() {
        return new RuleBook(List.of());
    }

    /** The rule of that id. */
    public Optional<Rule> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All rules. */
    public Collection<Rule> rules() {
        return List.copyOf(byId.values());
    }

    /** The rules that may count the incident; each still has to be asked. */
    public List<Rule> mayCount(Fact fact) {
        List<Rule> own = at(fact.place().country(), fact.category());
        List<Rule> general = at(ANY_COUNTRY, fact.category());
        if (own.isEmpty()) {
            return general;
        }
        List<Rule> both = new ArrayList<>(own);
        both.addAll(general);
        return both;
    }

    private List<Rule> at(String country, Category category) {
        return byCountryAndCategory.getOrDefault(country, Map.of()).getOrDefault(category, List.of());
    }

    private void index(Rule rule) {
        Set<String> countries = countries(rule.match());
        Set<Category> categories = rule.match().categories().isEmpty()
                ? Set.of(Category.values())
                : rule.match().categories();
        for (String country : countries) {
            Map<Category, List<Rule>> byCategory =
                    byCountryAndCategory.computeIfAbsent(country, c -> new EnumMap<>(Category.class));
            categories.forEach(category ->
                    byCategory.computeIfAbsent(category, c -> new ArrayList<>()).add(rule));
        }
    }

    private static Set<String> countries(Match match) {
        if (!match.countries().isEmpty() || match.areas().isEmpty()) {
            return match.countries().isEmpty() ? Set.of(ANY_COUNTRY) : match.countries();
        }
        return match.areas().stream()
                .map(area -> area.substring(0, area.indexOf(Area.SEPARATOR)))
                .collect(Collectors.toSet());
    }
}
