package io.tocsin.watch.grammar;

/**
 * JSON is YAML but for two things that SnakeYAML refuses: tabs between its tokens and the escape {@code \/}. Both are
 * replaced, which moves no line.
 */
final class Json {

    private Json() {}

    /** The text as it is, unless it looks like JSON. */
    static String asYaml(String text) {
        String start = (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? withoutTabsAndSlashes(text) : text;
    }

    private static String withoutTabsAndSlashes(String text) {
        StringBuilder yaml = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean escapes = quoted && character == '\\' && i + 1 < text.length();
            if (escapes) {
                i++;
                yaml.append(text.charAt(i) == '/' ? "" : "\\").append(text.charAt(i));
            } else {
                quoted ^= character == '"';
                yaml.append(character == '\t' && !quoted ? ' ' : character);
            }
        }
        return yaml.toString();
    }
}
