package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EmbeddedStackTest {
    @TempDir
    Path data;

    @Test
    void keepsRecordsSchemasAndOffsetsOverARestart() throws Exception {
        // Given
        int id;
        try (EmbeddedStack stack = start(EmbeddedStack.Options.in(data))) {
            TestClients clients = new TestClients(stack.bootstrapServers());
            clients.createTopic("numbers");
            id = registryClient(stack).register("numbers-value", new AvroSchema("\"string\""));
            stack.connect().startConnector("counter", counter(2));
            assertThat(clients.read("numbers", 2)).containsExactly("1", "2");
        }

        // When
        try (EmbeddedStack stack = start(EmbeddedStack.Options.in(data))) {
            stack.connect().startConnector("counter", counter(3));

            // Then
            assertThat(new TestClients(stack.bootstrapServers()).read("numbers", 3))
                    .containsExactly("1", "2", "3");
            assertThat(registryClient(stack).getSchemaById(id)).isEqualTo(new AvroSchema("\"string\""));
        }
    }

    @Test
    void saysWhatBecameReadyAndRemovesItsTemporaryFolder() {
        List<String> progress = new CopyOnWriteArrayList<>();
        Path folder;

        try (EmbeddedStack stack = EmbeddedStack.start(EmbeddedStack.Options.temporary(), progress::add)) {
            folder = stack.data();
            assertThat(folder).isDirectoryContaining("glob:**/kafka");
            assertThat(progress)
                    .containsExactly(
                            "Kafka is ready at " + stack.bootstrapServers(),
                            "The schema registry is ready at " + stack.registryUrl(),
                            "Kafka Connect is ready at " + stack.connect().url());
        }

        assertThat(folder).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listensOnLoopbackOnly() throws IOException {
        try (EmbeddedStack stack = start(EmbeddedStack.Options.in(data))) {
            assertThat(ListeningSockets.ofThisProcess())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(socket ->
                            assertThat(socket.getAddress().isLoopbackAddress()).isTrue())
                    .extracting("port")
                    .contains(
                            Integer.parseInt(stack.bootstrapServers().split(":", 2)[1]),
                            stack.registryUrl().getPort(),
                            stack.connect().url().getPort());
        }
    }

    @Test
    void refusesADirectoryInUseAndLeavesItsUserAlone() throws Exception {
        try (EmbeddedStack stack = start(EmbeddedStack.Options.in(data))) {
            assertThatThrownBy(() -> start(EmbeddedStack.Options.in(data)))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessage(
                            "The data directory %s is in use by process %d: stop that one, or give another directory.",
                            data, ProcessHandle.current().pid());

            new TestClients(stack.bootstrapServers()).createTopic("still-served");
        }
    }

    @Test
    void stopsWhatHasStartedWhenAPartCannot() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedStack.Options options = new EmbeddedStack.Options(Optional.of(data), 0, taken.getLocalPort(), 0);

            assertThatThrownBy(() -> start(options))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("for the registry is not free");
        }
        start(EmbeddedStack.Options.in(data)).close();
    }

    private static EmbeddedStack start(EmbeddedStack.Options options) {
        return EmbeddedStack.start(options, progress -> {});
    }

    private static SchemaRegistryClient registryClient(EmbeddedStack stack) {
        return new CachedSchemaRegistryClient(stack.registryUrl().toString(), 10);
    }

    private static Map<String, String> counter(int until) {
        return Map.of("connector.class", "CountingConnector", "topic", "numbers", "until", Integer.toString(until));
    }
}
