package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.UnusableMessageException.Reason;
import io.tocsin.connectors.publishing.Original;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.connectors.web.Redacted;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds the message that an index entry stands for: in the entry itself, or where it leads. */
final class EntryReader {

    private static final int LONGEST_DEAD_LETTER = 1 << 16;

    /** What time will not mend. */
    private static final Set<Kind> LASTING = EnumSet.of(
            Kind.REFUSED_ADDRESS,
            Kind.REFUSED_REDIRECT,
            Kind.NOT_FOUND,
            Kind.REFUSED,
            Kind.WRONG_CONTENT_TYPE,
            Kind.TOO_LARGE,
            Kind.BROKEN_ENCODING,
            Kind.EMPTY_ANSWER);

    private final String feed;
    private final int longest;

    /**
     * @param feed what dead letters give as the place where they were found
     * @param longest document that is read, in bytes
     */
    EntryReader(String feed, int longest) {
        this.feed = feed;
        this.longest = longest;
    }

    /** What an entry stands for. */
    sealed interface Read {

        /**
         * A message.
         *
         * @param document its bytes, where they are known
         * @param address where it can be read
         */
        record Found(CapMessage message, Original original, Optional<byte[]> document, Optional<String> address)
                implements Read {}

        /** Nothing that can be understood. */
        record Broken(Unusable unusable) implements Read {}
    }

    /** @throws SourceFault if the document cannot be had now, but perhaps later */
    Read read(IndexEntry entry, Web web) throws SourceFault {
        Optional<String> address = entry.link().map(URI::toString);
        if (entry.alert().isPresent()) {
            byte[] bytes = entry.original().orElseGet(() -> utf8(entry.id()));
            return message(entry.alert().get(), bytes, entry.original(), address);
        }
        if (entry.link().isEmpty()) {
            String message = "the entry '" + entry.id() + "' leads to no document";
            return broken(utf8(entry.id()), new UnusableMessageException(Reason.NO_DOCUMENT, message));
        }
        byte[] body;
        try {
            body = ask(entry.link().get(), web);
        } catch (SourceFault e) {
            if (!LASTING.contains(e.kind())) {
                throw e;
            }
            return broken(
                    utf8(Redacted.text(entry.link().get())),
                    new UnusableMessageException(Reason.DOCUMENT_UNAVAILABLE, e.getMessage()));
        }
        try {
            Element root = XmlText.parse(XmlBytes.text(body));
            return message(root, body, Optional.of(body), address);
        } catch (UnusableMessageException e) {
            return broken(body, e);
        }
    }

    private byte[] ask(URI link, Web web) throws SourceFault {
        Response answer = web.ask(Request.get(link).accepting(CapFeed.XML_TYPES));
        if (answer.body().length > longest) {
            throw new SourceFault(
                    Kind.TOO_LARGE,
                    Redacted.text(link) + " has more than the " + longest + " bytes that " + CapPlugin.LONGEST_DOCUMENT
                            + " allows");
        }
        return answer.body();
    }

    private Read message(Element alert, byte[] bytes, Optional<byte[]> document, Optional<String> address) {
        try {
            return new Read.Found(CapReader.message(alert), original(bytes), document, address);
        } catch (UnusableMessageException e) {
            return broken(bytes, e);
        }
    }

    private Read broken(byte[] bytes, UnusableMessageException why) {
        return new Read.Broken(new Unusable(original(bytes), why.reason().code(), why.field(), why.getMessage()));
    }

    private Original original(byte[] bytes) {
        return new Original(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_DEAD_LETTER)), feed, 1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
