package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.incident.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference in {@code docs/rules.md} is what the reader does. */
final class RulesReferenceTest {

    private static final Path REFERENCE = Path.of("../docs/rules.md");
    private static final Pattern EXAMPLE = Pattern.compile("^```yaml\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void hasExamplesThatAllAreRead() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(10).allSatisfy(example -> {
            RuleReader.Result result = RuleReader.read(example);
            assertThat(result.problems()).as(example).isEmpty();
            assertThat(result.rules()).as(example).isNotEmpty();
        });
    }

    @Test
    void hasAnExampleOfEveryField() throws IOException {
        String examples = String.join("\n", examples());

        assertThat(Stream.of(Shape.values()).flatMap(shape -> shape.fields().stream()))
                .allSatisfy(field -> assertThat(examples).containsPattern("(?m)(^|[-{, ])" + field + ": ?"));
    }

    @Test
    void namesEveryWordOfTheGrammar() throws IOException {
        String reference = Files.readString(REFERENCE);
        Stream<String> categories = Stream.of(Category.values()).map(Category::label);
        Stream<String> families = Stream.of(Family.values()).map(Family::label);
        Stream<String> kinds = Stream.of(TargetKind.values()).map(TargetKind::label);
        Stream<String> fields = Stream.of(Shape.values()).flatMap(shape -> shape.fields().stream());
        Stream<String> variables = Variable.labels().stream();

        assertThat(Stream.of(categories, families, kinds, fields, variables).flatMap(words -> words))
                .allSatisfy(word -> assertThat(reference).contains('`' + word + '`'));
    }

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(REFERENCE))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();
    }
}
