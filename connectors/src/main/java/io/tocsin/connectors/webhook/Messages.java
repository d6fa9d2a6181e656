package io.tocsin.connectors.webhook;

import io.tocsin.avro.Alert;
import io.tocsin.connectors.web.Request;
import io.tocsin.schemas.json.JsonForm;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes messages of transitions. The same transition has the same id and body however often it is sent; time and signature are those
 * of the sending.
 *
 * @param template of the body; the JSON form where there is none
 * @param type of the template's body
 * @param signature of all messages, if they are signed
 * @param token to show to the endpoint, if any
 */
record Messages(
        URI address,
        Optional<Template> template,
        ContentType type,
        Optional<Signature> signature,
        Optional<String> token) {

    static final String SIGNATURE = "Tocsin-Signature";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final JsonForm<Alert> FORM = JsonForm.of(Alert.class);

    /** @throws Template.UnusableException if the template makes nothing of it */
    Request of(Alert alert, Instant now) throws Template.UnusableException {
        byte[] body = body(alert).getBytes(StandardCharsets.UTF_8);
        Request request = Request.post(address, template.isPresent() ? type.header() : ContentType.JSON.header(), body)
                .withHeader(IDEMPOTENCY_KEY, id(alert));
        Request signed = signature
                .map(with -> request.withHeader(SIGNATURE, with.of(now, body)))
                .orElse(request);
        return token.map(signed::withBearer).orElse(signed);
    }

    /** By what a receiver knows a transition again: the alert's id and the transition's number. */
    static String id(Alert alert) {
        return URLEncoder.encode(alert.getId(), StandardCharsets.UTF_8) + ":" + alert.getSequence();
    }

    private String body(Alert alert) throws Template.UnusableException {
        return template.isPresent() ? template.get().render(alert) : FORM.write(alert);
    }
}
