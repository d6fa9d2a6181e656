package io.tocsin.watch.grammar;

import java.util.Locale;
import java.util.regex.Pattern;

/** Field names: {@code min-origins} in files and {@code minOrigins} in JSON are one name. */
final class Names {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])[A-Z]");

    private Names() {}

    static String kebab(String name) {
        return HUMP.matcher(name).replaceAll(hump -> "-" + hump.group().toLowerCase(Locale.ROOT));
    }
}
