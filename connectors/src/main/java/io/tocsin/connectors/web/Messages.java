package io.tocsin.connectors.web;

import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Requests as the HTTP client sends them. */
final class Messages {

    private Messages() {}

    static HttpUriRequestBase of(Request request, URI at, boolean sameOrigin, WebSettings settings) {
        HttpUriRequestBase message =
                request.content().map(content -> post(at, content)).orElseGet(() -> new HttpGet(at));
        message.setHeader(HttpHeaders.USER_AGENT, settings.userAgent());
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        message.setHeader(
                HttpHeaders.ACCEPT, request.mediaTypes().isEmpty() ? "*/*" : String.join(", ", request.mediaTypes()));
        if (sameOrigin) {
            request.headers().forEach(message::setHeader);
        }
        request.lastBytes().ifPresent(count -> {
            message.setHeader(HttpHeaders.RANGE, "bytes=-" + count);
            // the end of what is packed cannot be unpacked
            message.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        });
        Validators since = request.validators();
        since.etag().ifPresent(etag -> message.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        since.lastModified().ifPresent(date -> message.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        return message;
    }

    private static HttpUriRequestBase post(URI at, Request.Content content) {
        HttpPost message = new HttpPost(at);
        message.setEntity(new ByteArrayEntity(content.bytes(), ContentType.parse(content.mediaType())));
        return message;
    }
}
