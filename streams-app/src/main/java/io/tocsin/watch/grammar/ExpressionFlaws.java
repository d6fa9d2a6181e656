package io.tocsin.watch.grammar;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with an expression, where in it, and what to do. */
final class ExpressionFlaws {

    private static final int LOOPS = 2;
    private static final String MATCHES = "matches";

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '(.*?)' \\(.*");
    private static final Pattern MISFIT = Pattern.compile(
            "found no matching overload for '(.*?)' applied to '(.*?)' \\(candidates.*", Pattern.DOTALL);
    private static final Pattern WRONG_RESULT = Pattern.compile("expected type 'bool' but found '(.*)'");
    private static final Pattern UNREADABLE = Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*");
    private static final Pattern NO_TOKEN = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);

    /** What people write instead of the operators. */
    private static final Map<String, String> OPERATORS =
            Map.of("and", "&&", "or", "||", "not", "!", "=", "==", "&", "&&", "|", "||", "<>", "!=");

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");
    private static final Set<String> FUNCTIONS = Set.of(
            "all",
            "contains",
            "double",
            "duration",
            "endsWith",
            "exists",
            "exists_one",
            "getDayOfWeek",
            "getFullYear",
            "getHours",
            "int",
            "lowerAscii",
            "matches",
            "size",
            "startsWith",
            "string",
            "timestamp");

    private ExpressionFlaws() {}

    /** The first of the issues, in the words of the grammar. */
    static String inWords(String text, List<CelIssue> issues) {
        CelIssue first = issues.stream()
                .min(Comparator.comparing(CelIssue::getSourceLocation))
                .orElseThrow();
        String at = at(text, first.getSourceLocation());
        String message = first.getMessage();
        return unknown(message, at)
                .or(() -> misfit(message, at))
                .or(() -> wrongResult(message))
                .orElseGet(() -> unreadable(message, at));
    }

    /** The first thing that would never hold, or fail, though the expression can be read. */
    static Optional<String> find(String text, CelAbstractSyntaxTree ast) {
        List<CelNavigableExpr> nodes =
                CelNavigableAst.fromAst(ast).getRoot().allNodes().toList();
        Set<String> ownNames = nodes.stream()
                .filter(node -> node.getKind() == Kind.COMPREHENSION)
                .map(node -> node.expr().comprehension().iterVar())
                .collect(Collectors.toUnmodifiableSet());
        return nodes.stream()
                .flatMap(node -> Stream.of(
                                tooManyLoops(node), costlyPattern(node), failing(node), neverHolding(node, ownNames))
                        .flatMap(Optional::stream))
                .min(Comparator.comparing(flaw -> offset(ast.getSource(), flaw.where())))
                .map(flaw -> flaw.what() + " " + at(text, location(ast.getSource(), flaw.where())) + " " + flaw.why());
    }

