package io.tocsin.watch;

import java.util.Locale;

/** Which incidents reach the levels of a rule. */
public enum Certainty {
    /** Those that certainly lie in the scope, and whose time is known at least as closely as the window is long. */
    CERTAIN,
    /** Also those that may lie in the scope or in the window. */
    POSSIBLE;

    /** The word for it in rules. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
