package io.tocsin.watch.grammar;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Map;
import java.util.Optional;

/** Texts that are written out in an expression and that a function takes for something: wrong ones would always fail. */
enum Fixed {
    PATTERN("''.matches(text)", "a pattern; write one of RE2, not too long, such as 'rocket|drone'"),
    TIME("timestamp(text)", "a time; write one such as '2021-05-04T00:00:00Z'"),
    LENGTH("duration(text)", "a length of time; write one such as '36h'"),
    ZONE("timestamp(0).getHours(text)", "a time zone; write one such as 'Asia/Baghdad'");

    private static final String TEXT = "text";

    @SuppressWarnings("ImmutableEnumChecker") // evaluating changes nothing
    private final Program trial;

    private final String wanted;

    Fixed(String trial, String wanted) {
        this.trial = program(trial);
        this.wanted = wanted;
    }

    /** What the function takes its text for. */
    static Optional<Fixed> of(String function) {
        return switch (function) {
            case "matches" -> Optional.of(PATTERN);
            case "timestamp" -> Optional.of(TIME);
            case "duration" -> Optional.of(LENGTH);
            default -> function.startsWith("get") ? Optional.of(ZONE) : Optional.empty();
        };
    }

    boolean takes(String text) {
        try {
            trial.eval(Map.of(TEXT, text));
            return true;
        } catch (CelEvaluationException fails) {
            return false;
        }
    }

    /** What it is for people, and what to write. */
    String wanted() {
        return wanted;
    }

    private static Program program(String trial) {
        try {
            return Expressions.RUNTIME.createProgram(CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(Expressions.LIMITS)
                    .addVar(TEXT, SimpleType.STRING)
                    .build()
                    .compile(trial)
                    .getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(trial + " is well formed", e);
        }
    }
}