    private static Optional<String> unknown(String message, String at) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (!unknown.matches()) {
            return Optional.empty();
        }
        String name = unknown.group(1);
        Collection<String> known = new TreeSet<>(Variable.labels());
        known.addAll(FUNCTIONS);
        return Optional.of(Wording.quoted(name) + " " + at + " is unknown; "
                + Wording.nearest(name, known)
                        .map(near -> "did you mean " + Wording.quoted(near) + "?")
                        .orElseGet(() -> "use one of " + Wording.list(Variable.labels())));
    }

    private static Optional<String> misfit(String message, String at) {
        Matcher misfit = MISFIT.matcher(message);
        return misfit.matches()
                ? Optional.of(Wording.quoted(misfit.group(1).replaceAll("^@|_", "")) + " " + at + " does not take "
                        + Wording.shown(misfit.group(2)) + "; give it what it takes, such as killed > 0")
                : Optional.empty();
    }

    private static Optional<String> wrongResult(String message) {
        Matcher wrong = WRONG_RESULT.matcher(message);
        return wrong.matches()
                ? Optional.of("gives " + Wording.shown(wrong.group(1))
                        + " where true or false is wanted; write a condition such as killed > 0")
                : Optional.empty();
    }

    private static String unreadable(String message, String at) {
        Optional<String> word = Stream.of(UNREADABLE, NO_TOKEN)
                .map(pattern -> pattern.matcher(message))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
        if (word.isEmpty()) {
            return "cannot be read: " + Wording.shown(message, 120) + "; write a simpler expression";
        }
        String found = word.get().equals("<EOF>") ? "the end" : Wording.quoted(word.get());
        return found + " " + at + " is not expected there; "
                + Optional.ofNullable(OPERATORS.get(word.get()))
                        .map(operator -> "did you mean " + Wording.quoted(operator) + "?")
                        .orElse("mend the expression");
    }

    private static Optional<Flaw> tooManyLoops(CelNavigableExpr node) {
        return node.getKind() == Kind.COMPREHENSION && loops(node).size() > LOOPS
                ? Optional.of(new Flaw(node.id(), "the loop", "is in " + LOOPS + " others; use fewer"))
                : Optional.empty();
    }

    /** A pattern may be asked of each entry, but not of a long text at every step. */
    private static Optional<Flaw> costlyPattern(CelNavigableExpr node) {
        List<String> loops = loops(node);
        return call(node)
                .filter(call -> call.function().equals(MATCHES) && !loops.isEmpty())
                .filter(call -> loops.size() > 1 || !asked(call).equals(Optional.of(loops.get(0))))
                .map(call -> new Flaw(
                        node.id(),
                        Wording.quoted(MATCHES),
                        "is in a loop and not asked of the loop's own entries; ask it outside"));
    }

    /** The name that the pattern is asked of. */
    private static Optional<String> asked(CelCall call) {
        CelExpr asked = call.target().orElseGet(() -> call.args().get(0));
        return asked.getKind() == Kind.IDENT ? Optional.of(asked.ident().name()) : Optional.empty();
    }

    /** The names of the entries of all loops that it is in, or is; the innermost first. */
    private static List<String> loops(CelNavigableExpr node) {
        List<String> loops = new ArrayList<>();
        for (Optional<CelNavigableExpr> outer = Optional.of(node);
                outer.isPresent();
                outer = outer.get().parent()) {
            if (outer.get().getKind() == Kind.COMPREHENSION) {
                loops.add(outer.get().expr().comprehension().iterVar());
            }
        }
        return loops;
    }

    /** Patterns, times and time zones that are none: asked of any incident, they fail. */
    private static Optional<Flaw> failing(CelNavigableExpr node) {
        return call(node)
                .flatMap(call -> Fixed.of(call.function())
                        .flatMap(fixed -> call.args().stream()
                                .filter(argument -> word(argument)
                                        .filter(text -> !fixed.takes(text))
                                        .isPresent())
                                .findFirst()
                                .map(argument ->
                                        new Flaw(argument.id(), shown(argument), "is not " + fixed.wanted()))));
    }

    /** Comparisons with a word that the variable never is. */
    private static Optional<Flaw> neverHolding(CelNavigableExpr node, Set<String> ownNames) {
        return call(node)
                .filter(call -> COMPARISONS.contains(call.function()))
                .flatMap(call -> call.args().stream()
                        .filter(argument -> argument.getKind() == Kind.IDENT)
                        .map(argument -> argument.ident().name())
                        .filter(name -> !ownNames.contains(name))
                        .flatMap(name -> Variable.of(name).stream())
                        .filter(variable -> !variable.words().isEmpty())
                        .flatMap(variable -> call.args().stream()
                                .flatMap(ExpressionFlaws::elements)
                                .filter(element -> word(element)
                                        .filter(word -> !variable.words().contains(word))
                                        .isPresent())
                                .map(element -> neverHolding(variable, element)))
                        .findFirst());
    }

    private static Flaw neverHolding(Variable variable, CelExpr element) {
        String word = word(element).orElseThrow();
        Set<String> words = new TreeSet<>(variable.words());
        words.remove("");
        String remedy = variable == Variable.COUNTRY
                ? Countries.remedy(word)
                : Wording.nearest(word, words)
                        .map(near -> "did you mean " + Wording.quoted(near) + "?")
                        .orElseGet(() -> "write one of " + Wording.list(words));
        return new Flaw(element.id(), shown(element), "is no " + variable.label() + "; " + remedy);
    }

    private static Stream<CelExpr> elements(CelExpr argument) {
        return argument.getKind() == Kind.LIST ? argument.list().elements().stream() : Stream.of(argument);
    }

    private static Optional<CelCall> call(CelNavigableExpr node) {
        return node.getKind() == Kind.CALL ? Optional.of(node.expr().call()) : Optional.empty();
    }

    /** The text that is written out there. */
    private static Optional<String> word(CelExpr expression) {
        boolean isText = expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return isText ? Optional.of(expression.constant().stringValue()) : Optional.empty();
    }

    private static String shown(CelExpr word) {
        return Wording.quoted(word(word).orElseThrow());
    }

    private static int offset(CelSource source, long id) {
        return source.getPositionsMap().getOrDefault(id, 0);
    }

    private static CelSourceLocation location(CelSource source, long id) {
        return source.getOffsetLocation(offset(source, id)).orElse(CelSourceLocation.of(1, 0));
    }

    /** People count from 1, and lines only where there are several. */
    private static String at(String text, CelSourceLocation location) {
        String character = "character " + (location.getColumn() + 1);
        return text.contains("\n") ? "at line " + location.getLine() + ", " + character : "at " + character;
    }

    /**
     * Something in an expression.
     *
     * @param where the part of the expression that has it
     */
    private record Flaw(long where, String what, String why) {}
}
