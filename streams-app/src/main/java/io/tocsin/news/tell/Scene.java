package io.tocsin.news.tell;

import io.tocsin.news.find.Facts;
import io.tocsin.news.find.place.Where;
import io.tocsin.news.find.time.When;
import io.tocsin.news.find.time.When.Use;
import java.util.List;
import java.util.Optional;

/**
 * Where and when a paragraph sets what it goes on to tell: {@code On Thursday the prisoners of Elista refused their soup.
 * Fourteen were hurt in the riot.}
 *
 * @param dated the sentence that says when, before any attack is told
 * @param placed the sentence that says where
 */
record Scene(Optional<Facts> dated, Optional<Facts> placed) {

    /** How many sentences on the lead still sets what is told first. */
    private static final int LEADS_ON = 3;

    /** Nothing is said. */
    static final Scene UNSET = new Scene(Optional.empty(), Optional.empty());

    /** What of it still holds at the sentence: that of the same paragraph, and before any attack is told, that of the lead. */
    Scene until(Facts facts, boolean untold) {
        return new Scene(
                dated.filter(each -> holds(each, facts, untold)), placed.filter(each -> holds(each, facts, untold)));
    }

    /** Whether the sentence says when or where. */
    boolean isOf(Facts facts) {
        return dated.filter(facts::equals)
                .or(() -> placed.filter(facts::equals))
                .isPresent();
    }

    private static boolean holds(Facts said, Facts now, boolean untold) {
        return said.sentence().paragraph() == now.sentence().paragraph()
                || (untold && now.number() - said.number() <= LEADS_ON);
    }

    /** The same with what the sentence says. */
    Scene with(Facts facts) {
        return new Scene(
                day(facts).isPresent() ? Optional.of(facts) : dated,
                facts.wheres().stream().anyMatch(Scene::isSite) ? Optional.of(facts) : placed);
    }

    /** Sets an attack in it that says nothing of when itself. */
    void date(Draft draft) {
        if (draft.when().isEmpty()) {
            dated.ifPresent(facts -> day(facts).ifPresent(when -> draft.staged(when, facts)));
        }
    }

    /** Sets an attack in it that says nothing of where itself. */
    void place(Draft draft, String country) {
        if (draft.places().stream().allMatch(Where::isCountry)) {
            placed.ifPresent(facts -> draft.placed(facts, countryOf(facts, country)));
        }
    }

    /** Whether it is set on another day than the attack, and elsewhere or not said where. */
    boolean isOfAnotherDay(Draft draft) {
        return dated.flatMap(Scene::day)
                .filter(day ->
                        draft.when().isPresent() && !day.meets(draft.when().get()))
                .isPresent();
    }

    private static Optional<When> day(Facts facts) {
        return facts.whens().stream()
                .filter(when -> when.use() == Use.MOMENT && when.isOfDay())
                .findFirst();
    }

    /** The country that the scene lies in, if it lies in one alone; else that of the article. */
    private static String countryOf(Facts facts, String country) {
        List<String> countries = facts.wheres().stream()
                .filter(Scene::isSite)
                .map(where -> where.place().country())
                .distinct()
                .toList();
        return countries.size() == 1 ? countries.get(0) : country;
    }

    private static boolean isSite(Where where) {
        return where.role() == Where.Role.AT && !where.isCountry();
    }
}
