package io.tocsin.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tocsin.avro.Category;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvMappingTest {

    private static final String SMALLEST = """
            name: diary
            columns: { required: [id, day], optional: [what, n, who] }
            dates: [uuuu-MM-dd, d.M.uuuu]
            zone: Europe/Kyiv
            fields:
              id: "diary:{id}"
              source.id: diary
              publishedAt: "{day}"
              occurrence.from: "{day}"
              occurrence.until: { text: "{day}", plus: P1D }
            """;

    private static final List<String> HEADER = List.of("id", "day", "what", "n", "who");

    private static MappedRow map(String mapping, String... cells) {
        return CsvMapping.parse(mapping, "diary.yaml").under(HEADER).map(List.of(cells), 2);
    }

    private static Report mapped(String mapping, String... cells) {
        return ((MappedRow.Mapped) map(mapping, cells)).report();
    }

    @Test
    void takesTheSchemasDefaultsForWhatIsNotMapped() {
        Report report = mapped(SMALLEST, "7", "2021-05-04", "", "", "");

        assertThat(report.getId()).isEqualTo("diary:7");
        assertThat(report.getSource().getKind()).isEqualTo(SourceKind.OTHER);
        assertThat(report.getSource().getReliability()).isEqualTo(0.5);
        assertThat(report.getCategory()).isEqualTo(Category.UNKNOWN);
        assertThat(report.getPlace().getPrecision()).isEqualTo(PlacePrecision.UNKNOWN);
        assertThat(report.getTags()).isEmpty();
        assertThat(report.getAttributes()).isEmpty();
        assertThat(report.getTarget()).isNull();
        assertThat(report.getReceivedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2021-05-04", "4.5.2021"})
    void readsDatesInAnyOfTheFormatsInTheZoneOfTheMapping(String day) {
        Report report = mapped(SMALLEST, "7", day, "", "", "");

        assertThat(report.getOccurrence().getFrom()).isEqualTo(Instant.parse("2021-05-03T21:00:00Z"));
        assertThat(report.getOccurrence().getUntil()).isEqualTo(Instant.parse("2021-05-04T21:00:00Z"));
    }

    @Test
    void addsCalendarDaysAcrossAChangeOfTheClock() {
        Report report = mapped(SMALLEST, "7", "2021-03-28", "", "", "");

        assertThat(report.getOccurrence().getFrom()).isEqualTo(Instant.parse("2021-03-27T22:00:00Z"));
        assertThat(report.getOccurrence().getUntil()).isEqualTo(Instant.parse("2021-03-28T21:00:00Z"));
    }

    @Test
    void looksValuesUpAndFallsBackToOtherwise() {
        String mapping = SMALLEST + "  category: { text: '{what}', values: { r: rocket }, otherwise: other }\n";

        assertThat(mapped(mapping, "7", "2021-05-04", "r", "", "").getCategory())
                .isEqualTo(Category.ROCKET);
        assertThat(mapped(mapping, "7", "2021-05-04", "z", "", "").getCategory())
                .isEqualTo(Category.OTHER);
        assertThat(mapped(mapping, "7", "2021-05-04", "", "", "").getCategory()).isEqualTo(Category.UNKNOWN);
    }

    @Test
    void takesTheFirstAlternativeThatYieldsSomething() {
        String mapping = SMALLEST + """
                  summary:
                    - { text: "{who}: {what}", when: { n: [1, 2] } }
                    - "{what}"
                    - nothing said
                """;

        assertThat(mapped(mapping, "7", "2021-05-04", "boom", "2", "Ann").getSummary())
                .isEqualTo("Ann: boom");
        assertThat(mapped(mapping, "7", "2021-05-04", "boom", "3", "Ann").getSummary())
                .isEqualTo("boom");
        assertThat(mapped(mapping, "7", "2021-05-04", "", "1", "Ann").getSummary())
                .isEqualTo("nothing said");
    }

    @Test
    void splitsListsIntoDistinctParts() {
        String mapping = SMALLEST + "  origins: { text: '{who}', split: ';' }\n";

        assertThat(mapped(mapping, "7", "2021-05-04", "", "", "AFP; Reuters;;AFP")
                        .getOrigins())
                .containsExactly("AFP", "Reuters");
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "8.0, 8", "-1, -1"})
    void readsWholeNumbersAsDataFramesWriteThem(String text, int number) {
        String mapping = SMALLEST + "  quantity: '{n}'\n";

        assertThat(mapped(mapping, "7", "2021-05-04", "", text, "").getQuantity())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"quantity, '{n}', 8.5", "quantity, '{n}', many", "category, '{n}', bang", "place.lat, '{n}', north"})
    void refusesARowByTheFieldThatCannotHoldItsValue(String field, String text, String value) {
        MappedRow row = map(SMALLEST + "  " + field + ": '" + text + "'\n", "7", "2021-05-04", "", value, "");

        assertThat(row)
                .isInstanceOfSatisfying(
                        MappedRow.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void refusesARowWithoutAFieldThatEveryReportNeeds() {
        assertThat(map(SMALLEST, "", "2021-05-04", "", "", ""))
                .isEqualTo(new MappedRow.Refused("id", "is required, and its columns are empty"));
    }

    @Test
    void refusesADayThatTheCalendarDoesNotHave() {
        assertThat(map(SMALLEST, "7", "2021-02-30", "", "", ""))
                .isInstanceOfSatisfying(
                        MappedRow.Refused.class,
                        refused -> assertThat(refused.message()).contains("2021-02-30"));
    }

    @Test
    void skipsWhatItsRulesSay() {
        String mapping = SMALLEST + "skip: [ { every-cell: '#.*' }, { column: what, matches: 'total.*' } ]\n";

        assertThat(map(mapping, "#id", "", "#x", "", "")).isEqualTo(new MappedRow.Skipped());
        assertThat(map(mapping, "", "", "totals", "", "")).isEqualTo(new MappedRow.Skipped());
        assertThat(map(mapping, "#id", "2021-05-04", "", "", "")).isInstanceOf(MappedRow.Mapped.class);
        assertThat(map(mapping, "", "", "", "", "")).isInstanceOf(MappedRow.Refused.class);
    }

    @Test
    void refusesAHeaderThatLacksRequiredColumns() {
        CsvMapping mapping = CsvMapping.parse(SMALLEST, "diary.yaml");

        assertThat(mapping.missingFrom(List.of("what"))).containsExactly("day", "id");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapping.under(List.of("id")))
                .withMessageContaining("day");
    }

    @Test
    void refusesAHeaderThatHasAColumnTwice() {
        CsvMapping mapping = CsvMapping.parse(SMALLEST, "diary.yaml");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapping.under(List.of("id", "day", "id")))
                .withMessageContaining("[id]");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "  placed: x|no field 'placed'",
                "  place.town: x|Place has country, province, district, site, lat, lon, precision",
                "  place: x|no single field",
                "  attributes: x|no single field",
                "  category: bang|none of",
                "  category: { text: '{what}', values: { a: bang } }|none of",
                "  summary: '{nosuch}'|[nosuch]",
                "  summary: { text: x, when: { nosuch: given } }|[nosuch]",
                "  summary: { txt: x }|unknown key 'txt'",
                "  summary: { when: { what: given } }|lacks 'text'",
                "  summary: { text: x, otherwise: y }|'otherwise' needs 'values'",
                "  summary: { text: x, plus: P1D }|'plus' is for a time",
                "  summary: { text: x, split: ';' }|'split' is for a list",
                "  summary: { text: Atlantis, country: true }|has no meaning here",
                "  summary: { text: x, country: maybe }|has to be true or false",
                "  quantity: { text: '1', country: true }|'country' is for a text",
                "  perpetrator.attribution: claimed|'perpetrator.name'",
                "  id: x|Duplicate field",
                "extra: x|unknown key 'extra'",
                "separator: ;;|one ASCII character",
                "separator: [',', '']|one ASCII character",
                "skip: [ { every-cell: '(' } ]|no regular expression",
                "skip: [ { column: what } ]|lacks 'matches'",
                "countries: { Iraq: iq }|alpha-2"
            })
    void refusesAWrongMappingAndSaysWhere(String added, String said) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> CsvMapping.parse(SMALLEST + added + "\n", "diary.yaml"))
                .withMessageContaining("diary.yaml")
                .withMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "zone: Europe/Kyiv|zone: Mars|no time zone",
                "d.M.uuuu|bogus|no date pattern",
                "plus: P1D|plus: 1 day|ISO 8601 period",
                "name: diary|description: d|lacks 'name'",
                "  id: \"diary:{id}\"|  revision: 1|lacks 'id'"
            })
    void refusesAMappingWithAWrongPart(String part, String wrong, String said) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> CsvMapping.parse(SMALLEST.replace(part, wrong), "diary.yaml"))
                .withMessageContaining(said);
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> CsvMapping.parse("{", "diary.yaml"))
                .withMessageContaining("is no YAML");
    }

    @Test
    void readsWordsThatLookLikeBooleansAsWords() {
        String mapping = SMALLEST + "countries: { Norge: NO }\n";
        String withCountry = mapping.replace("fields:", "fields:\n  place.country: { text: '{who}', country: true }");

        assertThat(mapped(withCountry, "7", "2021-05-04", "", "", "Norge")
                        .getPlace()
                        .getCountry())
                .isEqualTo("NO");
    }

    @Test
    void readsTheExampleOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String example =
                readme.substring(readme.indexOf("name: field-diary"), readme.indexOf("```\n\n- **Left side:**"));

        MappedRow row = CsvMapping.parse(example, "README.md")
                .under(List.of("no", "day", "kind", "town", "dead", "who"))
                .map(List.of("7", "4.5.2021 20:30", "R", "Hit", "n/a", "AFP,Reuters"), 2);

        assertThat(row).isInstanceOfSatisfying(MappedRow.Mapped.class, mapped -> {
            assertThat(mapped.report().getCategory()).isEqualTo(Category.ROCKET);
            assertThat(mapped.report().getPublishedAt()).isEqualTo(Instant.parse("2021-05-04T17:30:00Z"));
            assertThat(mapped.report().getPlace().getPrecision()).isEqualTo(PlacePrecision.SITE);
            assertThat(mapped.report().getCasualties()).isNull();
            assertThat(mapped.report().getOrigins()).containsExactly("AFP", "Reuters");
        });
    }

    @Test
    void saysWhichMappingsAreShippedWhereOneIsNotFound() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> CsvMappings.of("no-such"))
                .withMessageContaining("ucdp-ged");
    }
}
