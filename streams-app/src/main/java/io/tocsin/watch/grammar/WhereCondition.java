package io.tocsin.watch.grammar;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.tocsin.watch.Condition;
import io.tocsin.watch.Fact;

/** An expression that was found fine and made ready to be asked. May be asked from any thread. */
final class WhereCondition implements Condition {

    private final String text;
    private final Program program;

    WhereCondition(String text, Program program) {
        this.text = text;
        this.program = program;
    }

    @Override
    public boolean test(Fact fact) {
        try {
            Object answer = program.eval(name -> Variable.of(name).map(variable -> variable.of(fact)));
            return Boolean.TRUE.equals(answer);
        } catch (CelEvaluationException | RuntimeException fails) {
            return false;
        }
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WhereCondition where && where.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
