package io.tocsin.news.text;

import io.tocsin.news.lexicon.Table;
import io.tocsin.places.spelling.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The furniture of a page around a text: menus, captions, bylines, links to other stories, comments. */
public final class Chrome {

    private static final Pattern DATE_LINE = Pattern.compile(
            "(?i)(?:(?:published|updated|last updated|posted)\\W+)?(?:on\\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\W+)?"
                    + "(?:\\d{1,2}(?:st|nd|rd|th)?\\s+[a-z]{3,9}\\.?,?\\s+\\d{4}|[a-z]{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})"
                    + "(?:\\W+(?:at\\s+)?\\d{1,2}[:.]\\d{2}.{0,12})?");
    private static final Pattern BYLINE = Pattern.compile("(?i)by\\s+[^.]{3,80}");
    private static final int LONGEST_BYLINE_WORDS = 12;
    private static final int FEWEST_MENU_BARS = 2;

    private final List<String> starts = new ArrayList<>();
    private final List<String> contains = new ArrayList<>();
    private final List<String> wholes = new ArrayList<>();
    private final List<String> rests = new ArrayList<>();

    /** What a line is. */
    enum Kind {
        NONE,
        LINE,
        /** The line and what it announces in the next. */
        NEXT_LINE_TOO,
        /** The line and all that follows. */
        REST
    }

    /** The furniture that the data file {@code chrome.tsv} knows. */
    public static Chrome load() {
        Chrome chrome = new Chrome();
        for (List<String> row : Table.read("chrome.tsv", 2)) {
            String words = row.get(1).toLowerCase(Locale.ROOT);
            switch (row.get(0)) {
                case "starts" -> chrome.starts.add(words);
                case "contains" -> chrome.contains.add(words);
                case "is" -> chrome.wholes.add(Spelling.plain(words));
                case "rest" -> chrome.rests.add(Spelling.plain(words));
                default -> throw Table.invalid("chrome.tsv", row, "the first column is starts, contains, is or rest");
            }
        }
        return chrome;
    }

    Kind kind(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        String plain = Spelling.plain(line.length() > 200 ? line.substring(0, 200) : line);
        if (rests.contains(plain)) {
            return Kind.REST;
        }
        if (wholes.contains(plain)) {
            return Kind.LINE;
        }
        for (String start : starts) {
            if (lower.startsWith(start)) {
                return lower.length() <= start.length() + 1 ? Kind.NEXT_LINE_TOO : Kind.LINE;
            }
        }
        boolean found = contains.stream().anyMatch(lower::contains)
                || bars(line) >= FEWEST_MENU_BARS
                || line.startsWith("|")
                || DATE_LINE.matcher(line).matches()
                || isByline(line);
        return found ? Kind.LINE : Kind.NONE;
    }

    private static boolean isByline(String line) {
        return BYLINE.matcher(line).matches() && line.split("\\s+", -1).length <= LONGEST_BYLINE_WORDS;
    }

    /** Signs between the entries of a menu; a quotation mark between blanks was a pointed one. */
    private static int bars(String line) {
        int bars = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            boolean pointed = sign == '"' && line.startsWith(" \" ", i - 1);
            bars += sign == '|' || sign == '\u2022' || pointed ? 1 : 0;
        }
        return bars;
    }
}
