package io.tocsin.connectors.cap;

import java.util.Locale;

/** Why a good message becomes no report. Counted in the metrics of the worker. */
enum LeftOut {
    /** Its status is Exercise, Test, System or Draft. */
    NOT_ACTUAL,
    /** It does not speak of security, as far as the settings say what does. */
    NOT_SECURITY,
    /** It acknowledges another message, or is somebody else's error about one. */
    ABOUT_MESSAGES,
    /** It says nothing: it has no info. */
    SAYS_NOTHING,
    /** A newer message of its chain was read before it, or it was itself. */
    SUPERSEDED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
