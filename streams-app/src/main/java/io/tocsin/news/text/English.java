package io.tocsin.news.text;

import io.tocsin.news.Article;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether an article is in English: as it says of itself, or else by the share of the small words. */
public final class English {

    private static final Set<String> SMALL_WORDS = Set.of(
            "the", "of", "and", "to", "in", "a", "that", "was", "is", "for", "on", "with", "said", "by", "at", "from",
            "were", "it", "as", "has", "have", "had", "be", "are", "an", "he", "his", "they", "their", "its", "but",
            "not", "after");

    /** Of English prose they are about two fifths. */
    private static final double FEWEST = 0.18;

    /** Few words say nothing of their language. */
    private static final int TOO_FEW = 20;

    private static final int LOOKED_AT = 400;

    private English() {}

    /** Whether the words are English. */
    public static boolean is(Article article, List<Sentence> sentences) {
        boolean said = article.language().filter(tag -> !tag.isBlank()).isPresent();
        if (said && !isEnglish(article.language().get())) {
            return false;
        }
        int words = 0;
        int small = 0;
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                if (token.isWord() && !sentence.headline() && words < LOOKED_AT) {
                    words++;
                    small += SMALL_WORDS.contains(token.word()) ? 1 : 0;
                }
            }
        }
        return words < TOO_FEW || small >= FEWEST * words;
    }

    private static boolean isEnglish(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0].equals("en");
    }
}
