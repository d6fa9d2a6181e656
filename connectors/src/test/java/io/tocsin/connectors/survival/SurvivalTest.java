package io.tocsin.connectors.survival;

import io.tocsin.connectors.acled.AcledSurvivor;
import io.tocsin.connectors.cap.CapSurvivor;
import io.tocsin.connectors.gdelt.GdeltSurvivor;
import io.tocsin.connectors.news.NewsSurvivor;
import io.tocsin.connectors.ucdp.UcdpSurvivor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source meets every trouble; in the end everything is published once. Prints which source survived what: how much it
 * published of how much there is, and in how many ways the trouble came where those are several.
 */
@Execution(ExecutionMode.CONCURRENT)
class SurvivalTest {

    private static final Map<String, Supplier<Survivor>> SOURCES = sources();
    private static final Map<String, Map<Trouble, Verdict>> TABLE = new ConcurrentHashMap<>();

    private static Map<String, Supplier<Survivor>> sources() {
        Map<String, Supplier<Survivor>> sources = new LinkedHashMap<>();
        sources.put("ACLED", AcledSurvivor::new);
        sources.put("UCDP", UcdpSurvivor::new);
        sources.put("GDELT", GdeltSurvivor::new);
        sources.put("CAP", CapSurvivor::new);
        sources.put("news", NewsSurvivor::new);
        return sources;
    }

    static Stream<Arguments> cells() {
        return SOURCES.keySet().stream()
                .flatMap(source -> Arrays.stream(Trouble.values()).map(trouble -> Arguments.of(source, trouble)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void survives(String source, Trouble trouble) throws InterruptedException {
        Map<Trouble, Verdict> row = TABLE.computeIfAbsent(source, s -> new ConcurrentSkipListMap<>());
        row.put(trouble, new Verdict("LOST"));
        try (Survivor survivor = SOURCES.get(source).get()) {
            row.put(trouble, survivor.meet(trouble));
        }
    }

    @AfterAll
    static void print() {
        String head = Arrays.stream(Trouble.values()).map(Trouble::toString).collect(Collectors.joining(" | "));
        StringBuilder table =
                new StringBuilder("\n| source | " + head + " |\n|---|" + "---|".repeat(Trouble.values().length) + "\n");
        SOURCES.keySet()
                .forEach(source -> table.append("| ")
                        .append(source)
                        .append(" | ")
                        .append(TABLE.getOrDefault(source, Map.of()).values().stream()
                                .map(Verdict::word)
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n"));
        System.out.println(table);
    }
}
