package io.tocsin.connectors.gdelt;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as a list names it: {@code 45130 <md5> http://…/20180101000000.export.CSV.zip}.
 *
 * @param time the quarter of an hour that it holds, by its name
 * @param kind what is in it
 * @param size in bytes, packed
 * @param md5 of the packed bytes, in lower case
 */
record ListedFile(Instant time, Kind kind, long size, String md5, URI address) {

    /** The files that are read; the list has others, and unfinished lines. */
    enum Kind {
        EXPORT,
        MENTIONS
    }

    private static final Pattern LINE = Pattern.compile(
            "(\\d{1,12}) ([0-9a-fA-F]{32}) (https?://\\S+/(\\d{14})(?:\\.translation)?\\.(export|mentions)\\.CSV\\.zip)\\s*");

    /** What a line of a list names; nothing where it is no file to read. */
    static Optional<ListedFile> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ListedFile(
                    Stamps.time(parts.group(4)),
                    parts.group(5).equals("export") ? Kind.EXPORT : Kind.MENTIONS,
                    Long.parseLong(parts.group(1)),
                    parts.group(2).toLowerCase(Locale.ROOT),
                    URI.create(parts.group(3))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The line that names it. */
    String line() {
        return size + " " + md5 + " " + address;
    }

    /** Its name, without the folder. */
    String name() {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
