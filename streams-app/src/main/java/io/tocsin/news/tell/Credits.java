package io.tocsin.news.tell;

import io.tocsin.news.lexicon.Table;
import io.tocsin.news.text.Dateline;
import io.tocsin.news.text.Prose;
import io.tocsin.places.spelling.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The wire services that wrote a text: in its dateline, its byline, or a line at its end ({@code With AFP}). */
final class Credits {

    private static final int LONGEST = 120;
    private static final Set<String> WORDS = Set.of(
            "with",
            "additional",
            "input",
            "inputs",
            "agencies",
            "agency",
            "source",
            "via",
            "by",
            "reporting",
            "from",
            "wire",
            "wires");

    private record Agency(String name, List<String> phrases) {}

    private final List<Agency> agencies = new ArrayList<>();

    Credits() {
        for (List<String> row : Table.read("agencies.tsv", 2)) {
            agencies.add(new Agency(
                    row.get(1),
                    List.of(row.get(0).split(";", -1)).stream()
                            .map(Spelling::plain)
                            .toList()));
        }
    }

    List<String> of(Prose prose) {
        Set<String> credits = new LinkedHashSet<>();
        prose.paragraphs()
                .forEach(paragraph ->
                        Dateline.wire(prose.text(), paragraph.span()).ifPresent(wire -> named(wire, credits)));
        for (String line : prose.text().split("\n", -1)) {
            if (line.length() <= LONGEST && isCredit(line)) {
                named(line, credits);
            }
        }
        return List.copyOf(credits);
    }

    private static boolean isCredit(String line) {
        String plain = Spelling.plain(line);
        String[] words = plain.split(" ", -1);
        boolean alone = words.length <= 4;
        return alone
                || (words.length <= 12
                        && List.of(words).stream().anyMatch(WORDS::contains)
                        && !line.strip().endsWith("."));
    }

    private void named(String line, Set<String> credits) {
        String words = " " + Spelling.plain(line) + " ";
        for (Agency agency : agencies) {
            if (agency.phrases().stream().anyMatch(phrase -> words.contains(" " + phrase + " "))) {
                credits.add(agency.name());
            }
        }
    }
}
