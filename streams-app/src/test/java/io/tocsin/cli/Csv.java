package io.tocsin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A table of comma-separated values, read and written letter by letter: quotes, doubled quotes, line breaks in quotes. */
record Csv(List<String> header, List<Map<String, String>> rows) {

    static Csv readGzip(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            List<List<String>> records = records(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<String> header = records.get(0);
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> record : records.subList(1, records.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < header.size(); column++) {
                    row.put(header.get(column), record.get(column));
                }
                rows.add(row);
            }
            return new Csv(header, rows);
        }
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(line(header)));
        rows.forEach(row -> lines.add(line(header.stream().map(row::get).toList())));
        Files.write(file, lines);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separates = !quoted && (c == ',' || c == '\n');
            boolean doubled = quoted && text.startsWith("\"\"", i);
            if (doubled) {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (separates) {
                record.add(cell.toString());
                cell.setLength(0);
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
            if (separates && c == '\n') {
                records.add(record);
                record = new ArrayList<>();
            }
        }
        return records;
    }
}
