package io.tocsin.connectors.reading;

import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of reports and what is read from them. */
final class Fixtures {

    static final String UCDP_HEADER =
            "id,type_of_violence,date_prec,date_start,date_end,where_prec,where_coordinates,latitude,longitude,country,low,best,high\n";

    private Fixtures() {}

    static String json(String id) {
        return "{\"id\":\"" + id
                + "\",\"source\":{\"id\":\"x\",\"kind\":\"field\"},\"publishedAt\":\"2021-05-04T20:00:00Z\","
                + "\"occurrence\":{\"from\":\"2021-05-04T00:00:00Z\",\"until\":\"2021-05-05T00:00:00Z\",\"precision\":\"day\"},"
                + "\"category\":\"rocket\",\"place\":{\"country\":\"IQ\",\"site\":\"Ain Al Assad\",\"precision\":\"site\"}}";
    }

    static String row(String id, String site) {
        return id + ",1,1,2014-01-24,2014-01-25,1," + site + ",33.3,43.7,Iraq,1,2,3\n";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A zip file of one file. */
    static byte[] zip(String name, byte[] content) {
        return zip(Map.of(name, content));
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Outcome> read(Path file, ReadOptions options) {
        return read(file, options, Position.START);
    }

    static List<Outcome> read(Path file, ReadOptions options, Position from) {
        List<Outcome> outcomes = new ArrayList<>();
        try (ReportFile opened = ReportFile.open(file, options, from)) {
            opened.forEachRemaining(outcomes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcomes;
    }

    /** What an outcome is in short: a report's id, or the reason why there is none. */
    static String brief(Outcome outcome) {
        return outcome instanceof ReportRead read
                ? read.report().getId()
                : ((BadLine) outcome).reason().code();
    }

    static List<String> briefs(List<Outcome> outcomes) {
        return outcomes.stream().map(Fixtures::brief).toList();
    }
}
