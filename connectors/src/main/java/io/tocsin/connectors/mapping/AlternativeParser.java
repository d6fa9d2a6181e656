package io.tocsin.connectors.mapping;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one alternative of a field: a bare text, or a map with {@code text} and what is to be done with it. */
final class AlternativeParser {

    private static final Set<String> KEYS = Set.of("text", "when", "values", "otherwise", "country", "plus", "split");

    private final ReportField field;
    private final Conversions conversions;

    AlternativeParser(ReportField field, Conversions conversions) {
        this.field = field;
        this.conversions = conversions;
    }

    Alternative parse(MappingNode node) {
        Alternative parsed = node.isMap() ? full(node.onlyKeys(KEYS)) : bare(node);
        checkConstants(node, parsed);
        return parsed;
    }

    private Alternative bare(MappingNode node) {
        Function<String, Optional<Object>> conversion = plainConversion();
        return new Alternative(List.of(), template(node), Map.of(), Optional.empty(), conversion);
    }

    private Alternative full(MappingNode node) {
        Map<String, Template> values = new LinkedHashMap<>();
        node.child("values")
                .ifPresent(lookup -> lookup.entries().forEach((key, value) -> values.put(key, template(value))));
        Optional<Template> otherwise = node.child("otherwise").map(AlternativeParser::template);
        if (otherwise.isPresent() && values.isEmpty()) {
            throw node.wrong("'otherwise' needs 'values'");
        }
        return new Alternative(conditions(node), template(node.needed("text")), values, otherwise, conversion(node));
    }

    private static Template template(MappingNode node) {
        return Template.parse(node.text(), node.where());
    }

    private static List<Condition> conditions(MappingNode node) {
        List<Condition> conditions = new ArrayList<>();
        node.child("when")
                .ifPresent(when -> when.entries().forEach((column, value) -> conditions.add(condition(column, value))));
        return conditions;
    }

    private static Condition condition(String column, MappingNode value) {
        if (value.isList()) {
            return new Condition.OneOf(column, Set.copyOf(value.texts()));
        }
        return switch (value.text()) {
            case "given" -> new Condition.Given(column);
            case "missing" -> new Condition.Missing(column);
            default -> new Condition.OneOf(column, Set.of(value.text()));
        };
    }

    private Function<String, Optional<Object>> conversion(MappingNode node) {
        boolean country = node.flag("country");
        refuseUnless(node, "country", field.isText(), "a text");
        refuseUnless(node, "plus", field.isTime(), "a time");
        refuseUnless(node, "split", field.isList(), "a list");
        if (country) {
            return conversions.country();
        }
        if (node.child("plus").isPresent()) {
            return conversions.time(period(node.needed("plus")));
        }
        return node.child("split")
                .map(separator -> conversions.list(separator.text()))
                .orElseGet(this::plainConversion);
    }

    private Function<String, Optional<Object>> plainConversion() {
        if (field.isTime()) {
            return conversions.time(Period.ZERO);
        }
        return field.isList() ? conversions.single() : conversions.scalar(field.type());
    }

    private void refuseUnless(MappingNode node, String key, boolean fits, String kind) {
        if (node.child(key).isPresent() && !fits) {
            throw node.wrong("'" + key + "' is for " + kind + ", and '" + field.path() + "' is none");
        }
    }

    private static Period period(MappingNode node) {
        try {
            return Period.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong("'" + node.text() + "' is no ISO 8601 period such as P1D");
        }
    }

    /** A constant of the wrong type would refuse every row: it is found when the mapping is loaded. */
    private static void checkConstants(MappingNode node, Alternative alternative) {
        List<Template> results = new ArrayList<>(alternative.values().values());
        if (results.isEmpty()) {
            results.add(alternative.text());
        }
        alternative.otherwise().ifPresent(results::add);
        Row none = new Row(Map.of(), Set.of(), List.of(), 0);
        for (Template result : results) {
            String text = result.fill(none);
            if (result.constant()
                    && !text.isEmpty()
                    && converted(node, alternative, text).isEmpty()) {
                throw node.wrong("'" + text + "' has no meaning here");
            }
        }
    }

    private static Optional<Object> converted(MappingNode node, Alternative alternative, String text) {
        try {
            return alternative.conversion().apply(text);
        } catch (IllegalArgumentException e) {
            throw node.wrong(e.getMessage());
        }
    }
}
