package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Asked;
import io.tocsin.connectors.polling.PollingRig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** GDELT's site as its documentation describes it: two lists, of which the long one is served in parts too, and the files. */
final class FakeGdelt implements AutoCloseable {

    static final String LIST = "/gdeltv2/lastupdate.txt";
    static final String MASTER = "/gdeltv2/masterfilelist.txt";

    private final FakeSource source = new FakeSource();
    private final StringBuilder master = new StringBuilder();

    FakeGdelt() {
        source.on(MASTER, this::master);
    }

    FakeSource source() {
        return source;
    }

    /** The settings that lead here. */
    PollingRig configure(PollingRig rig) {
        return rig.with("gdelt.list.url", source.url(LIST)).with("gdelt.master.url", source.url(MASTER));
    }

    static String exportPath(String time) {
        return "/gdeltv2/" + time + ".export.CSV.zip";
    }

    static String mentionsPath(String time) {
        return "/gdeltv2/" + time + ".mentions.CSV.zip";
    }

    /** A quarter of an hour, the newest in the lists from now on. */
    FakeGdelt publish(String time, String events, String mentions) {
        String lines = listed(exportPath(time), zipped(events))
                + listed(mentionsPath(time), zipped(mentions))
                + listed("/gdeltv2/" + time + ".gkg.csv.zip", zipped("x"));
        source.on(LIST, FakeSource.body("text/plain", lines));
        master.append(lines);
        return this;
    }

    FakeGdelt publish(String time, Rows... rows) {
        return publish(time, Rows.file(rows), "");
    }

    /** Puts a file there and tells its line. */
    String listed(String path, byte[] archive) {
        source.on(path, FakeSource.body("application/zip", archive));
        return archive.length + " " + GdeltFiles.md5(archive) + " " + source.url(path) + "\n";
    }

    /** Puts another file in the place of one, in the list of all too. */
    void replace(String path, byte[] archive) {
        int end = master.indexOf(source.url(path));
        int begin = master.lastIndexOf("\n", end) + 1;
        master.replace(begin, master.indexOf("\n", end) + 1, listed(path, archive));
    }

    /** Writes into the list of all. */
    FakeGdelt note(String lines) {
        master.append(lines);
        return this;
    }

    private void master(Asked asked, FakeSource.Exchange exchange) throws IOException, InterruptedException {
        byte[] all = master.toString().getBytes(StandardCharsets.UTF_8);
        String range = asked.header("range").orElse("");
        if (!range.startsWith("bytes=-")) {
            FakeSource.status(416).to(asked, exchange);
            return;
        }
        int count = Integer.parseInt(range.substring("bytes=-".length()));
        byte[] end = Arrays.copyOfRange(all, Math.max(0, all.length - count), all.length);
        FakeSource.part("text/plain", end).to(asked, exchange);
    }

    static byte[] zipped(String content) {
        return zipped(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] zipped(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "%08d.CSV", content.length));
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        source.close();
    }
}
