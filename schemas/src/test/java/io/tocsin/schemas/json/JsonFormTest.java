package io.tocsin.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.avro.Alert;
import io.tocsin.avro.Article;
import io.tocsin.avro.Category;
import io.tocsin.avro.Incident;
import io.tocsin.avro.Match;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Rule;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.SourceStatus;
import io.tocsin.avro.TimePrecision;
import io.tocsin.schemas.RandomRecords;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {

    private static final String SMALLEST_REPORT = """
            {"id":"x:1","source":{"id":"x","kind":"field"},"publishedAt":"2021-05-04T20:00:00Z","occurrence":{"from":"2021-05-04T00:00:00Z",
            "until":"2021-05-05T00:00:00Z","precision":"day"},"category":"rocket","place":{"country":"IQ","province":"Al Anbar","site":"Ain Al Assad",
            "lat":33.79,"lon":42.44,"precision":"site"}}""";
    private static final int ROUNDS = 200;

    private final JsonForm<Report> reports = JsonForm.of(Report.class);

    @ParameterizedTest
    @ValueSource(
            classes = {
                Alert.class,
                Article.class,
                Incident.class,
                OperatorAction.class,
                Report.class,
                Rule.class,
                SourceStatus.class
            })
    <T extends SpecificRecord> void everyRecordComesBackAsItWas(Class<T> type) {
        RandomRecords records = new RandomRecords(7);
        JsonForm<T> form = JsonForm.of(type);

        for (int round = 0; round < ROUNDS; round++) {
            T message = records.next(type);

            assertThat(form.read(form.write(message))).isEqualTo(message);
            assertThat(form.read(form.tree(message))).isEqualTo(message);
        }
    }

    @Test
    void readsTheSmallestReport() {
        Report report = reports.read(SMALLEST_REPORT);

        assertThat(report)
                .isEqualTo(Report.newBuilder()
                        .setId("x:1")
                        .setRevision(0)
                        .setStatus(ReportStatus.ACTIVE)
                        .setSource(new Source("x", SourceKind.FIELD, 0.5))
                        .setPublishedAt(Instant.parse("2021-05-04T20:00:00Z"))
                        .setOccurrence(new Occurrence(
                                Instant.parse("2021-05-04T00:00:00Z"),
                                Instant.parse("2021-05-05T00:00:00Z"),
                                TimePrecision.DAY))
                        .setCategory(Category.ROCKET)
                        .setPlace(new Place("IQ", "Al Anbar", null, "Ain Al Assad", 33.79, 42.44, PlacePrecision.SITE))
                        .build());
    }

    @Test
    void writesNumbersAndConstantsButLeavesOutWhatIsAbsentOrEmpty() {
        assertThat(reports.write(reports.read(SMALLEST_REPORT)))
                .isEqualTo("{\"id\":\"x:1\",\"revision\":0,\"status\":\"active\","
                        + "\"source\":{\"id\":\"x\",\"kind\":\"field\",\"reliability\":0.5},"
                        + "\"publishedAt\":\"2021-05-04T20:00:00Z\","
                        + "\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\",\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},"
                        + "\"category\":\"rocket\","
                        + "\"place\":{\"country\":\"IQ\",\"province\":\"Al Anbar\",\"site\":\"Ain Al Assad\","
                        + "\"lat\":33.79,\"lon\":42.44,\"precision\":\"site\"}}");
    }

    @Test
    void constantsAreKebabCase() {
        Report report = reports.read(SMALLEST_REPORT.replace("\"rocket\"", "\"mortar-or-artillery\""));

        assertThat(report.getCategory()).isEqualTo(Category.MORTAR_OR_ARTILLERY);
        assertThat(reports.tree(report).get("category").textValue()).isEqualTo("mortar-or-artillery");
    }

    @Test
    void nullIsAbsence() {
        Report report = reports.read(SMALLEST_REPORT.replace("\"id\":\"x:1\"", "\"id\":\"x:1\",\"target\":null"));

        assertThat(report.getTarget()).isNull();
    }

    @Test
    void timesOfOtherZonesAreTheSameInstantAndMillisecondsStay() {
        Report report = reports.read(SMALLEST_REPORT.replace("2021-05-04T20:00:00Z", "2021-05-04T23:00:00.1239+03:00"));

        assertThat(report.getPublishedAt()).isEqualTo(Instant.parse("2021-05-04T20:00:00.123Z"));
    }

    @Test
    void twoRecordsShareNoList() {
        Report one = reports.read(SMALLEST_REPORT);
        Report other = reports.read(SMALLEST_REPORT);

        one.getTags().add("mine");

        assertThat(other.getTags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"lat\":33.79 | \"lat\":\"north\" | place.lat | \"north\" | a number",
                "\"lat\":33.79 | \"lat\":1e999 | place.lat | Infinity | a number",
                "\"lat\":33.79 | \"latt\":33.79 | place.latt | an unknown field | one of country, province, district, site, lat, lon, precision",
                "\"id\":\"x:1\", | `` | id | nothing | this field",
                "\"id\":\"x:1\" | \"id\":null | id | null | text",
                "\"id\":\"x:1\" | \"id\":7 | id | 7 | text",
                "\"id\":\"x:1\" | \"id\":\"x:1\",\"revision\":1.5 | revision | 1.5 | a whole number from -2147483648 to 2147483647",
                "\"id\":\"x:1\" | \"id\":\"x:1\",\"revision\":3000000000 | revision | 3000000000 | a whole number from -2147483648 to 2147483647",
                "\"id\":\"x:1\" | \"id\":\"x:1\",\"tags\":\"a\" | tags | \"a\" | a list",
                "\"id\":\"x:1\" | \"id\":\"x:1\",\"tags\":[\"a\",2] | tags[1] | 2 | text",
                "\"id\":\"x:1\" | \"id\":\"x:1\",\"attributes\":{\"k\":[]} | attributes.k | [] | text",
                "\"id\":\"x:1\" | \"id\":\"x:1\",\"attributes\":[] | attributes | [] | an object",
                "\"id\":\"x:1\" | \"id\":\"x:1\",\"casualties\":{\"killed\":{\"best\":\"two\"}} | casualties.killed.best | \"two\" | a whole number from -2147483648 to 2147483647",
                "\"kind\":\"field\" | \"kind\":\"FIELD\" | source.kind | \"FIELD\" | one of database, news, official, field, other",
                "\"kind\":\"field\" | \"kind\":3 | source.kind | 3 | one of database, news, official, field, other",
                "{\"id\":\"x\",\"kind\":\"field\"} | \"x\" | source | \"x\" | an object",
                "2021-05-04T20:00:00Z | yesterday | publishedAt | \"yesterday\" | a time such as 2021-05-04T20:00:00Z",
                "2021-05-04T20:00:00Z | 2021-05-04 | publishedAt | \"2021-05-04\" | a time such as 2021-05-04T20:00:00Z",
                "2021-05-04T20:00:00Z | +12021-05-04T20:00:00Z | publishedAt | \"+12021-05-04T20:00:00Z\" | a time such as 2021-05-04T20:00:00Z",
                "\"2021-05-04T20:00:00Z\" | 1620158400000 | publishedAt | 1620158400000 | a time such as 2021-05-04T20:00:00Z",
            })
    void saysWhereWhatWasFoundAndWhatIsWanted(String good, String bad, String path, String found, String wanted) {
        String json = SMALLEST_REPORT.replace(good, bad);

        assertThatThrownBy(() -> reports.read(json)).isInstanceOfSatisfying(JsonFormException.class, e -> {
            assertThat(e.path()).isEqualTo(path);
            assertThat(e.found()).isEqualTo(found);
            assertThat(e.wanted()).isEqualTo(wanted);
            assertThat(e).hasMessage(path + ": found " + found + ", wanted " + wanted);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "null", "[]", "\"report\"", "{", "{}{}", "{} x", "{'id':1}", "{\"id\":NaN}", "\u0000"})
    void whatIsNoObjectIsRefused(String json) {
        assertThatThrownBy(() -> reports.read(json)).isInstanceOf(JsonFormException.class);
    }

    @Test
    void aNameThatComesTwiceIsRefused() {
        String json = SMALLEST_REPORT.replace("\"lat\":33.79", "\"lat\":33.79,\"lat\":33.80");

        assertThatThrownBy(() -> reports.read(json))
                .isInstanceOf(JsonFormException.class)
                .hasMessageContaining("place.lat")
                .hasMessageContaining("Duplicate");
    }

    @Test
    void aBottomlessDocumentIsRefused() {
        assertThatThrownBy(() -> reports.read("{\"id\":" + "[".repeat(100_000)))
                .isInstanceOf(JsonFormException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void anEndlessDocumentIsRefused() {
        String json = "{\"id\":\"" + "x".repeat(JsonForm.MAX_CHARACTERS) + "\"}";

        assertThatThrownBy(() -> reports.read(json))
                .isInstanceOf(JsonFormException.class)
                .hasMessageContaining("at most 4194304");
    }

    @Test
    void aLongMistakeIsQuotedInPart() {
        String json = SMALLEST_REPORT.replace("33.79", "\"" + "y".repeat(10_000) + "\"");

        assertThatThrownBy(() -> reports.read(json))
                .isInstanceOfSatisfying(
                        JsonFormException.class, e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void aNumberThatJsonDoesNotHaveIsNotWritten() {
        Report report = reports.read(SMALLEST_REPORT);
        report.getPlace().setLat(Double.NaN);

        assertThatThrownBy(() -> reports.write(report))
                .isInstanceOf(JsonFormException.class)
                .hasMessage("place.lat: found NaN, wanted a number");
    }

    @Test
    void aRecordThatLacksARequiredFieldIsNotWritten() {
        Report report = reports.read(SMALLEST_REPORT);
        report.setSource(null);

        assertThatThrownBy(() -> reports.write(report))
                .isInstanceOf(JsonFormException.class)
                .hasMessage("source: found nothing, wanted this field");
    }

    @Test
    void theTreeMayBeAddedTo() {
        ObjectNode tree = reports.tree(reports.read(SMALLEST_REPORT)).put("explained", true);

        assertThat(tree.get("explained").booleanValue()).isTrue();
    }

    @Test
    void everyRecordOfTheContractHasAForm() {
        assertThat(JsonForm.of(Match.class)
                        .read("{\"categories\":[\"indirect-fire\"]}")
                        .getCategories())
                .isEqualTo(List.of("indirect-fire"));
    }
}
