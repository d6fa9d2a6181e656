package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.AlertIncident;
import io.tocsin.fixtures.FactBuilder;
import io.tocsin.watch.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

class ListedIncidentsTest {

    private final ListedIncidents listed = new ListedIncidents();

    @Test
    void saysAndWritesWhatTheRecordDoes() throws IOException {
        Fact fact = FactBuilder.aFact("inc-1").build();
        AlertIncident record = AlertRecords.incident(fact);

        assertThat(listed.record(fact)).hasToString(record.toString());
        assertThat(written(listed.record(fact))).isEqualTo(written(record));
    }

    @Test
    void makesARecordOnceForAFactHoweverOftenItIsRead() {
        AlertIncident first = listed.record(FactBuilder.aFact("inc-1").build());

        assertThat(listed.record(FactBuilder.aFact("inc-1").build())).isSameAs(first);
    }

    @Test
    void makesItAnewWhenTheIncidentChanged() {
        listed.record(FactBuilder.aFact("inc-1").killed(1).build());

        assertThat(listed.record(FactBuilder.aFact("inc-1").killed(2).build()).getKilled())
                .isEqualTo(2);
    }

    private static byte[] written(AlertIncident incident) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpecificData model = new SpecificData();
        model.setCustomCoders(true);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<AlertIncident>(AlertIncident.getClassSchema(), model).write(incident, encoder);
        return out.toByteArray();
    }
}
