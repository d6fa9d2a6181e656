package io.tocsin.watch.grammar;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.tocsin.watch.Condition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code where}: expressions of the Common Expression Language, checked when they are read. An expression sees one
 * incident, nothing else, and ends soon: it is short and not deep, loops are counted, patterns never go back (RE2), and
 * nothing in it makes a long text or list of a short one.
 */
final class Expressions {

    static final int LONGEST = 1_000;
    private static final int DEEPEST = 32;
    private static final int STEPS = 1_000;
    private static final int PATTERN = 300;
    private static final int KEPT = 10_000;

    static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseErrorRecoveryLimit(1)
            .comprehensionMaxIterations(STEPS)
            .maxRegexProgramSize(PATTERN)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final Set<StandardOverload> GROWING =
            Set.of(Arithmetic.ADD_STRING, Arithmetic.ADD_BYTES, Arithmetic.ADD_LIST);
    private static final Set<StandardFunction> UNCHECKED =
            Set.of(StandardFunction.DYN, StandardFunction.TYPE, StandardFunction.BYTES, StandardFunction.UINT);

    private static final CelCompiler COMPILER = compiler();
    static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(LIMITS)
            .addLibraries(CelExtensions.strings(CelStringExtensions.Function.LOWER_ASCII))
            .build();

    /** Those read last, by text: the same rule is read again and again, as by each task of the topology. */
    @SuppressWarnings("serial")
    private static final Map<String, WhereCondition> READY = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WhereCondition> eldest) {
            return size() > KEPT;
        }
    };

    private Expressions() {}

    static Optional<Condition> read(Value value) {
        return value.lines(LONGEST).flatMap(text -> {
            Optional<WhereCondition> ready = ready(text);
            return ready.isPresent() ? ready : compile(text, value);
        });
    }

    private static Optional<WhereCondition> compile(String text, Value value) {
        try {
            CelValidationResult result = COMPILER.compile(text);
            Optional<String> flaw = result.hasError()
                    ? Optional.of(ExpressionFlaws.inWords(text, result.getErrors()))
                    : ExpressionFlaws.find(text, result.getAst());
            if (flaw.isPresent()) {
                value.refuse(flaw.get());
                return Optional.empty();
            }
            WhereCondition condition = new WhereCondition(text, RUNTIME.createProgram(result.getAst()));
            keep(condition);
            return Optional.of(condition);
        } catch (CelValidationException | CelEvaluationException | RuntimeException wrong) {
            value.refuse("is an expression that cannot be understood; write a simpler one such as killed > 0");
            return Optional.empty();
        }
    }

    private static Optional<WhereCondition> ready(String text) {
        synchronized (READY) {
            return Optional.ofNullable(READY.get(text));
        }
    }

    private static void keep(WhereCondition condition) {
        synchronized (READY) {
            READY.put(condition.text(), condition);
        }
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, form) -> !UNCHECKED.contains(function) && !GROWING.contains(form))
                        .build())
                .addLibraries(CelExtensions.strings(CelStringExtensions.Function.LOWER_ASCII))
                .setResultType(SimpleType.BOOL);
        for (Variable variable : Variable.values()) {
            compiler.addVar(variable.label(), variable.type());
        }
        return compiler.build();
    }
}
