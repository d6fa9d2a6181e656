package io.tocsin.news.find.people;

import io.tocsin.news.lexicon.Phrases;
import io.tocsin.news.lexicon.Phrases.Found;
import io.tocsin.news.lexicon.Words;
import io.tocsin.news.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who says so: {@code the Iraqi army said}, {@code according to police}, {@code AFP reported}. */
public final class OriginFinder {

    private static final int LONGEST = 5;

    private static final int OF_WHOM = 3;

    private static final Set<String> SAYS = Words.of("says");

    private static final Set<String> STARTS = Words.of("before-speakers");

    private static final Set<String> TRAILING = Words.of("of-speakers");
    private static final Set<String> BEFORE_NOUNS = Words.of("articles-of-speakers");

    private static final Set<String> NOBODY = Words.of("no-speakers");

    private final Phrases<String> speakers = Phrases.read("speakers.tsv", 2, row -> row.get(1));
    private final Phrases<String> agencies = Phrases.read("agencies.tsv", 2, row -> row.get(1));

    /** An origin and where it stands. */
    public record Origin(String name, int at, int end) {}

    /** The first who is said to say so between the positions. */
    public Optional<Origin> find(Sentence s, int from, int until) {
        for (int at = from; at < until; at++) {
            int position = at;
            if (s.word(at).equals("according") && s.word(at + 1).equals("to")) {
                Optional<Origin> origin = after(s, at + 2);
                if (origin.isPresent()) {
                    return origin;
                }
            } else if (SAYS.contains(s.word(at))) {
                Optional<Origin> origin = before(s, at, from).or(() -> inverted(s, position));
                if (origin.isPresent()) {
                    return origin;
                }
            }
        }
        return Optional.empty();
    }

    /** The agencies named between the positions, as credits have them. */
    public List<String> agencies(Sentence s) {
        return agencies.all(s).stream()
                .filter(found -> s.isCapital(found.from()))
                .map(Found::meaning)
                .distinct()
                .toList();
    }

    /** {@code ..., said a doctor at the hospital}. */
    private Optional<Origin> inverted(Sentence s, int verb) {
        return s.word(verb - 1).equals(",") ? after(s, verb + 1) : Optional.empty();
    }

    private Optional<Origin> after(Sentence s, int at) {
        int start = at;
        while (BEFORE_NOUNS.contains(s.word(start))) {
            start++;
        }
        for (int position = start; position < Math.min(start + LONGEST, s.size()); position++) {
            Optional<Origin> origin = origin(s, start, position);
            if (origin.isPresent()) {
                return isSpeaker(s, origin.get().end())
                        ? origin(s, start, origin.get().end())
                        : origin;
            }
            if (s.word(position).equals(",")) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Origin> before(Sentence s, int verb, int from) {
        for (int position = verb - 1; position >= Math.max(from, verb - LONGEST - 3); position--) {
            if (s.word(position).equals(".") || (s.word(position).equals("\"") && position < verb - 1)) {
                return Optional.empty();
            }
            if (isSpeaker(s, position)) {
                position = whose(s, position);
                int start = start(s, position, from);
                boolean others = s.word(start - 1).equals("and") && start - 2 >= from && isSpeaker(s, start - 2);
                return others ? origin(s, start(s, start - 2, from), start - 2) : origin(s, start, position);
            }
        }
        return Optional.empty();
    }

    /** {@code a spokesman for the Syrian Democratic Forces}: those for whom the one speaks. */
    private static Optional<Origin> whom(Sentence s, int end, int position) {
        int name = s.word(end + 1).equals("the") ? end + 2 : end + 1;
        if (!TRAILING.contains(s.word(position)) || !s.word(end).equals("for") || !s.isCapital(name)) {
            return Optional.empty();
        }
        int until = name;
        while (s.isCapital(until) && until < name + LONGEST) {
            until++;
        }
        return Optional.of(new Origin(s.phrase(name, until), name, until));
    }

    /** Where the name of the speaker begins whose noun stands at the position. */
    private static int start(Sentence s, int position, int from) {
        int start = position;
        while (start > from && !STARTS.contains(s.word(start - 1)) && position - start < LONGEST) {
            start--;
        }
        return start;
    }

    /** {@code the health ministry of the Tripoli government}: it is the ministry that speaks. */
    private int whose(Sentence s, int position) {
        for (int of = position - 1; of >= position - OF_WHOM; of--) {
            if (s.word(of).equals("of") && speakers.at(s, of - 1).isPresent()) {
                return of - 1;
            }
        }
        return position;
    }

    private boolean isSpeaker(Sentence s, int position) {
        return speakers.at(s, position).isPresent()
                || (s.isCapital(position)
                        && agencies.endingAt(s, position + 1, 4).isPresent());
    }

    /** The name from its first word to the speaker's noun at the position. */
    private Optional<Origin> origin(Sentence s, int start, int position) {
        Optional<Found<String>> agency =
                s.isCapital(position) ? agencies.endingAt(s, position + 1, 4) : Optional.empty();
        if (agency.isPresent()) {
            return Optional.of(new Origin(agency.get().meaning(), agency.get().from(), position + 1));
        }
        Optional<Found<String>> speaker = speakers.at(s, position);
        if (speaker.isEmpty()) {
            return Optional.empty();
        }
        int end = speaker.get().until();
        while (end - start > 1 && TRAILING.contains(s.word(end - 1))) {
            end--;
        }
        while (s.isCapital(end) && end - start < LONGEST + 2) {
            end++;
        }
        Optional<Origin> named = whom(s, end, position);
        if (named.isPresent()) {
            return named;
        }
        if (end <= start || NOBODY.contains(s.word(start))) {
            return Optional.empty();
        }
        return Optional.of(new Origin(s.phrase(start, end), start, end));
    }
}
