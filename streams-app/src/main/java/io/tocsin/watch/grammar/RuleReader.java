package io.tocsin.watch.grammar;

import io.tocsin.watch.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rules from YAML or JSON: a list of rules, a mapping with such a list under {@code rules}, or one rule. Called
 * wherever rules come in, be it from files, the command line or the API, and may be called from any thread. Whoever
 * applies rules refuses a text that has problems; {@code docs/rules.md} is the reference of the grammar.
 */
public final class RuleReader {

    private RuleReader() {}

    /**
     * What a text holds.
     *
     * @param rules those without a problem, in the order of the text
     * @param problems all that is wrong, in the order of the text
     */
    public record Result(List<Rule> rules, List<Problem> problems) {

        public Result {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }
    }

    /** The rules in the text and all its problems at once; never throws because of what the text holds. */
    public static Result read(String text) {
        Problems problems = new Problems();
        List<Rule> rules = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Value value : Document.rules(text, problems)) {
            Optional<Rule> rule = RuleForm.read(value);
            Integer first = lines.putIfAbsent(value.rule(), value.line());
            if (first == null) {
                rule.ifPresent(rules::add);
            } else {
                value.at("id", value.node())
                        .refuse(Wording.quoted(value.rule()) + " is also the id of the rule at line " + first
                                + "; give each rule an id of its own");
            }
        }
        return new Result(rules, problems.all());
    }
}
