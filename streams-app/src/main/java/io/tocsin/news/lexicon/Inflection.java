package io.tocsin.news.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms of English verbs: by rule, or by {@code verbs.tsv} where they follow none. */
public final class Inflection {

    private static final Pattern ENDS_IN_CONSONANT_AND_Y = Pattern.compile(".*[^aeiou]y");
    private static final Pattern HISSES = Pattern.compile(".*(s|x|z|ch|sh|o)");
    private static final Pattern DOUBLES = Pattern.compile("(over|out|up|under)?[^aeiou]*[aeiou][bdfgklmnprtz]");
    private static final Map<String, Irregular> IRREGULAR = irregular();

    private static final Set<String> PAST = IRREGULAR.values().stream()
            .flatMap(irregular -> Stream.concat(irregular.past().stream(), irregular.participle().stream()))
            .collect(Collectors.toUnmodifiableSet());
    private static final int SHORT = 4;

    private record Irregular(List<String> past, List<String> participle) {}

    private Inflection() {}

    /**
     * What a verb is like when it tells of something: past, participle, the form in {@code -ing} and the third person, but not the
     * infinitive, which tells what may be.
     *
     * @param phrase a verb in the infinitive, with what belongs to it: {@code tear into}
     * @return the same phrase with the verb in each form: {@code tore into, torn into, tearing into, tears into}
     */
    public static Set<String> told(String phrase) {
        int end = phrase.indexOf(' ');
        String verb = end < 0 ? phrase : phrase.substring(0, end);
        String rest = end < 0 ? "" : phrase.substring(end);
        List<String> told = new ArrayList<>();
        Stream.of(past(verb).stream(), participle(verb).stream(), Stream.of(progressive(verb), present(verb)))
                .flatMap(forms -> forms)
                .map(form -> form + rest)
                .distinct()
                .forEach(told::add);
        return Set.copyOf(told);
    }

    /** Whether the word may be the past or the participle of a verb: {@code gutted}, {@code blew}, {@code torn}. */
    public static boolean mayTell(String word) {
        return PAST.contains(word) || (word.length() > SHORT && word.endsWith("ed"));
    }

    private static List<String> past(String verb) {
        Irregular irregular = IRREGULAR.get(verb);
        return irregular == null ? List.of(regularPast(verb)) : irregular.past();
    }

    private static List<String> participle(String verb) {
        Irregular irregular = IRREGULAR.get(verb);
        return irregular == null ? List.of(regularPast(verb)) : irregular.participle();
    }

    private static String regularPast(String verb) {
        if (verb.endsWith("e")) {
            return verb + "d";
        }
        if (ENDS_IN_CONSONANT_AND_Y.matcher(verb).matches()) {
            return stem(verb) + "ied";
        }
        return doubled(verb) + "ed";
    }

    private static String progressive(String verb) {
        if (verb.endsWith("ie")) {
            return verb.substring(0, verb.length() - 2) + "ying";
        }
        boolean silent = verb.endsWith("e") && !verb.endsWith("ee") && !verb.equals("be");
        return (silent ? stem(verb) : doubled(verb)) + "ing";
    }

    private static String present(String verb) {
        if (ENDS_IN_CONSONANT_AND_Y.matcher(verb).matches()) {
            return stem(verb) + "ies";
        }
        return verb + (HISSES.matcher(verb).matches() ? "es" : "s");
    }

    /** A verb of one syllable doubles its last letter before an ending, others where the table says so: {@code hit}, {@code kidnap}. */
    private static String doubled(String verb) {
        Irregular irregular = IRREGULAR.get(verb);
        char last = verb.charAt(verb.length() - 1);
        boolean told = irregular != null && irregular.past().stream().anyMatch(past -> past.equals(verb + last + "ed"));
        return told || DOUBLES.matcher(verb).matches() ? verb + last : verb;
    }

    private static String stem(String verb) {
        return verb.substring(0, verb.length() - 1);
    }

    private static Map<String, Irregular> irregular() {
        Map<String, Irregular> verbs = new HashMap<>();
        for (List<String> row : Table.read("verbs.tsv", 2)) {
            List<String> past = List.of(row.get(1).split(" ", -1));
            List<String> participle = row.size() > 2 ? List.of(row.get(2).split(" ", -1)) : past;
            verbs.put(row.get(0), new Irregular(past, participle));
        }
        return verbs;
    }
}
