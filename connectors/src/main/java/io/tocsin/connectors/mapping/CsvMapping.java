package io.tocsin.connectors.mapping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the rows of one kind of table become reports; made from a mapping file, whose grammar the README of this module
 * describes. Immutable.
 */
public final class CsvMapping {

    private final String name;
    private final List<Character> separators;
    private final Set<String> requiredColumns;
    private final Set<String> columns;
    private final Set<String> missingWords;
    private final List<SkipRule> skipRules;
    private final List<FieldRule> fieldRules;

    CsvMapping(
            String name,
            List<Character> separators,
            Set<String> requiredColumns,
            Set<String> columns,
            Set<String> missingWords,
            List<SkipRule> skipRules,
            List<FieldRule> fieldRules) {
        this.name = name;
        this.separators = List.copyOf(separators);
        this.requiredColumns = Set.copyOf(requiredColumns);
        this.columns = Set.copyOf(columns);
        this.missingWords = Set.copyOf(missingWords);
        this.skipRules = List.copyOf(skipRules);
        this.fieldRules = List.copyOf(fieldRules);
    }

    /**
     * Reads a mapping.
     *
     * @param yaml the text of the mapping file
     * @param origin what to call the file in messages
     * @throws MappingException if the mapping is wrong; the message says where and why
     */
    public static CsvMapping parse(String yaml, String origin) {
        return new MappingParser(origin).parse(yaml);
    }

    public String name() {
        return name;
    }

    /** The characters that may stand between two cells, in the order in which they are tried. */
    public List<Character> separators() {
        return separators;
    }

    /** The columns that a table must have to be read with this mapping. */
    public Set<String> requiredColumns() {
        return requiredColumns;
    }

    /** All columns that are read, required or not. */
    public Set<String> columns() {
        return columns;
    }

    /** The required columns that this header lacks, in order of their names; none if the mapping fits. */
    public List<String> missingFrom(List<String> header) {
        List<String> named = named(header);
        return requiredColumns.stream()
                .filter(column -> !named.contains(column))
                .sorted()
                .toList();
    }

    /** The header with the names of the mapping: one publisher writes in capitals what another does not. */
    private List<String> named(List<String> header) {
        Map<String, String> names = new HashMap<>();
        columns.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> names.put(column.toLowerCase(Locale.ROOT), column));
        return header.stream()
                .map(cell -> names.getOrDefault(cell.toLowerCase(Locale.ROOT), cell))
                .toList();
    }

    /**
     * A reader of the rows under this header, in which capitals do not count.
     *
     * @throws MappingException if a required column is missing or a column comes twice
     */
    public RowMapper under(List<String> cells) {
        List<String> header = named(cells);
        List<String> missing = missingFrom(header);
        if (!missing.isEmpty()) {
            throw new MappingException("the header lacks the columns " + missing + " of the mapping " + name);
        }
        Map<String, Integer> indexes = new HashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (indexes.putIfAbsent(header.get(i), i) != null && !header.get(i).isEmpty()) {
                twice.add(header.get(i));
            }
        }
        if (!twice.isEmpty()) {
            throw new MappingException("the header has the columns " + twice + " more than once");
        }
        return (row, line) -> map(new Row(indexes, missingWords, row, line));
    }

    private MappedRow map(Row row) {
        if (skipRules.stream().anyMatch(rule -> rule.matches(row))) {
            return new MappedRow.Skipped();
        }
        ReportAssembler report = new ReportAssembler();
        try {
            for (FieldRule rule : fieldRules) {
                rule.apply(row, report);
            }
            return new MappedRow.Mapped(report.report());
        } catch (InvalidFieldException e) {
            return new MappedRow.Refused(e.field(), e.getMessage());
        }
    }
}
