package io.tocsin.connectors.web;

import io.tocsin.connectors.web.WebSettings.Proxy;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client with all that it would do by itself switched off: redirects, retries, cookies, unpacking, system settings. */
final class Client {

    private final CloseableHttpClient http;

    Client(WebSettings settings, AddressGuard guard) {
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(connections(settings, guard))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(settings.readTimeout()))
                        .setConnectionRequestTimeout(timeout(settings.connectTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement();
        settings.proxy().ifPresent(proxy -> through(builder, proxy));
        this.http = builder.build();
    }

    private static HttpClientConnectionManager connections(WebSettings settings, AddressGuard guard) {
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create();
        settings.tls().ifPresent(tls::setSslContext);
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setTlsSocketStrategy(tls.buildClassic())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .setSocketTimeout(timeout(settings.readTimeout()))
                        .build())
                .build();
    }

    private static void through(HttpClientBuilder builder, Proxy proxy) {
        HttpHost host = new HttpHost(
                proxy.address().getScheme(),
                proxy.address().getHost(),
                proxy.address().getPort());
        builder.setProxy(host);
        proxy.user().ifPresent(user -> {
            char[] password = proxy.password().map(p -> p.value().toCharArray()).orElseGet(() -> new char[0]);
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(new AuthScope(host), new UsernamePasswordCredentials(user, password));
            builder.setDefaultCredentialsProvider(credentials);
        });
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    Answer execute(HttpUriRequestBase message, HttpClientResponseHandler<Answer> reader) throws IOException {
        return http.execute(message, reader);
    }

    void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
