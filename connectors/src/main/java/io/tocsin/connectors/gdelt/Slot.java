package io.tocsin.connectors.gdelt;

import java.time.Instant;
import java.util.Optional;

/**
 * A quarter of an hour: the files that hold its new events and its mentions, as far as they are listed.
 *
 * @param time its end, by which its files are named
 */
record Slot(Instant time, Optional<ListedFile> export, Optional<ListedFile> mentions) {

    static Slot empty(Instant time) {
        return new Slot(time, Optional.empty(), Optional.empty());
    }

    /** With this file too; the later line about a file holds. */
    Slot with(ListedFile file) {
        return file.kind() == ListedFile.Kind.EXPORT
                ? new Slot(time, Optional.of(file), mentions)
                : new Slot(time, export, Optional.of(file));
    }

    /** Another where the slot or the content of its files is another. */
    String digest() {
        return time.getEpochSecond()
                + " "
                + export.map(ListedFile::md5).orElse("-")
                + " "
                + mentions.map(ListedFile::md5).orElse("-");
    }
}
