package io.tocsin.cli.incidents;

import io.tocsin.cli.terminal.CommandFailure;
import java.time.Instant;
import java.util.Optional;

/**
 * Who corrects, when and why.
 *
 * @param when in whole milliseconds, as it is published
 */
public record Signature(String who, Instant when, Optional<String> why) {

    /** Both become part of the reasons of every report that is ruled on, so they are short. */
    static final int LONGEST = 500;

    /** @throws CommandFailure if one is blank, too long, or more than one line */
    public Signature {
        require("--who", who);
        why.ifPresent(reason -> require("--why", reason));
    }

    private static void require(String option, String text) {
        if (text.isBlank()) {
            throw CommandFailure.usage(option + " is blank");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw CommandFailure.usage(option + " contains line breaks or other control characters");
        }
        if (text.length() > LONGEST) {
            throw CommandFailure.usage(
                    option + " has " + text.length() + " characters; " + LONGEST + " are the most that it may have");
        }
    }
}
