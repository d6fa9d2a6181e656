package io.tocsin.cli;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.Alert;
import io.tocsin.cli.cluster.Client;
import io.tocsin.cli.cluster.TopicReader;
import io.tocsin.cli.terminal.AlertLine;
import io.tocsin.cli.terminal.Console;
import io.tocsin.cli.terminal.ExitCode;
import io.tocsin.schemas.serde.AvroSerde;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tocsin alerts}: how every alert stands now and, if asked to, every transition from now on. */
@Command(name = "alerts", description = "Show how the alerts stand, and say what was done about one.")
final class AlertsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Option(names = "--follow", description = "Then go on with every transition as it is announced, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "One transition a line, in the JSON form.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        AlertLine lines = json ? AlertLine.inJson(console) : AlertLine.forPeople(console);
        try (Client client = connection.connect();
                AvroSerde<Alert> serde = client.serde(Alert.class);
                TopicReader reader = client.read(client.topics().alerts().name())) {
            Map<Bytes, ConsumerRecord<byte[], byte[]>> latest = new HashMap<>();
            reader.readToEnd(record -> latest.put(Bytes.wrap(record.key()), record));
            latest.values().stream()
                    .filter(record -> record.value() != null)
                    .map(record -> alert(serde, record))
                    .sorted(AlertLine.AS_ANNOUNCED)
                    .forEach(lines::print);
            while (follow) {
                reader.poll().forEach(record -> lines.print(alert(serde, record)));
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "acknowledge", description = "Take an alert on: nobody is reminded of it unless it escalates.")
    int acknowledge(
            @Mixin Connection at,
            @Parameters(paramLabel = "ID", description = "Id of the alert.") String id,
            @Option(names = "--why", paramLabel = "TEXT", description = "The reason.") String why,
            @Mixin Acting acting) {
        return acting.publish(Console.of(spec), at, ActionKind.ACKNOWLEDGE, id, why, null);
    }

    @Command(name = "mute", description = "Silence an alert until a time; its withdrawal is told all the same.")
    int mute(
            @Mixin Connection at,
            @Parameters(paramLabel = "ID", description = "Id of the alert.") String id,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "INSTANT",
                            description = "When the mute ends, such as 2021-05-06T06:00:00Z.")
                    Instant until,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason.") String why,
            @Mixin Acting acting) {
        return acting.publish(Console.of(spec), at, ActionKind.MUTE, id, why, until);
    }

    @Command(name = "note", description = "Note something about an alert; the newest 10 notes go with it.")
    int note(
            @Mixin Connection at,
            @Parameters(index = "0", paramLabel = "ID", description = "Id of the alert.") String id,
            @Parameters(index = "1", paramLabel = "TEXT", description = "The note.") String text,
            @Mixin Acting acting) {
        return acting.publish(Console.of(spec), at, ActionKind.NOTE, id, text, null);
    }

    @Command(
            name = "false-alarm",
            description = "Say that an alert is none: it is withdrawn, and comes back only if it escalates.")
    int falseAlarm(
            @Mixin Connection at,
            @Parameters(paramLabel = "ID", description = "Id of the alert.") String id,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The reason.") String why,
            @Mixin Acting acting) {
        return acting.publish(Console.of(spec), at, ActionKind.FALSE_ALARM, id, why, null);
    }

    private static Alert alert(AvroSerde<Alert> serde, ConsumerRecord<byte[], byte[]> record) {
        return serde.deserializer().deserialize(record.topic(), record.value());
    }
}
