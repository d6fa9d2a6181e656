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
     * @param expectations how often those rules are expected to fire, by id, where that is said; for the backtest only
     */
    public record Result(List<Rule> rules, List<Problem> problems, Map<String, List<Expectation>> expectations) {

        public Result {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
            expectations = Map.copyOf(expectations);
        }
    }

    /** The rules in the text and all its problems at once; never throws because of what the text holds. */
    public static Result read(String text) {
        Problems problems = new Problems();
        List<Rule> rules = new ArrayList<>();
        Map<String, List<Expectation>> expectations = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Value value : Document.rules(text, problems)) {
            Optional<RuleForm.Read> read = RuleForm.read(value);
            Integer first = lines.putIfAbsent(value.rule(), value.line());
            if (first == null) {
                read.ifPresent(found -> rules.add(found.rule()));
                read.filter(found -> !found.expectations().isEmpty())
                        .ifPresent(found -> expectations.put(value.rule(), found.expectations()));
            } else {
                value.at("id", value.node())
                        .refuse(Wording.quoted(value.rule()) + " is also the id of the rule at line " + first
                                + "; give each rule an id of its own");
            }
        }
        return new Result(rules, problems.all(), expectations);
    }
}
