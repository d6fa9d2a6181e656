package io.tocsin.connectors.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is asked of a source, or told to a receiver. Immutable; made by {@link #get}, {@link #form} or {@link #post} and refined by
 * the other methods. Its text names the address only, without the query.
 */
public final class Request {

    /**
     * What is posted.
     *
     * @param answered whether the answer's content matters; without it any status from 200 to 299 will do
     */
    record Content(String mediaType, byte[] bytes, boolean answered) {}

    private final URI address;
    private final Optional<Content> content;
    private final Set<String> mediaTypes;
    private final Map<String, String> headers;
    private final Optional<Long> lastBytes;
    private final Validators validators;
    private final boolean emptyAllowed;

    private Request(
            URI address,
            Optional<Content> content,
            Set<String> mediaTypes,
            Map<String, String> headers,
            Optional<Long> lastBytes,
            Validators validators,
            boolean emptyAllowed) {
        this.address = address;
        this.content = content;
        this.mediaTypes = mediaTypes;
        this.headers = headers;
        this.lastBytes = lastBytes;
        this.validators = validators;
        this.emptyAllowed = emptyAllowed;
    }

    /** Asks for a document. */
    public static Request get(URI address) {
        return new Request(address, Optional.empty(), Set.of(), Map.of(), Optional.empty(), Validators.NONE, false);
    }

    /** Posts a form, such as one with credentials. Redirects of it are not followed. */
    public static Request form(URI address, Map<String, String> fields) {
        String text = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return posting(address, new Content("application/x-www-form-urlencoded; charset=UTF-8", utf8(text), true));
    }

    /**
     * Tells something to a receiver: any status from 200 to 299 says that it was taken, whatever comes with it. Redirects of it are
     * not followed.
     *
     * @param body not copied, and not to be changed
     */
    public static Request post(URI address, String mediaType, byte[] body) {
        return posting(address, new Content(mediaType, body, false));
    }

    private static Request posting(URI address, Content content) {
        return new Request(address, Optional.of(content), Set.of(), Map.of(), Optional.empty(), Validators.NONE, false);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes only these media types for an answer, such as {@code application/json}; an answer that names none is taken. */
    public Request accepting(String... types) {
        return new Request(address, content, Set.of(types), headers, lastBytes, validators, emptyAllowed);
    }

    /** Shows a bearer token, to the host of the address only. */
    public Request withBearer(String token) {
        return withHeader("Authorization", "Bearer " + token);
    }

    /** Shows a user's name and password, to the host of the address only. */
    public Request withBasic(String user, String password) {
        return withHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(utf8(user + ":" + password)));
    }

    /** Adds a header, for the host of the address only. */
    public Request withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Request(address, content, mediaTypes, more, lastBytes, validators, emptyAllowed);
    }

    /** Asks for the end of a long document only. A source may answer with the whole document all the same. */
    public Request lastBytes(long count) {
        return new Request(address, content, mediaTypes, headers, Optional.of(count), validators, emptyAllowed);
    }

    /** Takes {@link Response#unchanged} for an answer where the document has not changed since. */
    public Request unlessUnchanged(Validators since) {
        return new Request(address, content, mediaTypes, headers, lastBytes, since, emptyAllowed);
    }

    /** Takes an answer without content for an answer. */
    public Request allowingEmpty() {
        return new Request(address, content, mediaTypes, headers, lastBytes, validators, true);
    }

    URI address() {
        return address;
    }

    Optional<Content> content() {
        return content;
    }

    /** Whether it is enough to hear that it was taken. */
    boolean tells() {
        return content.filter(posted -> !posted.answered()).isPresent();
    }

    Set<String> mediaTypes() {
        return mediaTypes;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<Long> lastBytes() {
        return lastBytes;
    }

    Validators validators() {
        return validators;
    }

    boolean emptyAllowed() {
        return emptyAllowed;
    }

    @Override
    public String toString() {
        return Redacted.text(address);
    }
}
