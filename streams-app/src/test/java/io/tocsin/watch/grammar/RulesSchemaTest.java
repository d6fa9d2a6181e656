package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.incident.TargetKind;
import io.tocsin.watch.Certainty;
import io.tocsin.watch.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema for editors says what the reader does, as far as such a schema can. */
final class RulesSchemaTest {

    /** As editors read it: {@code NO} is a country in YAML 1.2. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();

    private static final JsonNode TEXT = text();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TEXT);
    private static final Pattern HYPHEN = Pattern.compile("-(.)");

    private static final String MINIMAL = "id: some\nper: site\nwithin: 3d\nlevels: {severity: watch, incidents: 3}\n";

    @Test
    void isASchemaOfItsDraft() {
        JsonSchema draft =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(draft.validate(TEXT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void hasEveryFieldInBothSpellingsAndNoOther(Shape shape) {
        JsonNode definition = definition(shape.name().toLowerCase(Locale.ROOT));

        assertThat(names(definition.get("properties"))).containsExactlyElementsOf(shape.fields());
        assertThat(names(definition.path("patternProperties")))
                .containsExactlyElementsOf(shape.fields().stream()
                        .filter(field -> field.contains("-"))
                        .map(field -> '^' + camel(field) + '$')
                        .toList());
        assertThat(definition.get("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void describesEveryField(Shape shape) {
        JsonNode definition = definition(shape.name().toLowerCase(Locale.ROOT));

        assertThat(definition.get("properties"))
                .allSatisfy(field ->
                        assertThat(description(field)).as(field.toString()).isNotBlank());
    }

    @Test
    void hasTheWordsOfTheGrammar() {
        Set<String> categories = new TreeSet<>();
        definition("category").get("anyOf").forEach(each -> categories.addAll(words(each)));

        assertThat(categories)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(Category.values()).map(Category::label),
                                Stream.of(Family.values()).map(Family::label))
                        .distinct()
                        .toList());
        assertThat(words(definition("kind")))
                .containsExactlyElementsOf(
                        Stream.of(TargetKind.values()).map(TargetKind::label).toList());
        assertThat(words(definition("severity")))
                .containsExactlyElementsOf(
                        Stream.of(Severity.values()).map(Severity::label).toList());
        assertThat(words(definition("rule").at("/properties/count")))
                .containsExactlyElementsOf(
                        Stream.of(Certainty.values()).map(Certainty::label).toList());
        assertThat(definition("expression").get("description").asText())
                .endsWith(": " + String.join(", ", Variable.labels()) + ".");
    }

    @Test
    void hasNoProblemWithTheExamplesOfTheReference() throws IOException {
        for (String example : RulesReferenceTest.examples()) {
            assertThat(SCHEMA.validate(YAML.readTree(example))).as(example).isEmpty();
        }
    }

    @Test
    void hasNoProblemWithTheDefaultRules() throws IOException {
        try (InputStream rules = Severity.class.getResourceAsStream("default-rules.yaml")) {
            assertThat(SCHEMA.validate(YAML.readTree(rules))).isEmpty();
        }
    }

    @Test
    void hasNoProblemWithRulesThatAreWritten() throws IOException {
        Random random = new Random(44);
        for (int i = 0; i < 500; i++) {
            String text = RuleWriter.write(RandomRules.next(random));

            assertThat(SCHEMA.validate(YAML.readTree(text))).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "per: region",
                "per: cell(10)",
                "per: cell",
                "per: radius(25)",
                "within: 3 days",
                "id: A b",
                "title: ''",
                "titel: x",
                "count: maybe",
                "levels: {severity: high, incidents: 3}",
                "levels: {severity: watch}",
                "levels: {severity: watch, incidents: 0}",
                "levels: {severity: watch, kiled: 3}",
                "levels: {incidents: 3}",
                "levels: []",
                "match: {categories: rockets}",
                "match: {countries: Iraq}",
                "match: {areas: IQ}",
                "match: {areas: IQ/a/b/c/d}",
                "match: {areas: IQ/}",
                "match: {targets: {kinds: bases}}",
                "match: {min-confidence: 2}",
                "match: {min-killed: -1}",
                "match: {where: ''}",
                "unusual: {history: 90d}",
                "unusual: {at-most-once-in: 90d}",
                "unusual: {history: 90d, at-most-once-in: 1d, severity: low}",
                "expect: often",
                "expect: at most two",
                "labels: {'a b': c}",
                "labels: [a]",
                "runbook: see the wiki"
            })
    void hasAProblemWhereTheReaderHasOne(String field) throws IOException {
        String name = field.substring(0, field.indexOf(':'));
        String text = MINIMAL.replaceAll("(?m)^" + name + ":.*\n", "") + field + "\n";

        assertThat(SCHEMA.validate(YAML.readTree(MINIMAL))).isEmpty();
        assertThat(RuleReader.read(text).problems()).isNotEmpty();
        assertThat(SCHEMA.validate(YAML.readTree(text))).isNotEmpty();
        assertThat(SCHEMA.validate(YAML.readTree("rules:\n- " + text.strip().replace("\n", "\n  "))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "per", "within", "levels"})
    void hasAProblemWhereSomethingIsMissing(String field) throws IOException {
        assertThat(SCHEMA.validate(YAML.readTree(MINIMAL.replaceAll("(?m)^" + field + ":.*\n", ""))))
                .isNotEmpty();
    }

    private static String description(JsonNode field) {
        String own = field.path("description").asText();
        String reference = field.path("$ref").asText();
        return own.isEmpty() && !reference.isEmpty() ? description(TEXT.at(reference.substring(1))) : own;
    }

    private static JsonNode definition(String name) {
        return TEXT.get("$defs").get(name);
    }

    private static List<String> names(JsonNode properties) {
        return properties.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> words(JsonNode definition) {
        return definition.get("enum").valueStream().map(JsonNode::asText).toList();
    }

    private static String camel(String field) {
        return HYPHEN.matcher(field).replaceAll(hyphen -> hyphen.group(1).toUpperCase(Locale.ROOT));
    }

    private static JsonNode text() {
        try (InputStream schema = RuleReader.class.getResourceAsStream("/rules.schema.json")) {
            return new ObjectMapper().readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
