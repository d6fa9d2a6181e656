package io.tocsin.app;

/** The configuration is wrong: which property, which value, and the remedy. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    ConfigurationException(Property property, String value, String remedy) {
        super(property.key() + " = \"" + value + "\": " + remedy);
    }
}
