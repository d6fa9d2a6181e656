package io.tocsin.connectors.gdelt;

import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fetches files and checks that they are those that the list names. */
final class GdeltFiles {

    private GdeltFiles() {}

    /**
     * What is in the archive.
     *
     * @throws SourceFault if the source gave no answer
     * @throws UnreadableFileException if the file is not there, or not the one that the list names, or no archive within the limits
     */
    static byte[] content(ListedFile file, Web web) throws SourceFault, UnreadableFileException {
        Response archive = archive(file, web);
        requireListed(file, archive.body());
        byte[] content;
        try {
            content = web.unzip(archive);
        } catch (SourceFault e) {
            throw new UnreadableFileException(e.kind(), file.name() + ": " + e.getMessage());
        }
        // nobody may mention anything in a quarter of an hour, but events there always are
        boolean lacking = content.length == 0 && file.kind() == ListedFile.Kind.EXPORT;
        if (lacking) {
            throw new UnreadableFileException(Kind.EMPTY_ANSWER, file.name() + " has no rows");
        }
        return content;
    }

    private static Response archive(ListedFile file, Web web) throws SourceFault, UnreadableFileException {
        try {
            return web.ask(Request.get(file.address())
                    .accepting("application/zip", "application/x-zip-compressed", "application/octet-stream"));
        } catch (SourceFault e) {
            if (e.kind() == Kind.NOT_FOUND) {
                throw new UnreadableFileException(e.kind(), file.name() + " is in the list but is not there");
            }
            throw e;
        }
    }

    private static void requireListed(ListedFile file, byte[] archive) throws UnreadableFileException {
        boolean listed = archive.length == file.size() && md5(archive).equals(file.md5());
        if (!listed) {
            throw new UnreadableFileException(
                    Kind.INCOMPLETE_BODY,
                    file.name() + " is not the file of the list: " + archive.length + " bytes, MD5 " + md5(archive)
                            + ", instead of " + file.size() + ", " + file.md5());
        }
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
