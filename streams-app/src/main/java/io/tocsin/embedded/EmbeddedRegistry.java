package io.tocsin.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A schema registry in this process, on loopback only, that speaks Confluent's REST API to any of its clients: Avro schemas,
 * versions, compatibility levels. What it acknowledged is on disk, if it was given a folder.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final int THREADS = 8;

    private final Server server;
    private final ServerConnector connector;
    private final Registry registry;

    private EmbeddedRegistry(Server server, ServerConnector connector, Registry registry) {
        this.server = server;
        this.connector = connector;
        this.registry = registry;
    }

    /**
     * Where a registry keeps its schemas and listens.
     *
     * @param data the folder, kept; in memory only when empty
     * @param port of the REST API; 0 is any free one
     */
    public record Options(Optional<Path> data, int port) {
        public Options {
            Loopback.requireValid(port, "registry port");
        }

        /** In memory and a free port. */
        public static Options temporary() {
            return new Options(Optional.empty(), 0);
        }

        /** This folder and a free port. */
        public static Options in(Path data) {
            return new Options(Optional.of(data), 0);
        }
    }

    /** Reads what the folder holds and returns when requests are answered. */
    public static EmbeddedRegistry start(Options options) {
        Registry registry = new Registry(options.data().map(RegistryLog::in).orElseGet(RegistryLog::inMemory));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("registry");
        Server server = new Server(threads);
        server.setHandler(new RegistryHandler(new RegistryApi(registry)));
        server.setErrorHandler(RegistryHandler::handleError);
        ServerConnector connector = connector(server, options.port());
        EmbeddedRegistry started = new EmbeddedRegistry(server, connector, registry);
        try {
            server.start();
            return started;
        } catch (Exception e) {
            started.close();
            throw new EmbeddedException(Loopback.taken(options.port(), "registry"), e);
        }
    }

    public URI url() {
        return URI.create("http://" + Loopback.HOST + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try (registry) {
            server.stop();
        } catch (Exception e) {
            throw new EmbeddedException("The embedded registry did not stop in order.", e);
        }
    }

    private static ServerConnector connector(Server server, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // A subject may hold a slash, which arrives encoded; routes match the raw path, so it is not ambiguous here.
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "subjects", Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING));
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(Loopback.HOST);
        connector.setPort(port);
        server.addConnector(connector);
        return connector;
    }
}
