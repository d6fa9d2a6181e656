package io.tocsin.news;

import io.tocsin.incident.Report;
import java.util.List;
import java.util.Optional;

/**
 * What an article says, and what it was read from.
 *
 * @param text what was read: the title, an empty line, and the text, as far as the reader's bound; spans point into it
 * @param tellings the attacks that it tells, in the order of their first mention
 * @param claims the totals that it states; never incidents
 * @param leftOut what sounds like an attack and is none, or none that can be counted
 * @param notices what an editor would ask about, such as a weekday that is not that of the date beside it
 * @param credits the wire services that it names as its authors
 * @param unread why nothing was read; empty where the article was read
 */
public record Reading(
        String text,
        List<Telling> tellings,
        List<Claim> claims,
        List<LeftOut> leftOut,
        List<Notice> notices,
        List<String> credits,
        Optional<Unread> unread) {

    public Reading {
        tellings = List.copyOf(tellings);
        claims = List.copyOf(claims);
        leftOut = List.copyOf(leftOut);
        notices = List.copyOf(notices);
        credits = List.copyOf(credits);
    }

    /** Nothing was read. */
    public static Reading none(String text, Unread why) {
        return new Reading(text, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.of(why));
    }

    /** The reports that the article makes, in the order of their first mention. */
    public List<Report> reports() {
        return tellings.stream().map(Telling::report).toList();
    }
}
