package io.tocsin.connectors.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The alerts that stand in an index feed, character by character as they stand there, so that a signature stays what it is. Alerts
 * are never within alerts.
 */
final class AlertTexts {

    private static final Pattern PIECE = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<(?<close>/)?(?:[\\w.-]{1,64}:)?alert(?=[\\s>])[^>]*>", Pattern.DOTALL);

    private final List<String> texts;

    private AlertTexts(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    static AlertTexts in(String feed) {
        List<String> texts = new ArrayList<>();
        Matcher piece = PIECE.matcher(feed);
        int began = -1;
        while (piece.find()) {
            if (piece.group().startsWith("<!")) {
                continue;
            }
            if (piece.group("close") == null) {
                began = piece.start();
            } else if (began >= 0) {
                texts.add(feed.substring(began, piece.end()));
                began = -1;
            }
        }
        return new AlertTexts(texts);
    }

    /**
     * The text of one alert.
     *
     * @param index in the order of the document, from 0
     * @param of how many alerts there are; where that is another number than was found, no text is trusted
     */
    Optional<String> text(int index, int of) {
        return texts.size() == of ? Optional.of(texts.get(index)) : Optional.empty();
    }
}
