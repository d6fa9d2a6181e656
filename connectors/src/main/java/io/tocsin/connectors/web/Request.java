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

    private final URI address;
    private final Optional<Map<String, String>> form;
    private final Set<String> mediaTypes;
    private final Optional<String> bearer;
    private final Validators validators;
    private final boolean emptyAllowed;

    private Request(
            URI address,
            Optional<Map<String, String>> form,
            Set<String> mediaTypes,
            Optional<String> bearer,
            Validators validators,
            boolean emptyAllowed) {
        this.address = address;
        this.form = form;
        this.mediaTypes = mediaTypes;
        this.bearer = bearer;
        this.validators = validators;
        this.emptyAllowed = emptyAllowed;
    }

    /** Asks for a document. */
    public static Request get(URI address) {
        return new Request(address, Optional.empty(), Set.of(), Optional.empty(), Validators.NONE, false);
    }

    /** Posts a form, such as one with credentials. Redirects of it are not followed. */
    public static Request form(URI address, Map<String, String> fields) {
        return new Request(
                address, Optional.of(new TreeMap<>(fields)), Set.of(), Optional.empty(), Validators.NONE, false);
    }

    /** Takes only these media types for an answer, such as {@code application/json}; an answer that names none is taken. */
    public Request accepting(String... types) {
        return new Request(address, form, Set.of(types), bearer, validators, emptyAllowed);
    }

    /** Shows a bearer token, to the host of the address only. */
    public Request withBearer(String token) {
        return new Request(address, form, mediaTypes, Optional.of(token), validators, emptyAllowed);
    }

    /** Takes {@link Response#unchanged} for an answer where the document has not changed since. */
    public Request unlessUnchanged(Validators since) {
        return new Request(address, form, mediaTypes, bearer, since, emptyAllowed);
    }

    /** Takes an answer without content for an answer. */
    public Request allowingEmpty() {
        return new Request(address, form, mediaTypes, bearer, validators, true);
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

    Optional<String> bearer() {
        return bearer;
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
