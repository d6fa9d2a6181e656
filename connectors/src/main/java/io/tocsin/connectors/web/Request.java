package io.tocsin.connectors.web;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is asked of a source. Immutable; made by {@link #get} or {@link #form} and refined by the other methods. Its text names
 * the address only, without the query.
 */
public final class Request {

    /** A header that proves who asks. */
    record Credential(String header, String value) {

        @Override
        public String toString() {
            return header + ": [hidden]";
        }
    }

    private final URI address;
    private final Optional<Map<String, String>> form;
    private final Set<String> mediaTypes;
    private final Optional<Credential> credential;
    private final Optional<Long> lastBytes;
    private final Validators validators;
    private final boolean emptyAllowed;

    private Request(
            URI address,
            Optional<Map<String, String>> form,
            Set<String> mediaTypes,
            Optional<Credential> credential,
            Optional<Long> lastBytes,
            Validators validators,
            boolean emptyAllowed) {
        this.address = address;
        this.form = form;
        this.mediaTypes = mediaTypes;
        this.credential = credential;
        this.lastBytes = lastBytes;
        this.validators = validators;
        this.emptyAllowed = emptyAllowed;
    }

    /** Asks for a document. */
    public static Request get(URI address) {
        return new Request(
                address, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Validators.NONE, false);
    }

    /** Posts a form, such as one with credentials. Redirects of it are not followed. */
    public static Request form(URI address, Map<String, String> fields) {
        return new Request(
                address,
                Optional.of(new TreeMap<>(fields)),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Validators.NONE,
                false);
    }

    /** Takes only these media types for an answer, such as {@code application/json}; an answer that names none is taken. */
    public Request accepting(String... types) {
        return new Request(address, form, Set.of(types), credential, lastBytes, validators, emptyAllowed);
    }

    /** Shows a bearer token, to the host of the address only. */
    public Request withBearer(String token) {
        return withCredential("Authorization", "Bearer " + token);
    }

    /** Shows a credential in a header of the source's own, to the host of the address only. */
    public Request withCredential(String header, String value) {
        return new Request(
                address,
                form,
                mediaTypes,
                Optional.of(new Credential(header, value)),
                lastBytes,
                validators,
                emptyAllowed);
    }

    /** Asks for the end of a long document only. A source may answer with the whole document all the same. */
    public Request lastBytes(long count) {
        return new Request(address, form, mediaTypes, credential, Optional.of(count), validators, emptyAllowed);
    }

    /** Takes {@link Response#unchanged} for an answer where the document has not changed since. */
    public Request unlessUnchanged(Validators since) {
        return new Request(address, form, mediaTypes, credential, lastBytes, since, emptyAllowed);
    }

    /** Takes an answer without content for an answer. */
    public Request allowingEmpty() {
        return new Request(address, form, mediaTypes, credential, lastBytes, validators, true);
    }

    URI address() {
        return address;
    }

    Optional<Map<String, String>> form() {
        return form;
    }

    Set<String> mediaTypes() {
        return mediaTypes;
    }

    Optional<Credential> credential() {
        return credential;
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
