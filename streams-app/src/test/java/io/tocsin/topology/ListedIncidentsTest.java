package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.AlertIncident;
import io.tocsin.fixtures.FactBuilder;
import io.tocsin.watch.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
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

        assertThat(record(fact)).hasToString(record.toString());
        assertThat(written(record(fact))).isEqualTo(written(record));
    }

    @Test
    void makesARecordOnceForAFactHoweverOftenItIsRead() {
        AlertIncident first = record(FactBuilder.aFact("inc-1").build());

        assertThat(record(FactBuilder.aFact("inc-1").build())).isSameAs(first);
    }

    @Test
    void makesItAnewWhenTheIncidentChanged() {
        record(FactBuilder.aFact("inc-1").killed(1).build());

        assertThat(record(FactBuilder.aFact("inc-1").killed(2).build()).getKilled())
                .isEqualTo(2);
    }

    @Test
    void makesTheListOfAnAlertOnceAsLongAsItHoldsTheSame() {
        Fact one = FactBuilder.aFact("inc-1").build();
        Fact two = FactBuilder.aFact("inc-2").build();
        List<AlertIncident> first = listed.records("alert", List.of(one, two));

        assertThat(listed.records("alert", List.of(one, two))).isSameAs(first);
        assertThat(listed.records("alert", List.of(two)))
                .extracting(AlertIncident::getId)
                .containsExactly("inc-2");
        assertThat(listed.records("alert", List.of(one, two)))
                .extracting(AlertIncident::getId)
                .containsExactly("inc-1", "inc-2");
    }

    private AlertIncident record(Fact fact) {
        return listed.records("alert", List.of(fact)).get(0);
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
