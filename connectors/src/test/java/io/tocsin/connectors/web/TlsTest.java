package io.tocsin.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.web.SourceFault.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    /** A key store with a certificate for this name that it trusts itself. */
    private static Path store(String file, String name) throws IOException, InterruptedException {
        Path store = folder.resolve(file);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", "source", "-keyalg", "EC", "-dname", "CN=test"));
        command.addAll(List.of("-ext", "SAN=" + name, "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", store.toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return store;
    }

    private static WebSettings settings(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put(WebConfig.ALLOW_PRIVATE, "true");
        return WebConfig.of(new AbstractConfig(WebConfig.define(new ConfigDef()), properties, false));
    }

    private static Map<String, String> trusting(Path store) {
        return Map.of(TlsConfig.TRUST_STORE, store.toString(), TlsConfig.TRUST_PASSWORD, PASSWORD);
    }

    private static Map<String, String> being(Path store) {
        return Map.of(TlsConfig.KEY_STORE, store.toString(), TlsConfig.KEY_STORE_PASSWORD, PASSWORD);
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** A source with this certificate that wants one of those who ask, too. */
    private static FakeSource source(Path store, boolean wantsOne) throws IOException {
        SSLContext context = settings(both(being(store), trusting(store))).tls().orElseThrow();
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(wantsOne);
        return new FakeSource(socket).on("/", FakeSource.json("{}"));
    }

    private static Response ask(FakeSource source, Map<String, String> properties) throws SourceFault {
        try (Web web = new Web(settings(properties), Clock.systemUTC())) {
            return web.ask(Request.get(URI.create("https://127.0.0.1:" + source.port() + "/")));
        }
    }

    @Test
    void trustsWhomItIsToldToTrustAndNobodyElse() throws Exception {
        Path store = store("known.p12", "ip:127.0.0.1");
        Path stranger = store("stranger.p12", "ip:127.0.0.1");
        try (FakeSource source = source(store, false)) {
            assertThat(ask(source, trusting(store)).text()).isEqualTo("{}");
            assertThat(fault(source, Map.of()).kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(fault(source, trusting(stranger)).kind()).isEqualTo(Kind.UNTRUSTED);
            assertThat(source.asked()).hasSize(1);
        }
    }

    @Test
    void refusesACertificateForAnotherName() throws Exception {
        Path store = store("elsewhere.p12", "dns:elsewhere.example");
        try (FakeSource source = source(store, false)) {
            assertThat(fault(source, trusting(store)).kind()).isEqualTo(Kind.UNTRUSTED);
        }
    }

    @Test
    void showsItsOwnCertificate() throws Exception {
        Path store = store("mutual.p12", "ip:127.0.0.1");
        try (FakeSource source = source(store, true)) {
            assertThat(ask(source, both(trusting(store), being(store))).text()).isEqualTo("{}");
            assertThat(fault(source, trusting(store)).kind())
                    .isIn(Kind.UNTRUSTED, Kind.UNREACHABLE, Kind.INCOMPLETE_BODY);
        }
    }

    private static SourceFault fault(FakeSource source, Map<String, String> properties) {
        return catchThrowableOfType(SourceFault.class, () -> ask(source, properties));
    }

    @Test
    void refusesAStoreThatCannotBeRead() throws Exception {
        Path store = store("locked.p12", "ip:127.0.0.1");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> settings(Map.of(TlsConfig.TRUST_STORE, "/no/such/file")))
                .withMessageContaining(TlsConfig.TRUST_STORE);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() ->
                        settings(Map.of(TlsConfig.TRUST_STORE, store.toString(), TlsConfig.TRUST_PASSWORD, "wr0ng")))
                .withMessageContaining(TlsConfig.TRUST_STORE)
                .withMessageNotContaining("wr0ng");
    }
}
