package io.tocsin.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.tocsin.avro.Category;
import io.tocsin.avro.Report;
import io.tocsin.avro.Source;
import io.tocsin.avro.SourceKind;
import io.tocsin.schemas.RandomRecords;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {

    private static final String TOPIC = "tocsin.sources";
    private static final Map<String, Object> REGISTERING = Map.of("auto.register.schemas", true);
    private static final Schema OLD_SOURCE = parse("""
            {"type":"record","name":"Source","namespace":"io.tocsin.avro","fields":[{"name":"id","type":"string"}]}""");
    private static final Schema NEWER_SOURCE = parse("""
            {"type":"record","name":"Source","namespace":"io.tocsin.avro","fields":[
            {"name":"url","type":["null","string"],"default":null},
            {"name":"kind","type":{"type":"enum","name":"SourceKind","symbols":["SATELLITE","FIELD","OTHER"],"default":"OTHER"},"default":"OTHER"},
            {"name":"id","type":"string"}]}""");

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroSerializer<IndexedRecord> others = new AvroSerializer<>(registry, REGISTERING);
    private final AvroSerde<Source> ours = new AvroSerde<>(Source.class, registry, REGISTERING);

    @Test
    void whatAnOlderWriterLeftOutHasItsDefault() {
        byte[] bytes = others.serialize(
                TOPIC, new GenericRecordBuilder(OLD_SOURCE).set("id", "x").build());

        assertThat(ours.deserializer().deserialize(TOPIC, bytes)).isEqualTo(new Source("x", SourceKind.OTHER, 0.5));
    }

    @Test
    void whatANewerWriterAddsIsPassedOver() {
        byte[] bytes = others.serialize(TOPIC, newer("FIELD"));

        assertThat(ours.deserializer().deserialize(TOPIC, bytes)).isEqualTo(new Source("x", SourceKind.FIELD, 0.5));
    }

    @Test
    void aConstantThatANewerWriterAddsIsReadAsTheDefault() {
        byte[] bytes = others.serialize(TOPIC, newer("SATELLITE"));

        assertThat(ours.deserializer().deserialize(TOPIC, bytes).getKind()).isEqualTo(SourceKind.OTHER);
    }

    @Test
    void versionsMayAlternateOnOneTopic() {
        byte[] old = others.serialize(
                TOPIC, new GenericRecordBuilder(OLD_SOURCE).set("id", "x").build());
        byte[] newer = others.serialize(TOPIC, newer("FIELD"));

        for (int i = 0; i < 10; i++) {
            assertThat(ours.deserializer().deserialize(TOPIC, old).getKind()).isEqualTo(SourceKind.OTHER);
            assertThat(ours.deserializer().deserialize(TOPIC, newer).getKind()).isEqualTo(SourceKind.FIELD);
        }
    }

    @Test
    void withTheLatestVersionARecordIsWrittenInItsShape() throws Exception {
        int latest = registry.register(TOPIC + "-value", new AvroSchema(NEWER_SOURCE.toString()));
        AvroSerializer<Source> serializer = new AvroSerializer<>(registry, Map.of("use.latest.version", true));

        byte[] bytes = serializer.serialize(TOPIC, new Source("x", SourceKind.FIELD, 0.9));

        assertThat(WireFormat.schemaId(bytes)).isEqualTo(latest);
        assertThat(ours.deserializer().deserialize(TOPIC, bytes)).isEqualTo(new Source("x", SourceKind.FIELD, 0.5));
    }

    @Test
    void withTheLatestVersionOfItsOwnARecordIsWrittenAsItIs() throws Exception {
        registry.register(TOPIC + "-value", new AvroSchema(PublishedSchema.text(Source.getClassSchema())));
        AvroSerializer<Source> serializer = new AvroSerializer<>(registry, Map.of("use.latest.version", true));
        Source source = new Source("x", SourceKind.FIELD, 0.9);

        assertThat(ours.deserializer().deserialize(TOPIC, serializer.serialize(TOPIC, source)))
                .isEqualTo(source);
    }

    @Test
    void aLatestVersionThatCannotReadTheRecordIsRefused() throws Exception {
        registry.register(TOPIC + "-value", new AvroSchema("""
                        {"type":"record","name":"Source","namespace":"io.tocsin.avro","fields":[{"name":"owner","type":"string"}]}"""));
        AvroSerializer<Source> serializer = new AvroSerializer<>(registry, Map.of("use.latest.version", true));

        assertThatThrownBy(() -> serializer.serialize(TOPIC, new Source("x", SourceKind.FIELD, 0.9)))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("latest.compatibility.strict");
    }

    @Test
    void aTopicWrittenWithTooManySchemasIsRefused() {
        AvroSerializer<IndexedRecord> serializer =
                new AvroSerializer<>(registry, Map.of("auto.register.schemas", true, "max.schemas.per.subject", 1));
        serializer.serialize(TOPIC, newer("FIELD"));

        assertThatThrownBy(() -> serializer.serialize(
                        TOPIC,
                        new GenericRecordBuilder(OLD_SOURCE).set("id", "x").build()))
                .hasMessageContaining("max.schemas.per.subject");
    }

    @Test
    void theWorldSeesNoHintsForJava() {
        assertThat(PublishedSchema.text(Report.getClassSchema())).doesNotContain("avro.java.string");
        assertThat(PublishedSchema.of(Category.getClassSchema())).isEqualTo(Category.getClassSchema());
    }

    @Test
    void everyNamingStrategyIsHonoured() throws Exception {
        Source source = new RandomRecords(1).next(Source.class);
        String prefix = "io.confluent.kafka.serializers.subject.";

        for (String strategy : new String[] {"TopicNameStrategy", "RecordNameStrategy", "TopicRecordNameStrategy"}) {
            new AvroSerializer<Source>(
                            registry,
                            Map.of("auto.register.schemas", true, "value.subject.name.strategy", prefix + strategy))
                    .serialize("t", source);
        }

        assertThat(registry.getAllSubjects())
                .containsExactlyInAnyOrder("t-value", "io.tocsin.avro.Source", "t-io.tocsin.avro.Source");
    }

    private static GenericRecord newer(String kind) {
        Schema kinds = NEWER_SOURCE.getField("kind").schema();
        return new GenericRecordBuilder(NEWER_SOURCE)
                .set("id", "x")
                .set("url", "https://example.org")
                .set("kind", new GenericData.EnumSymbol(kinds, kind))
                .build();
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }
}
