package io.tocsin.cli;

import io.tocsin.cli.cluster.Embedding;
import io.tocsin.embedded.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One cluster for all tests that run commands against one: started for the first, stopped after the last. Each uses a
 * topic prefix of its own. Handed to tests that are extended with {@link Given}.
 */
final class CommandCluster implements AutoCloseable {

    private final EmbeddedStack stack = Embedding.start(Optional.empty(), progress -> {});

    /** Configuration in that folder of an installation with that prefix, which is also its application's id. */
    Path config(Path folder, String prefix) throws IOException {
        return Files.writeString(folder.resolve(prefix + ".properties"), """
                bootstrap.servers=%s
                schema.registry.url=%s
                state.dir=%s
                application.id=%s
                topic.prefix=%s
                partitions=2
                replication.factor=1
                standby.replicas=0
                """.formatted(
                        stack.bootstrapServers(), stack.registryUrl(), folder.resolve("state"), prefix, prefix));
    }

    /** The same, with its topics and schemas. */
    Path created(Path folder, String prefix) throws IOException {
        Path config = config(folder, prefix);
        Shell.run("topics", "--create", "--config", config.toString());
        return config;
    }

    @Override
    public void close() {
        stack.close();
    }

    /** Hands the cluster to tests. */
    static final class Given implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == CommandCluster.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(CommandCluster.class))
                    .computeIfAbsent(CommandCluster.class, key -> new CommandCluster());
        }
    }
}
