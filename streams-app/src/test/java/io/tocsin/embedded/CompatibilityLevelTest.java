package io.tocsin.embedded;

import static io.tocsin.embedded.CompatibilityLevel.BACKWARD;
import static io.tocsin.embedded.CompatibilityLevel.BACKWARD_TRANSITIVE;
import static io.tocsin.embedded.CompatibilityLevel.FORWARD;
import static io.tocsin.embedded.CompatibilityLevel.FORWARD_TRANSITIVE;
import static io.tocsin.embedded.CompatibilityLevel.FULL;
import static io.tocsin.embedded.CompatibilityLevel.FULL_TRANSITIVE;
import static io.tocsin.embedded.CompatibilityLevel.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CompatibilityLevelTest {
    private static final String BARE = record("");
    private static final String REQUIRED = record(", {'name': 'b', 'type': 'int'}");
    private static final String OPTIONAL = record(", {'name': 'b', 'type': 'int', 'default': 0}");
    private static final String OTHER_TYPE = record(", {'name': 'b', 'type': 'string', 'default': ''}");

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("nothing before", REQUIRED, List.of(), Set.of(CompatibilityLevel.values())),
                Arguments.of(
                        "a required field comes", REQUIRED, List.of(BARE), Set.of(NONE, FORWARD, FORWARD_TRANSITIVE)),
                Arguments.of(
                        "a required field goes", BARE, List.of(REQUIRED), Set.of(NONE, BACKWARD, BACKWARD_TRANSITIVE)),
                Arguments.of("an optional field comes", OPTIONAL, List.of(BARE), Set.of(CompatibilityLevel.values())),
                Arguments.of("a type changes", OTHER_TYPE, List.of(OPTIONAL), Set.of(NONE)),
                Arguments.of(
                        "a type changes by way of its absence",
                        OTHER_TYPE,
                        List.of(OPTIONAL, BARE),
                        Set.of(NONE, BACKWARD, FORWARD, FULL)),
                Arguments.of(
                        "a required field comes back",
                        REQUIRED,
                        List.of(REQUIRED, OPTIONAL),
                        Set.of(
                                NONE,
                                BACKWARD,
                                FORWARD,
                                FULL,
                                BACKWARD_TRANSITIVE,
                                FORWARD_TRANSITIVE,
                                FULL_TRANSITIVE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void allowsTheChangeAtExactlyTheseLevels(
            String change, String next, List<String> older, Set<CompatibilityLevel> allowedAt) {
        List<SchemaVersion> versions = IntStream.range(0, older.size())
                .mapToObj(index -> new SchemaVersion("s", index + 1, index + 1, older.get(index), false))
                .toList();

        Set<CompatibilityLevel> levels = Arrays.stream(CompatibilityLevel.values())
                .filter(level ->
                        level.objections(Schemas.submitted(next), versions).isEmpty())
                .collect(Collectors.toSet());

        assertThat(levels).as(change).isEqualTo(allowedAt);
    }

    private static String record(String moreFields) {
        return "{'type': 'record', 'name': 'R', 'fields': [{'name': 'a', 'type': 'int'}%s]}"
                .formatted(moreFields)
                .replace('\'', '"');
    }
}
