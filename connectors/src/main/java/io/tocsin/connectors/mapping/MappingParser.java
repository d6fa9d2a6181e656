package io.tocsin.connectors.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tocsin.avro.Report;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.avro.Schema;

/** Reads a mapping file and refuses, with place and reason, what it cannot mean. */
final class MappingParser {

    private static final Set<String> KEYS = Set.of(
            "name", "description", "separator", "columns", "missing", "skip", "dates", "zone", "countries", "fields");

    private final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());
    private final String origin;

    MappingParser(String origin) {
        this.origin = origin;
    }

    CsvMapping parse(String text) {
        MappingNode root = read(text).onlyKeys(KEYS);
        MappingNode columns = root.needed("columns").onlyKeys(Set.of("required", "optional"));
        Set<String> required = new TreeSet<>(columns.needed("required").texts());
        List<SkipRule> skipRules = skipRules(root);
        List<FieldRule> fieldRules = fieldRules(root);
        Set<String> listed = new TreeSet<>(required);
        columns.child("optional").ifPresent(optional -> listed.addAll(optional.texts()));
        checkColumns(root, listed, skipRules, fieldRules);
        checkCoverage(root, Report.getClassSchema(), "", fieldPaths(fieldRules));
        return new CsvMapping(
                root.needed("name").text(),
                separators(root),
                required,
                listed,
                root.child("missing").map(node -> Set.copyOf(node.texts())).orElse(Set.of()),
                skipRules,
                fieldRules);
    }

    private MappingNode read(String text) {
        try {
            return new MappingNode(yaml.readTree(text), origin);
        } catch (JsonProcessingException e) {
            throw new MappingException(origin + ": is no YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static List<Character> separators(MappingNode root) {
        Optional<MappingNode> node = root.child("separator");
        List<String> named = node.map(one -> one.isList() ? one.texts() : List.of(one.text()))
                .orElse(List.of(","));
        return named.stream().map(separator -> separator(root, separator)).toList();
    }

    private static char separator(MappingNode root, String separator) {
        boolean usable = separator.length() == 1 && separator.charAt(0) < 128 && !"\"\r\n".contains(separator);
        if (!usable) {
            throw root.wrong("'separator' has to be one ASCII character such as ; or \"\\t\"");
        }
        return separator.charAt(0);
    }

    private static List<SkipRule> skipRules(MappingNode root) {
        List<SkipRule> rules = new ArrayList<>();
        for (MappingNode node : root.child("skip").map(MappingNode::items).orElse(List.of())) {
            if (node.child("every-cell").isPresent()) {
                node.onlyKeys(Set.of("every-cell"));
                rules.add(new SkipRule.EveryCell(pattern(node.needed("every-cell"))));
            } else {
                node.onlyKeys(Set.of("column", "matches"));
                rules.add(new SkipRule.OneCell(node.needed("column").text(), pattern(node.needed("matches"))));
            }
        }
        return rules;
    }

    private static Pattern pattern(MappingNode node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException e) {
            throw node.wrong("is no regular expression: " + e.getDescription());
        }
    }

    private static List<FieldRule> fieldRules(MappingNode root) {
        Conversions conversions = new Conversions(countries(root), dates(root));
        List<FieldRule> rules = new ArrayList<>();
        root.needed("fields").entries().forEach((path, node) -> rules.add(fieldRule(path, node, conversions)));
        return rules;
    }

    private static FieldRule fieldRule(String path, MappingNode node, Conversions conversions) {
        ReportField field;
        try {
            field = ReportField.named(path);
        } catch (MappingException e) {
            throw new MappingException(node.where() + ": " + e.getMessage(), e);
        }
        List<MappingNode> alternatives = node.isList() ? node.items() : List.of(node);
        AlternativeParser parser = new AlternativeParser(field, conversions);
        return new FieldRule(field, alternatives.stream().map(parser::parse).toList());
    }

    private static Countries countries(MappingNode root) {
        Map<String, String> names = new LinkedHashMap<>();
        root.child("countries")
                .ifPresent(node -> node.entries().forEach((name, code) -> {
                    if (!code.text().matches("[A-Z]{2}")) {
                        throw code.wrong("'" + code.text() + "' is no ISO 3166-1 alpha-2 code in capitals");
                    }
                    names.put(name, code.text());
                }));
        return new Countries(names);
    }

    private static TimeFormats dates(MappingNode root) {
        Optional<MappingNode> patterns = root.child("dates");
        Optional<MappingNode> zone = root.child("zone");
        try {
            return new TimeFormats(
                    patterns.map(MappingNode::texts).orElse(List.of("iso")),
                    ZoneId.of(zone.map(MappingNode::text).orElse("UTC")));
        } catch (DateTimeException e) {
            throw root.wrong("'zone' is no time zone: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw root.wrong("'dates' holds no date pattern: " + e.getMessage());
        }
    }

    private static void checkColumns(
            MappingNode root, Set<String> listed, List<SkipRule> skipRules, List<FieldRule> fieldRules) {
        Set<String> used = new TreeSet<>();
        for (FieldRule rule : fieldRules) {
            rule.alternatives().forEach(alternative -> used.addAll(alternative.columns()));
        }
        for (SkipRule rule : skipRules) {
            if (rule instanceof SkipRule.OneCell one) {
                used.add(one.column());
            }
        }
        used.removeAll(listed);
        used.remove(Row.LINE);
        if (!used.isEmpty()) {
            throw root.wrong(
                    "uses the columns " + used + ", which 'columns' lists neither as required nor as optional");
        }
    }

    private static Set<String> fieldPaths(List<FieldRule> rules) {
        Set<String> paths = new HashSet<>();
        rules.forEach(rule -> paths.add(rule.name()));
        return paths;
    }

    /** Every field without a default has to be mapped, in the report itself and in each part of it that is mapped. */
    private static void checkCoverage(MappingNode root, Schema record, String prefix, Set<String> mapped) {
        for (Schema.Field field : record.getFields()) {
            String path = prefix + field.name();
            Schema type = ReportField.required(field.schema());
            boolean needed = !field.hasDefaultValue();
            if (type.getType() == Schema.Type.RECORD) {
                if (needed || mapped.stream().anyMatch(one -> one.startsWith(path + "."))) {
                    checkCoverage(root, type, path + ".", mapped);
                }
            } else if (needed && !mapped.contains(path)) {
                throw root.wrong("'fields' lacks '" + path + "', which every report needs");
            }
        }
    }
}
