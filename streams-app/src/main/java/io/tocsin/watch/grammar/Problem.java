package io.tocsin.watch.grammar;

/**
 * What is wrong with a text of rules.
 *
 * @param line counted from 1; 0 where none can be told
 * @param rule the id of the rule; {@code #2}, its position, if it has no usable id; empty if it concerns the whole text
 * @param field the path of the field, such as {@code match.min-origins} or {@code levels[1].severity}; empty if it
 *     concerns the whole rule
 * @param reason what was found, what is wanted, and what to do
 */
public record Problem(int line, String rule, String field, String reason) {

    /** All of it on one line, for people. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        if (line > 0) {
            words.append("line ").append(line).append(": ");
        }
        if (!rule.isEmpty()) {
            words.append("rule ").append(rule).append(": ");
        }
        if (!field.isEmpty()) {
            words.append(field).append(": ");
        }
        return words.append(reason).toString();
    }
}
