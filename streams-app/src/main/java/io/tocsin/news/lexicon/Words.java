package io.tocsin.news.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists of single words by name, from {@code words.tsv}. */
public final class Words {

    private static final Map<String, Set<String>> LISTS = read();

    private Words() {}

    /**
     * The list of the name.
     *
     * @throws IllegalStateException if there is none
     */
    public static Set<String> of(String name) {
        Set<String> list = LISTS.get(name);
        if (list == null) {
            throw new IllegalStateException("words.tsv has no list " + name);
        }
        return list;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (List<String> row : Table.read("words.tsv", 2)) {
            if (lists.put(row.get(0), Set.of(row.get(1).split(" ", -1))) != null) {
                throw Table.invalid("words.tsv", row, "the list is there already");
            }
        }
        return lists;
    }
}
