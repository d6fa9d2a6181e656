package io.tocsin.connectors.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A text with places for cells, {@code "ucdp:{id}"}; braces that are meant as such are doubled. */
final class Template {

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private record Part(String text, boolean column) {}

    static Template parse(String text, String where) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == next;
            if ((next == '{' || next == '}') && doubled) {
                literal.append(next);
                at += 2;
            } else if (next == '{') {
                int end = text.indexOf('}', at);
                if (end <= at + 1) {
                    throw new MappingException(where + ": '" + text + "' opens a column with { and does not close it");
                }
                if (literal.length() > 0) {
                    parts.add(new Part(literal.toString(), false));
                    literal.setLength(0);
                }
                parts.add(new Part(text.substring(at + 1, end), true));
                at = end + 1;
            } else if (next == '}') {
                throw new MappingException(where + ": '" + text + "' has a } without {; write }} for the character");
            } else {
                literal.append(next);
                at++;
            }
        }
        if (literal.length() > 0 || parts.isEmpty()) {
            parts.add(new Part(literal.toString(), false));
        }
        return new Template(parts);
    }

    /** The text with the row's cells filled in; empty as soon as one of them is. */
    String fill(Row row) {
        if (parts.size() == 1) {
            Part only = parts.get(0);
            return only.column ? row.cell(only.text) : only.text;
        }
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            String text = part.column ? row.cell(part.text) : part.text;
            if (part.column && text.isEmpty()) {
                return "";
            }
            filled.append(text);
        }
        return filled.toString();
    }

    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        parts.stream().filter(Part::column).map(Part::text).forEach(columns::add);
        return columns;
    }

    boolean constant() {
        return columns().isEmpty();
    }
}
