package io.tocsin.embedded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.fixtures.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectDistributed;

/** A Connect worker as a process of its own, which can be killed. */
final class ChildWorker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChildWorker() {}

    /**
     * What a worker does.
     *
     * @param cluster the properties of a worker of a distributed cluster; empty for an embedded worker
     * @param bootstrapServers where the embedded worker publishes
     * @param data where it keeps its offsets
     * @param connectors what it runs, by name
     */
    record Work(
            Map<String, String> cluster,
            String bootstrapServers,
            String data,
            Map<String, Map<String, String>> connectors) {

        static Work inACluster(Map<String, String> properties) {
            return new Work(properties, "", "", Map.of());
        }

        static Work embedded(String bootstrapServers, Path data, Map<String, Map<String, String>> connectors) {
            return new Work(Map.of(), bootstrapServers, data.toString(), connectors);
        }
    }

    /** Does the work in the file of that name until it is killed. */
    public static void main(String[] args) throws IOException {
        Work work = JSON.readValue(Path.of(args[0]).toFile(), new TypeReference<>() {});
        if (work.cluster().isEmpty()) {
            EmbeddedConnect connect =
                    EmbeddedConnect.start(EmbeddedConnect.Options.of(work.bootstrapServers(), Path.of(work.data())));
            work.connectors().forEach(connect::startConnector);
        } else {
            new ConnectDistributed().startConnect(work.cluster()).awaitStop();
        }
    }

    /** Starts a worker whose work and log lie in the folder. */
    static Process start(Path folder, Work work) throws IOException {
        Path file = folder.resolve("work.json");
        JSON.writeValue(file.toFile(), work);
        return ChildJvm.of(ChildWorker.class, "384m", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    /** What all workers of the folder logged. */
    static Path log(Path folder) {
        return folder.resolve("worker.log");
    }
}
