package io.tocsin.connectors.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** Whom to trust and who to be, under the names that Kafka's own clients use. */
final class TlsConfig {

    static final String TRUST_STORE = "ssl.truststore.location";
    static final String TRUST_PASSWORD = "ssl.truststore.password";
    static final String TRUST_TYPE = "ssl.truststore.type";
    static final String KEY_STORE = "ssl.keystore.location";
    static final String KEY_STORE_PASSWORD = "ssl.keystore.password";
    static final String KEY_STORE_TYPE = "ssl.keystore.type";
    static final String KEY_PASSWORD = "ssl.key.password";

    private static final String TLS = "TLS";
    private static final ConfigDef.Validator TYPES = ConfigDef.ValidString.in("PKCS12", "JKS");

    private TlsConfig() {}

    static ConfigDef define(ConfigDef definition) {
        store(
                definition,
                TRUST_STORE,
                1,
                "The trust store, instead of the JVM's own; empty for that one.",
                "Trust store");
        password(definition, TRUST_PASSWORD, 2, "The password of the trust store.", "Trust store password");
        type(definition, TRUST_TYPE, 3, "The type of the trust store.", "Trust store type");
        store(
                definition,
                KEY_STORE,
                4,
                "The key store with the certificate to show to sources; empty for none.",
                "Key store");
        password(definition, KEY_STORE_PASSWORD, 5, "The password of the key store.", "Key store password");
        type(definition, KEY_STORE_TYPE, 6, "The type of the key store.", "Key store type");
        password(
                definition,
                KEY_PASSWORD,
                7,
                "The password of the key in the key store; empty where it is the store's.",
                "Key password");
        return definition;
    }

    private static void store(ConfigDef definition, String name, int order, String documentation, String label) {
        definition.define(
                name, ConfigDef.Type.STRING, "", Importance.LOW, documentation, TLS, order, Width.LONG, label);
    }

    private static void password(ConfigDef definition, String name, int order, String documentation, String label) {
        definition.define(
                name, ConfigDef.Type.PASSWORD, "", Importance.LOW, documentation, TLS, order, Width.MEDIUM, label);
    }

    private static void type(ConfigDef definition, String name, int order, String documentation, String label) {
        definition.define(
                name,
                ConfigDef.Type.STRING,
                "PKCS12",
                TYPES,
                Importance.LOW,
                documentation,
                TLS,
                order,
                Width.SHORT,
                label);
    }

    /** The context of a configuration; nothing where it names no store. */
    static Optional<SSLContext> of(AbstractConfig config) {
        boolean trust = !config.getString(TRUST_STORE).isEmpty();
        boolean keys = !config.getString(KEY_STORE).isEmpty();
        if (!trust && !keys) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys ? keys(config) : null, trust ? trust(config) : null, null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new ConfigException("the TLS settings cannot be used: " + e.getMessage());
        }
    }

    private static TrustManager[] trust(AbstractConfig config) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load(config, TRUST_STORE, TRUST_TYPE, TRUST_PASSWORD));
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(AbstractConfig config) throws GeneralSecurityException {
        String own = config.getPassword(KEY_PASSWORD).value();
        char[] password =
                (own.isEmpty() ? config.getPassword(KEY_STORE_PASSWORD).value() : own).toCharArray();
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(config, KEY_STORE, KEY_STORE_TYPE, KEY_STORE_PASSWORD), password);
        return factory.getKeyManagers();
    }

    private static KeyStore load(AbstractConfig config, String location, String type, String password)
            throws GeneralSecurityException {
        Path file = Path.of(config.getString(location));
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(config.getString(type));
            store.load(in, config.getPassword(password).value().toCharArray());
            return store;
        } catch (IOException e) {
            throw new ConfigException(
                    location, file, "cannot be read as " + config.getString(type) + ": " + e.getMessage());
        }
    }
}
