package io.tocsin.news.tell;

import io.tocsin.news.lexicon.Table;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Dateline;
import io.tocsin.news.text.Prose;
import io.tocsin.places.spelling.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wire services that wrote a text: in its dateline, its byline, a line at its end ({@code With AFP}), or because it
 * calls one of their people a witness ({@code an AFP reporter saw}), as only a wire's own text does.
 */
final class Credits {

    private static final int LONGEST = 120;
    private static final Set<String> WORDS = Words.of("credits");

    private record Agency(String name, List<String> phrases) {}

    private final List<Agency> agencies = new ArrayList<>();
    private final Pattern witness;

    Credits() {
        for (List<String> row : Table.read("agencies.tsv", 2)) {
            agencies.add(new Agency(
                    row.get(1),
                    List.of(row.get(0).split(";", -1)).stream()
                            .map(Spelling::plain)
                            .toList()));
        }
        witness = Pattern.compile(
                "\\ban? (?<agency>%s) (?:%s)(?: (?:at|on|in|near) (?:\\w+ ){1,3}| )(?:%s)\\b"
                        .formatted(
                                any(agencies.stream().flatMap(agency -> agency.phrases().stream())),
                                any(Words.of("agency-staff").stream()),
                                any(Words.of("witnessed").stream())),
                Pattern.CASE_INSENSITIVE);
    }

    private static String any(Stream<String> words) {
        return words.sorted().map(Pattern::quote).collect(Collectors.joining("|"));
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
        Matcher witnesses = witness.matcher(prose.text());
        while (witnesses.find()) {
            named(witnesses.group("agency"), credits);
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
