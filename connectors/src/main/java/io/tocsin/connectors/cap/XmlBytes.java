package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.UnusableMessageException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML document, by its byte order mark, else by its declaration, else UTF-8. */
final class XmlBytes {

    private static final int DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

    private XmlBytes() {}

    static String text(byte[] document) throws UnusableMessageException {
        Charset charset = charset(document);
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnusableMessageException(
                    Reason.XML_MALFORMED, "is not written in " + charset + ", as it should be");
        }
    }

    private static Charset charset(byte[] document) throws UnusableMessageException {
        if (begins(document, 0xfe, 0xff) || begins(document, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16;
        }
        int length = Math.min(document.length, DECLARATION);
        Matcher declared = ENCODING.matcher(new String(document, 0, length, StandardCharsets.ISO_8859_1));
        return declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] document, int first, int second) {
        return document.length >= 2 && (document[0] & 0xff) == first && (document[1] & 0xff) == second;
    }

    private static Charset named(String name) throws UnusableMessageException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnusableMessageException(
                    Reason.XML_MALFORMED, "is written in '" + name + "', which is not known");
        }
    }
}
