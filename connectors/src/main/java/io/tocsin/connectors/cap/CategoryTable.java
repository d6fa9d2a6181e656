package io.tocsin.connectors.cap;

import io.tocsin.avro.Category;
import io.tocsin.connectors.cap.CapMessage.Info;
import io.tocsin.connectors.mapping.TableFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What alerts mean, {@code categories.tsv}: the first row that fits. The documentation shows it too. */
final class CategoryTable {

    private static final List<Row> ROWS = TableFile.rows(CategoryTable.class, "categories.tsv").stream()
            .map(CategoryTable::row)
            .toList();

    /** Nothing in a list stands for everything. */
    private record Row(
            List<String> words,
            Words phrases,
            List<String> categories,
            List<String> certainties,
            List<String> severities,
            Category becomes) {

        boolean fits(Info info) {
            boolean said = words.isEmpty() || phrases.anyIn(info.title());
            boolean categorized = categories.isEmpty()
                    || info.categories().stream()
                            .anyMatch(category -> categories.contains(category.toLowerCase(Locale.ROOT)));
            boolean certain = certainties.isEmpty() || certainties.contains(info.certainty());
            boolean severe = severities.isEmpty() || severities.contains(info.severity());
            return said && categorized && certain && severe;
        }
    }

    private CategoryTable() {}

    private static Row row(String[] cells) {
        List<String> words = alternatives(cells[0]);
        return new Row(
                words,
                new Words(words),
                alternatives(cells[1]),
                alternatives(cells[2]),
                alternatives(cells[3]),
                Category.valueOf(cells[4].toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** The alternatives in a cell, in lower case; none where the cell is {@code *}, which stands for all. */
    private static List<String> alternatives(String cell) {
        return cell.equals("*")
                ? List.of()
                : Arrays.stream(cell.toLowerCase(Locale.ROOT).split(";", -1))
                        .map(String::strip)
                        .toList();
    }

    static Category of(Info info) {
        return ROWS.stream()
                .filter(row -> row.fits(info))
                .findFirst()
                .map(Row::becomes)
                .orElse(Category.UNKNOWN);
    }
}
