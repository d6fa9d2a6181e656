package io.tocsin.connectors.news;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** The characters of a feed, without those and without the document type that no reader takes. */
final class FeedText {

    private static final String DOCTYPE = "<!DOCTYPE";
    private static final int FARTHEST_DOCTYPE = 4_096;

    private FeedText() {}

    /** @param charset what the answer says; else the feed's own declaration counts */
    static String of(byte[] feed, Optional<Charset> charset) throws IOException {
        String type = charset.map(name -> "application/xml; charset=" + name).orElse("application/xml");
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(feed), type, true, null)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return withoutDoctype(withoutControls(text.toString()));
        }
    }

    private static String withoutControls(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(FeedText::allowed).forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** What XML 1.0 lets a document hold. */
    private static boolean allowed(int c) {
        boolean white = c == '\t' || c == '\n' || c == '\r';
        boolean plane = (c >= ' ' && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
        return white || (plane && c != 0xfeff);
    }

    /** RSS 0.91 has one, and so have a few others. It is cut out, not read: entities that it declares are unknown then. */
    private static String withoutDoctype(String text) {
        int begin = text.substring(0, Math.min(text.length(), FARTHEST_DOCTYPE)).indexOf(DOCTYPE);
        int end = begin < 0 ? -1 : end(text, begin);
        return end < 0 ? text : text.substring(0, begin) + text.substring(end + 1);
    }

    private static int end(String text, int begin) {
        char quote = 0;
        int brackets = 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets == 0) {
                return i;
            }
        }
        return -1;
    }
}
