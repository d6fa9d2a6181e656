package io.tocsin.connectors.cap;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An issuer of alerts: an Atom index that links to CAP documents, changed by the test. */
final class FakeAlerts implements AutoCloseable {

    static final String INDEX = "/index.atom";
    static final String TYPE = "application/cap+xml";

    private final FakeSource source = new FakeSource();
    private final Map<String, String> documents = new LinkedHashMap<>();
    private final Map<String, Instant> updated = new LinkedHashMap<>();

    FakeAlerts() {
        source.on(INDEX, (asked, exchange) -> {
            String index = index();
            FakeSource.unlessKnown("\"" + Objects.hash(index) + "\"", FakeSource.body("application/atom+xml", index))
                    .to(asked, exchange);
        });
    }

    /** Settings that read this issuer as the source {@code test}. */
    void configure(PollingRig rig) {
        rig.with(CapPlugin.URL, source.url(INDEX))
                .with(CapPlugin.SOURCE, "test")
                .with(CapPlugin.COUNTRY, "IQ");
    }

    FakeSource source() {
        return source;
    }

    void put(AlertText alert) {
        put(alert.identifier(), alert.sent(), alert.xml());
    }

    void put(String name, Instant time, String xml) {
        documents.put(name, xml);
        updated.put(name, time);
        source.on("/" + name, FakeSource.body(TYPE, xml.getBytes(StandardCharsets.UTF_8)));
    }

    void remove(String name) {
        documents.remove(name);
        updated.remove(name);
        source.on("/" + name, FakeSource.status(404));
    }

    private String index() {
        StringBuilder index =
                new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:x</id><title>Alerts</title>");
        documents
                .keySet()
                .forEach(name -> index.append("<entry><id>")
                        .append(name)
                        .append("</id><title>t</title><updated>")
                        .append(updated.get(name))
                        .append("</updated><link rel=\"alternate\" type=\"application/cap+xml\" href=\"/")
                        .append(name)
                        .append("\"/></entry>"));
        return index.append("</feed>").toString();
    }

    @Override
    public void close() {
        source.close();
    }
}
