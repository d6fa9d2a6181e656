package io.tocsin.connectors.web;

import java.net.URI;

/** Addresses as logs and messages may show them. */
public final class Redacted {

    private Redacted() {}

    /** The address without user, query and fragment, all of which may hold secrets. */
    public static String text(URI address) {
        StringBuilder text = new StringBuilder();
        if (address.getScheme() != null) {
            text.append(address.getScheme()).append("://");
        }
        if (address.getHost() != null) {
            text.append(address.getHost());
        }
        if (address.getPort() >= 0) {
            text.append(':').append(address.getPort());
        }
        if (address.getRawPath() != null) {
            text.append(address.getRawPath());
        }
        return address.getRawQuery() == null
                ? text.toString()
                : text.append("?...").toString();
    }
}
