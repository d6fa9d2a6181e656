package io.tocsin.connectors.polling;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * A source on loopback that answers as it is told to, well or badly. What a path answers is set with {@link #on}; what goes wrong
 * once is set with {@link #next} and {@link #nextAt}, and comes before that.
 */
public final class FakeSource implements AutoCloseable {

    /** The request as it came. */
    public record Asked(String method, URI uri, Map<String, String> headers, String body) {

        /** A header, its name in lower case. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** A field of the query, or of the form that was posted. */
        public Optional<String> field(String name) {
            String query = uri.getRawQuery() == null ? body : uri.getRawQuery();
            return Arrays.stream(query.split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2 && decoded(pair[0]).equals(name))
                    .map(pair -> decoded(pair[1]))
                    .findFirst();
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    /** One way to answer. */
    @FunctionalInterface
    public interface Answer {
        void to(Asked asked, Exchange exchange) throws IOException, InterruptedException;
    }

    /** The way back to who asks. The connection is closed after each answer. */
    public static final class Exchange {

        private final OutputStream out;
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Exchange(OutputStream out) {
            this.out = out;
            header("Date", httpDate(Instant.now()));
            header("Connection", "close");
        }

        void header(String name, String value) {
            headers.put(name, value);
        }

        /** Sends status and headers; the body follows. */
        OutputStream begin(int status) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " as told\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return out;
        }
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Deque<Answer> next = new ArrayDeque<>();
    private final Map<String, Deque<Answer>> nextAt = new HashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<String> known = Optional.empty();

    /** Starts it on a free port. */
    public FakeSource() {
        this(plain());
    }

    /** Starts it on this socket, which may speak TLS. */
    public FakeSource(ServerSocket server) {
        this.server = server;
        threads.execute(this::accept);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (closed.getCount() > 0) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            Asked request = read(in);
            asked.add(request);
            OutputStream out = socket.getOutputStream();
            answer(request.uri().getPath()).to(request, new Exchange(out));
            out.flush();
        } catch (IOException e) {
            // whoever asked has hung up, as some tests want
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(": *", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Asked(first[0], URI.create(first[1]), headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        if (next < 0) {
            throw new EOFException("no request");
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private synchronized Answer answer(String path) {
        Answer here = nextAt.getOrDefault(path, new ArrayDeque<>()).poll();
        if (here != null) {
            return here;
        }
        Answer once = next.poll();
        return once != null ? once : answers.getOrDefault(path, status(404));
    }

    /** What a path answers from now on. */
    public FakeSource on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** What the next requests are answered with, whatever they ask for. */
    public synchronized FakeSource next(Answer... once) {
        next.addAll(List.of(once));
        return this;
    }

    /** What the next requests for a path are answered with. */
    public synchronized FakeSource nextAt(String path, Answer... once) {
        nextAt.computeIfAbsent(path, p -> new ArrayDeque<>()).addAll(List.of(once));
        return this;
    }

    /** What the path answers that is asked for, as if nothing went wrong. */
    public Answer usual() {
        return (asked, exchange) ->
                answers.getOrDefault(asked.uri().getPath(), status(404)).to(asked, exchange);
    }

    /** All that was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** What was asked of a path so far. */
    public List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.uri().getPath().equals(path)).toList();
    }

    /** From now on it gives itself out for a host elsewhere: it is the proxy that leads there. */
    public void knownAs(String host) {
        known = Optional.of(host);
    }

    /** Its address. */
    public String url(String path) {
        return known.orElse("http://127.0.0.1:" + port()) + path;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Ends everything, hanging requests too; nobody is there afterwards. */
    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            threads.shutdownNow();
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the source still answers");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A good answer. */
    public static Answer body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A good answer. */
    public static Answer body(String type, byte[] bytes) {
        return (asked, exchange) -> {
            exchange.header("Content-Type", type);
            exchange.header("Content-Length", Integer.toString(bytes.length));
            exchange.begin(200).write(bytes);
        };
    }

    /** A good answer to who asked for a part only. */
    public static Answer part(String type, byte[] bytes) {
        return (asked, exchange) -> {
            exchange.header("Content-Type", type);
            exchange.header("Content-Length", Integer.toString(bytes.length));
            exchange.begin(206).write(bytes);
        };
    }

    /** A good answer in JSON. */
    public static Answer json(String text) {
        return body("application/json", text);
    }

    /** A status and nothing else. */
    public static Answer status(int status) {
        return (asked, exchange) -> {
            boolean bodiless = status == 204 || status == 304;
            if (!bodiless) {
                exchange.header("Content-Length", "0");
            }
            exchange.begin(status);
        };
    }

    /** The same answer with a header more. */
    public static Answer with(String header, String value, Answer answer) {
        return (asked, exchange) -> {
            exchange.header(header, value);
            answer.to(asked, exchange);
        };
    }

    /** The same answer from a source whose clock shows this time. */
    public static Answer at(Instant time, Answer answer) {
        return with("Date", httpDate(time), answer);
    }

    public static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    }

    /** Good as long as it is not asked with this ETag, "not modified" then. */
    public static Answer unlessKnown(String etag, Answer answer) {
        return with("ETag", etag, (asked, exchange) -> {
            boolean known = asked.header("if-none-match").filter(etag::equals).isPresent();
            (known ? status(304) : answer).to(asked, exchange);
        });
    }

    public static Answer redirect(String location) {
        return with("Location", location, status(302));
    }

    /** Takes the request and says nothing, until the source is closed. */
    public Answer hang() {
        return (asked, exchange) -> closed.await();
    }

    /** Says a byte from time to time for ever, never so late that a read times out. */
    public Answer drip(String type, long pauseMs) {
        return (asked, exchange) -> {
            OutputStream out = begin(exchange, type, -1);
            while (!closed.await(pauseMs, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        };
    }

    /** Promises a body and closes the connection half-way. */
    public static Answer half(String type, String text) {
        return (asked, exchange) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            OutputStream out = begin(exchange, type, bytes.length);
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
        };
    }

    /** A body without end. */
    public Answer endless(String type) {
        return (asked, exchange) -> {
            OutputStream out = begin(exchange, type, -1);
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) ' ');
            while (closed.getCount() > 0) {
                out.write(block);
            }
        };
    }

    /** The same, packed. */
    public static Answer gzip(String type, byte[] bytes) {
        return with("Content-Encoding", "gzip", body(type, gzipped(bytes)));
    }

    /** A short answer that unpacks to so many bytes. */
    public static Answer gzipBomb(String type, int unpackedBytes) {
        return gzip(type, new byte[unpackedBytes]);
    }

    public static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Without a length the body ends where the connection does. */
    private static OutputStream begin(Exchange exchange, String type, int length) throws IOException {
        exchange.header("Content-Type", type);
        if (length >= 0) {
            exchange.header("Content-Length", Integer.toString(length));
        }
        return exchange.begin(200);
    }
}
