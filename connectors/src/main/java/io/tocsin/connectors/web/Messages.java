package io.tocsin.connectors.web;

import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Requests as the HTTP client sends them. */
final class Messages {

    private Messages() {}

    static HttpUriRequestBase of(Request request, URI at, boolean sameOrigin, WebSettings settings) {
        HttpUriRequestBase message = request.form().isPresent() ? post(request, at) : new HttpGet(at);
        message.setHeader(HttpHeaders.USER_AGENT, settings.userAgent());
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        message.setHeader(
                HttpHeaders.ACCEPT, request.mediaTypes().isEmpty() ? "*/*" : String.join(", ", request.mediaTypes()));
        if (sameOrigin) {
            request.credential().ifPresent(shown -> message.setHeader(shown.header(), shown.value()));
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

    private static HttpPost post(Request request, URI at) {
        HttpPost message = new HttpPost(at);
        List<NameValuePair> fields = request.form().orElseThrow().entrySet().stream()
                .<NameValuePair>map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                .toList();
        message.setEntity(new UrlEncodedFormEntity(fields, java.nio.charset.StandardCharsets.UTF_8));
        return message;
    }
}
