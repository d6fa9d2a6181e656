package io.tocsin.cli;

import io.tocsin.cli.terminal.CommandFailure;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.Expectation;
import io.tocsin.watch.grammar.Problem;
import io.tocsin.watch.grammar.RuleReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules in files, and all that is wrong with them.
 *
 * @param rules those without a problem
 * @param problems by file; an id that two files have is one
 * @param expectations by the rule's id
 */
record RuleFiles(List<Rule> rules, List<Wrong> problems, Map<String, List<Expectation>> expectations) {

    /** A problem and the file that has it. */
    record Wrong(Path file, Problem problem) {

        String inWords() {
            return file + ": " + problem.inWords();
        }
    }

    RuleFiles {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
        expectations = Map.copyOf(expectations);
    }

    /** Reads the files. */
    static RuleFiles read(List<Path> files) {
        List<Rule> rules = new ArrayList<>();
        List<Wrong> problems = new ArrayList<>();
        Map<String, List<Expectation>> expectations = new HashMap<>();
        Map<String, Path> owners = new HashMap<>();
        for (Path file : files) {
            RuleReader.Result result = RuleReader.read(text(file));
            result.expectations().forEach(expectations::putIfAbsent);
            result.problems().forEach(problem -> problems.add(new Wrong(file, problem)));
            for (Rule rule : result.rules()) {
                Path owner = owners.putIfAbsent(rule.id(), file);
                if (owner == null) {
                    rules.add(rule);
                } else {
                    String reason = "is also the id of a rule in " + owner + "; give each rule an id of its own";
                    problems.add(new Wrong(file, new Problem(0, rule.id(), "id", reason)));
                }
            }
        }
        return new RuleFiles(rules, problems, expectations);
    }

    /** The rules of files without problems. */
    static List<Rule> require(List<Path> files) {
        return requireAll(files).rules();
    }

    /** What files without problems hold. */
    static RuleFiles requireAll(List<Path> files) {
        RuleFiles read = read(files);
        if (!read.problems().isEmpty()) {
            int more = read.problems().size() - 1;
            throw CommandFailure.no(read.problems().get(0).inWords()
                    + (more == 0 ? "" : " (and " + more + " more; see: tocsin rules check)"));
        }
        return read;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandFailure.no(file + " is no UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw CommandFailure.no(file + " cannot be read; check its name and permissions");
        }
    }
}
