package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.fixtures.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EmbeddedBrokerTest {
    @TempDir
    Path data;

    @Test
    void keepsTopicsAndCommittedRecordsOverARestartOnAnotherPort() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Options.in(data))) {
            TestClients clients = new TestClients(broker.bootstrapServers());
            clients.createTopic("kept");
            clients.sendInTransaction("kept", List.of("one", "two"));
        }

        // When
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Options.in(data))) {

            // Then
            assertThat(new TestClients(broker.bootstrapServers()).read("kept", 2))
                    .containsExactly("one", "two");
        }
    }

    @Test
    void speaksTheSecondVersionOfTheTransactionProtocol() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Options.temporary());
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();

            assertThat(features.get("transaction.version").maxVersionLevel()).isEqualTo((short) 2);
        }
    }

    @Test
    void letsPropertiesBeOverridden() throws Exception {
        EmbeddedBroker.Options options =
                new EmbeddedBroker.Options(Optional.empty(), 0, Map.of("auto.create.topics.enable", "true"));

        try (EmbeddedBroker broker = EmbeddedBroker.start(options)) {
            TestClients clients = new TestClients(broker.bootstrapServers());
            try (Producer<String, String> producer = clients.producer()) {
                producer.send(new ProducerRecord<>("unheard-of", "made")).get();
            }

            assertThat(clients.read("unheard-of", 1)).containsExactly("made");
        }
    }

    @Test
    void refusesADirectoryThatAnotherBrokerUsesAndLeavesThatOneAlone() throws Exception {
        try (EmbeddedBroker first = EmbeddedBroker.start(EmbeddedBroker.Options.in(data))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(EmbeddedBroker.Options.in(data)))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining(data.toString(), "is in use by process");

            new TestClients(first.bootstrapServers()).createTopic("still-served");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedBroker.Options options =
                    new EmbeddedBroker.Options(Optional.empty(), taken.getLocalPort(), Map.of());

            assertThatThrownBy(() -> EmbeddedBroker.start(options))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("Port %d for the broker is not free", taken.getLocalPort());
        }
    }

    @Test
    void turnsAFatalFaultOfKafkaIntoAnExceptionWhileItStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String broker = "PLAINTEXT://127.0.0.1:" + taken.getLocalPort();
            String controller = "127.0.0.1:" + Loopback.portOtherThan(taken.getLocalPort(), "test");
            EmbeddedBroker.Options options = new EmbeddedBroker.Options(
                    Optional.of(data),
                    0,
                    Map.of(
                            "listeners", broker + ",CONTROLLER://" + controller,
                            "advertised.listeners", broker,
                            "controller.quorum.voters", "1@" + controller));

            assertThatThrownBy(() -> EmbeddedBroker.start(options))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("did not start")
                    .hasMessageContaining("Address already in use");
        }
        EmbeddedBroker.start(EmbeddedBroker.Options.in(data)).close();
    }

    @Test
    void keepsAcknowledgedRecordsWhenItsProcessIsKilled() throws Exception {
        // Given
        int port = Loopback.port(0, "test");
        TestClients clients = new TestClients("127.0.0.1:" + port);
        Process killed = brokerProcess(port);
        try {
            assertThat(readyLine(killed)).isEqualTo("ready 127.0.0.1:" + port);
            clients.createTopic("survivors");
            clients.sendInTransaction("survivors", List.of("one", "two"));
        } finally {

            // When
            killed.destroyForcibly().waitFor();
        }

        // Then
        Process again = brokerProcess(port);
        try {
            assertThat(readyLine(again)).isEqualTo("ready 127.0.0.1:" + port);
            assertThat(clients.read("survivors", 2)).containsExactly("one", "two");
            again.destroy();
            assertThat(again.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            again.destroyForcibly();
        }
    }

    private Process brokerProcess(int port) throws IOException {
        return ChildJvm.of(EmbeddedBroker.class, "256m", data.toString(), Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @SuppressWarnings("resource") // closing the reader would close the process's output
    private static String readyLine(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("ready")) {
            // what the logging has to say of itself
            line = output.readLine();
        }
        return line;
    }
}
