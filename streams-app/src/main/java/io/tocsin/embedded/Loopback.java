package io.tocsin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The one address that embedded servers listen on, and its ports. */
final class Loopback {
    static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};

    /** Below the ports that systems give to outgoing connections: what is free there stays so until it is bound. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int TRIES = 100;

    private Loopback() {}

    /** The wished port if it is free, or any free one if the wish is 0. */
    static int port(int wish, String purpose) {
        return wish == 0 ? any(purpose) : bindable(wish, purpose);
    }

    private static int any(String purpose) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return bindable(ThreadLocalRandom.current().nextInt(FIRST, LAST), purpose);
            } catch (EmbeddedException taken) {
                // another one then
            }
        }
        return bindable(0, purpose);
    }

    private static int bindable(int wish, String purpose) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), wish), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedException(taken(wish, purpose), e);
        }
    }

    static int portOtherThan(int used, String purpose) {
        int port = port(0, purpose);
        return port == used ? portOtherThan(used, purpose) : port;
    }

    static String taken(int port, String purpose) {
        return "Port %d for the %s is not free on %s: stop the process that uses it, or choose another port (0 is any)."
                .formatted(port, purpose, HOST);
    }

    static int requireValid(int port, String name) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " must be 0 (any) or a port up to 65535, not " + port);
        }
        return port;
    }
}
