package io.tocsin.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredClientTest {

    private static final Schema SCHEMA = SchemaBuilder.record("Sighting")
            .namespace("example")
            .fields()
            .requiredString("where")
            .optionalLong("when")
            .endRecord();
    private static final String PASSWORD = "of the test";
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void theCachedClientSpeaksToARegistryAcrossText() throws Exception {
        server.createContext("/subjects/sightings-value/versions", exchange -> answer(exchange, 200, "{\"id\":7}"));
        server.createContext("/schemas/ids/7", exchange -> answer(exchange, 200, "{\"schema\":" + quoted() + "}"));

        try (SchemaRegistryClient client = new CachedSchemaRegistryClient(List.of(url()), 10, Map.of())) {
            int id = client.register("sightings-value", new AvroSchema(SCHEMA.toString()));
            ParsedSchema found = client.getSchemaById(id);

            assertThat(id).isEqualTo(7);
            assertThat(new Schema.Parser().parse(found.canonicalString())).isEqualTo(SCHEMA);
        }
    }

    @Test
    void theCachedClientTellsAnUnknownIdFromOtherFailures() throws Exception {
        server.createContext(
                "/schemas/ids/8",
                exchange -> answer(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));

        try (SchemaRegistryClient client = new CachedSchemaRegistryClient(url(), 10)) {
            assertThatThrownBy(() -> client.getSchemaById(8))
                    .isInstanceOfSatisfying(RestClientException.class, refusal -> {
                        assertThat(refusal.getStatus()).isEqualTo(404);
                        assertThat(refusal.getErrorCode()).isEqualTo(40403);
                    });
        }
    }

    @Test
    void theCachedClientTriesTheNextUrl() throws Exception {
        server.createContext("/schemas/ids/7", exchange -> answer(exchange, 200, "{\"schema\":" + quoted() + "}"));

        try (SchemaRegistryClient client =
                new CachedSchemaRegistryClient(List.of("http://127.0.0.1:1", url()), 10, Map.of())) {
            assertThat(client.getSchemaById(7).rawSchema()).isEqualTo(SCHEMA);
        }
    }

    @Test
    void theCachedClientSendsCredentials() throws Exception {
        List<String> seen = new ArrayList<>();
        server.createContext("/schemas/ids/7", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 200, "{\"schema\":" + quoted() + "}");
        });
        Map<String, String> basic =
                Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "desk:secret");
        Map<String, String> bearer =
                Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "token");

        try (SchemaRegistryClient client = new CachedSchemaRegistryClient(List.of(url()), 10, basic);
                SchemaRegistryClient other = new CachedSchemaRegistryClient(List.of(url()), 10, bearer)) {
            client.getSchemaById(7);
            other.getSchemaById(7);
        }

        assertThat(seen).containsExactly("Basic ZGVzazpzZWNyZXQ=", "Bearer token");
    }

    @Test
    void theCachedClientTrustsNoOtherRegistryThanItIsToldTo(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        makeKeys(keys);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(serving(keys)));
        secure.createContext("/schemas/ids/7", exchange -> answer(exchange, 200, "{\"schema\":" + quoted() + "}"));
        secure.start();
        String url = "https://127.0.0.1:" + secure.getAddress().getPort();
        Map<String, String> trusting = Map.of(
                "schema.registry.ssl.truststore.location",
                keys.toString(),
                "schema.registry.ssl.truststore.password",
                PASSWORD,
                "schema.registry.ssl.truststore.type",
                "PKCS12");

        try (SchemaRegistryClient client = new CachedSchemaRegistryClient(List.of(url), 10, trusting);
                SchemaRegistryClient other = new CachedSchemaRegistryClient(List.of(url), 10, Map.of())) {
            assertThat(client.getSchemaById(7).rawSchema()).isEqualTo(SCHEMA);
            assertThatThrownBy(() -> other.getSchemaById(7)).isInstanceOf(SSLHandshakeException.class);
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void theMockKeepsSchemasAcrossText() throws Exception {
        SchemaRegistryClient client = new MockSchemaRegistryClient();

        int id = client.register("sightings-value", new AvroSchema(SCHEMA.toString()));

        ParsedSchema found = client.getSchemaById(id);
        assertThat(new Schema.Parser().parse(found.canonicalString())).isEqualTo(SCHEMA);
        assertThat(client.getId("sightings-value", new AvroSchema(SCHEMA.toString())))
                .isEqualTo(id);
    }

    @Test
    void theClientUsesTheAvroOfThisProject() {
        Object schema = new AvroSchema(SCHEMA.toString()).rawSchema();

        assertThat(schema).isInstanceOf(Schema.class);
        assertThat(Schema.class.getName()).isEqualTo("org.apache.avro.Schema");
    }

    /** Makes a store of keys with the tool of the JDK. */
    private static void makeKeys(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "registry",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=registry",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private static SSLContext serving(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String quoted() {
        return "\"" + SCHEMA.toString().replace("\"", "\\\"") + "\"";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", JSON);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
