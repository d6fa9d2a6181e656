package io.tocsin.news.tell;

import io.tocsin.news.find.attack.Mention;
import io.tocsin.news.find.attack.Mention.Manner;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Set;

/** Mentions of an attack by those who speak of it: {@code condemned the attack}, {@code the raid was claimed}. */
final class Reaction {

    private static final int REACTS_WITHIN = 4;
    private static final int PART_WITHIN = 8;

    private static final Set<String> REACTS = Words.of("reacts");
    private static final Set<String> CLAIMS = Words.of("claims");
    private static final Set<String> PART = Words.of("part-in-attacks");
    private static final Set<String> DENIED_BY = Words.of("denies-only-its-own");

    private Reaction() {}

    /** Whether the attack is only spoken of, and the sentence goes on about who spoke. */
    static boolean is(Mention mention, List<Draft> drafts) {
        Sentence s = mention.facts().sentence();
        boolean reacts = s.has(REACTS, mention.head() - REACTS_WITHIN, mention.head())
                || s.has(REACTS, mention.headEnd(), mention.headEnd() + REACTS_WITHIN);
        return mention.manner() == Manner.KNOWN
                && reacts
                && (mention.moments().isEmpty() || isClaimed(mention, drafts));
    }

    /** {@code claimed responsibility for the attack on Tuesday}, when no attack of Tuesday was told: the day is that of the claim. */
    private static boolean isClaimed(Mention mention, List<Draft> drafts) {
        Sentence s = mention.facts().sentence();
        return s.has(CLAIMS, mention.head() - REACTS_WITHIN, mention.head())
                && mention.places().stream().allMatch(Where::isCountry)
                && drafts.stream()
                        .noneMatch(draft -> draft.when()
                                .filter(when -> mention.moments().stream().anyMatch(when::meets))
                                .isPresent());
    }

    /** {@code denied any involvement in the attack}: that it happened is not denied. */
    static boolean isDenialOfPart(Mention mention) {
        Sentence s = mention.facts().sentence();
        return mention.manner() == Manner.KNOWN
                && (s.has(PART, mention.head() - PART_WITHIN, mention.head()) || s.has(DENIED_BY, 0, mention.head()));
    }
}
