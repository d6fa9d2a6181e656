package io.tocsin.schemas.released;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.schemas.serde.PublishedSchema;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaContractTest {

    private static final Schema WINDOW = SchemaFiles.current().get("Window");

    static Stream<Integer> releases() {
        return SchemaFiles.released().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyRecordIsFullyCompatibleWithEveryRelease(int release) {
        assertThat(SchemaContract.incompatibilities(SchemaFiles.released().get(release), SchemaFiles.current()))
                .isEmpty();
    }

    @Test
    void everyReleaseIsCompleteAndCanonical() throws Exception {
        assertThat(SchemaFiles.released()).containsKey(1);
        assertThat(SchemaFiles.released().get(1)).hasSize(26);
        for (Map.Entry<Integer, Map<String, Schema>> release :
                SchemaFiles.released().entrySet()) {
            for (Map.Entry<String, Schema> schema : release.getValue().entrySet()) {
                String text = Files.readString(
                        SchemaFiles.folder(release.getKey()).resolve(SchemaFiles.fileName(schema.getKey())));
                assertThat(text).isEqualTo(PublishedSchema.prettyText(schema.getValue()) + "\n");
            }
        }
    }

    @Test
    void everySchemaHasDocsDefaultsAndLogicalTypes() {
        assertThat(SchemaFiles.current().values())
                .allSatisfy(schema -> assertThat(SchemaContract.flaws(schema)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'from','type':'string'} | TYPE_MISMATCH",
                "{'name':'from','type':'long'},{'name':'until','type':'long'},{'name':'zone','type':'string'} | READER_FIELD_MISSING_DEFAULT_VALUE",
                "{'name':'from','type':'long'} | READER_FIELD_MISSING_DEFAULT_VALUE",
                "{'name':'from','type':['null','long']},{'name':'until','type':'long'} | TYPE_MISMATCH at /fields/0/type/0",
            })
    void theCheckSeesWhatBreaksReadersOrWriters(String fields, String reason) {
        Schema broken = record("Window", fields);

        List<String> wrong = SchemaContract.incompatibilities(Map.of("Window", WINDOW), Map.of("Window", broken));

        assertThat(String.join("\n", wrong)).contains(reason);
    }

    @Test
    void theCheckSeesARecordThatIsGone() {
        assertThat(SchemaContract.incompatibilities(Map.of("Window", WINDOW), Map.of()))
                .containsExactly("Window: was released and is gone");
    }

    @Test
    void theCheckLetsAnOptionalFieldIn() {
        String fields = "{'name':'from','type':'long'},{'name':'until','type':'long'},"
                + "{'name':'zone','type':['null','string'],'default':null}";
        Map<String, Schema> present = Map.of("Window", record("Window", fields));

        assertThat(SchemaContract.incompatibilities(Map.of("Window", WINDOW), present))
                .isEmpty();
    }

    @Test
    void theCheckSeesMissingDocsDefaultsAndTypes() {
        Schema careless = record(
                "Careless",
                "{'name':'note','type':['null','string']},{'name':'seen','type':'long','doc':'When.'},"
                        + "{'name':'list','type':{'type':'array','items':'string'},'doc':'Some.'},"
                        + "{'name':'kind','type':{'type':'enum','name':'Kind','symbols':['A']},'doc':'Which.'}");

        assertThat(SchemaContract.flaws(careless))
                .containsExactly(
                        "Careless: no doc",
                        "Careless.note: no doc",
                        "Careless.note: optional without a default",
                        "Careless.seen: a long that is neither a timestamp nor says its unit",
                        "Careless.list: optional without a default",
                        "Careless.kind: Kind has no default symbol");
    }

    private static Schema record(String name, String fields) {
        String json = "{'type':'record','name':'" + name + "','namespace':'io.tocsin.avro','fields':[" + fields + "]}";
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
