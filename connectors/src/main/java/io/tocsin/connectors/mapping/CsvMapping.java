package io.tocsin.connectors.mapping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the rows of one kind of table become reports; made from a mapping file, whose grammar the README of this module
 * describes. Immutable.
 */
public final class CsvMapping {

    private final String name;
    private final char separator;
    private final Set<String> requiredColumns;
    private final Set<String> columns;
    private final Set<String> missingWords;
    private final List<SkipRule> skipRules;
    private final List<FieldRule> fieldRules;

    CsvMapping(
            String name,
            char separator,
            Set<String> requiredColumns,
            Set<String> columns,
            Set<String> missingWords,
            List<SkipRule> skipRules,
            List<FieldRule> fieldRules) {
        this.name = name;
        this.separator = separator;
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

    /** The character between two cells. */
    public char separator() {
        return separator;
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
        return requiredColumns.stream()
                .filter(column -> !header.contains(column))
                .sorted()
                .toList();
    }

    /**
     * A reader of the rows under this header.
     *
     * @throws MappingException if a required column is missing or a column comes twice
     */
    public RowMapper under(List<String> header) {
        List<String> missing = missingFrom(header);
        if (!missing.isEmpty()) {
            throw new MappingException("the header lacks the columns " + missing + " of the mapping " + name);
        }
        Map<String, Integer> columns = new HashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (columns.putIfAbsent(header.get(i), i) != null && !header.get(i).isEmpty()) {
                twice.add(header.get(i));
            }
        }
        if (!twice.isEmpty()) {
            throw new MappingException("the header has the columns " + twice + " more than once");
        }
        return (cells, line) -> map(new Row(columns, missingWords, cells, line));
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
