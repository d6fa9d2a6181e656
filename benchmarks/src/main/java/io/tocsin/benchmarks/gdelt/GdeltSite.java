package io.tocsin.benchmarks.gdelt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.benchmarks.gdelt.QuarterHours.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** GDELT's site on loopback: the list of the newest files, the end of the list of all, and the files. */
final class GdeltSite implements AutoCloseable {

    private static final String FOLDER = "/gdeltv2/";
    private static final String LIST = FOLDER + "lastupdate.txt";
    private static final String MASTER = FOLDER + "masterfilelist.txt";
    private static final String LAST_BYTES = "bytes=-";
    /** Without it the JDK's server holds every answer back for some 40 ms, until the last packet is acknowledged. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final StringBuilder all = new StringBuilder();
    private String newest = "";

    GdeltSite() throws IOException {
        System.setProperty(NO_DELAY, "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(FOLDER, this::answer);
        server.start();
    }

    String listUrl() {
        return url(LIST);
    }

    String masterUrl() {
        return url(MASTER);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Puts the files of a quarter of an hour there, in no list yet. */
    void put(Instant time, Files quarterHour) {
        String stamp = STAMP.format(time);
        newest = line(stamp + ".export.CSV.zip", quarterHour.events())
                + line(stamp + ".mentions.CSV.zip", quarterHour.mentions());
        all.append(newest);
    }

    private String line(String name, String content) {
        byte[] archive = zipped(name, content);
        files.put(FOLDER + name, archive);
        return archive.length + " " + md5(archive) + " " + url(FOLDER + name) + "\n";
    }

    /** The lists name what was put there since. */
    void publish() {
        asked.clear();
        files.put(MASTER, all.toString().getBytes(StandardCharsets.UTF_8));
        files.put(LIST, newest.getBytes(StandardCharsets.UTF_8));
    }

    /** When the list of all was asked for first since the last publishing, by {@link System#nanoTime}. */
    long masterAskedAt() {
        return asked.get(MASTER);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.putIfAbsent(path, System.nanoTime());
        byte[] file = files.get(path);
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean part = file != null && range != null && range.startsWith(LAST_BYTES);
        if (part) {
            int count = Integer.parseInt(range.substring(LAST_BYTES.length()));
            file = Arrays.copyOfRange(file, Math.max(0, file.length - count), file.length);
        }
        try (exchange) {
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".zip") ? "application/zip" : "text/plain");
            exchange.sendResponseHeaders(part ? 206 : 200, file.length);
            exchange.getResponseBody().write(file);
        }
    }

    private static byte[] zipped(String name, String content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name.replace(".zip", "")));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
