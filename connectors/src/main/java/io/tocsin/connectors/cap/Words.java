package io.tocsin.connectors.cap;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words and phrases that are looked for at the beginnings of words, whatever their case: {@code bomb} is in Bombing, not in plumbob. */
final class Words {

    private final List<Pattern> patterns;

    Words(List<String> words) {
        patterns = words.stream().map(Words::pattern).collect(Collectors.toUnmodifiableList());
    }

    private static Pattern pattern(String words) {
        String spaced = List.of(words.strip().split("\\s+", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s-]+"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + spaced, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean anyIn(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
