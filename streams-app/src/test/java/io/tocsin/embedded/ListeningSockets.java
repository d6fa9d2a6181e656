package io.tocsin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP sockets on which this process listens, as Linux tells it. */
final class ListeningSockets {
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    static List<InetSocketAddress> ofThisProcess() throws IOException {
        Set<String> mine = sockets();
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/self/net", table)).skip(1))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns[3].equals(LISTEN) && mine.contains("socket:[" + columns[9] + "]"))
                .map(columns -> address(columns[1]))
                .toList();
    }

    private static Set<String> sockets() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(ListeningSockets::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "closed meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code 0100007F:1F90}: the address in words of four bytes, each in the byte order of the machine, then the port. */
    private static InetSocketAddress address(String text) {
        int colon = text.indexOf(':');
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(text.substring(0, colon)));
        ByteBuffer address = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            address.putInt(words.getInt());
        }
        int port = HexFormat.fromHexDigits(text, colon + 1, text.length());
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address.array()), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
