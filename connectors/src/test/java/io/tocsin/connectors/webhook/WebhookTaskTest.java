package io.tocsin.connectors.webhook;

import static io.tocsin.avro.Transition.ESCALATED;
import static io.tocsin.avro.Transition.GREW;
import static io.tocsin.avro.Transition.OPENED;
import static io.tocsin.avro.Transition.RESOLVED;
import static io.tocsin.connectors.alerts.AlertBuilder.anAlert;
import static io.tocsin.connectors.polling.FakeSource.status;
import static io.tocsin.connectors.polling.FakeSource.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.avro.Alert;
import io.tocsin.connectors.alerts.AlertBuilder;
import io.tocsin.connectors.alerts.SinkRig;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.FakeSource.Asked;
import io.tocsin.connectors.web.WebConfig;
import io.tocsin.schemas.json.JsonForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The task against a real server on loopback, which does what endpoints do. */
class WebhookTaskTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PATH = "/hook";
    private static final int BLOCK = 64;

    private final FakeSource endpoint = new FakeSource().on(PATH, status(200));
    private final SinkRig rig = new SinkRig(WebhookTask::new, 3);

    @BeforeEach
    void configure() {
        rig.with(WebhookConfig.URL, endpoint.url(PATH));
    }

    @AfterEach
    void stop() {
        rig.close();
        endpoint.close();
    }

    private List<String> ids() {
        return endpoint.asked(PATH).stream()
                .map(asked -> asked.header("idempotency-key").orElseThrow())
                .toList();
    }

    private static String header(SinkRecord record, String name) {
        return (String) record.headers().lastWithName(name).value();
    }

    private void untilDelivered(Alert... alerts) throws InterruptedException {
        rig.publish(alerts).start();
        rig.untilAllCommitted();
    }

    @Test
    void postsTheJsonFormOfEveryTransition() throws Exception {
        AlertBuilder alert = anAlert("alert-1");
        Alert opened = alert.next(OPENED);
        untilDelivered(opened, alert.notifying(false).next(GREW));

        Asked asked = endpoint.asked(PATH).get(0);
        assertThat(asked.body()).isEqualTo(JsonForm.of(Alert.class).write(opened));
        assertThat(asked.header("content-type")).contains("application/json");
        assertThat(ids()).containsExactly("alert-1:0", "alert-1:1");
    }

    @Test
    void postsOnlyWhatNotifiesIfToldSo() throws Exception {
        AlertBuilder alert = anAlert("alert-1");
        rig.with(WebhookConfig.NOTIFYING_ONLY, "true");
        untilDelivered(
                alert.next(OPENED),
                alert.notifying(false).next(GREW),
                alert.notifying(true).next(ESCALATED));

        assertThat(ids()).containsExactly("alert-1:0", "alert-1:2");
    }

    /** HMAC is computed here from its definition, RFC 2104. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "ein Wort – mit Umlauten äöü, länger als ein Block von SHA-256 und darum vorher gehasht"
            })
    void signsWhatItPosts(String secret) throws Exception {
        rig.with(WebhookConfig.SECRET, secret);
        untilDelivered(anAlert("alert-1").next(OPENED));
        Asked asked = endpoint.asked(PATH).get(0);
        String signature = asked.header("tocsin-signature").orElseThrow();
        String time = signature.substring("t=".length(), signature.indexOf(','));

        assertThat(signature).isEqualTo("t=" + time + ",v1=" + hmac(secret, time + "." + asked.body()));
        assertThat(Long.parseLong(time)).isCloseTo(Instant.now().getEpochSecond(), within(60L));
    }

    private static String hmac(String secret, String text) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        byte[] key = Arrays.copyOf(given.length > BLOCK ? sha.digest(given) : given, BLOCK);
        byte[] inner = new byte[BLOCK];
        byte[] outer = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            inner[i] = (byte) (key[i] ^ 0x36);
            outer[i] = (byte) (key[i] ^ 0x5c);
        }
        sha.update(inner);
        byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
        sha.update(outer);
        return HexFormat.of().formatHex(sha.digest(hash));
    }

    @Test
    void keepsTheOrderOfEachAlertWhateverFails() throws Exception {
        Random random = new Random(5);
        endpoint.on(
                PATH,
                (asked, exchange) -> status(
                                List.of(200, 200, 200, 503, 429, 404, 401).get(random.nextInt(7)))
                        .to(asked, exchange));
        List<String> published = new ArrayList<>();
        Map<String, AlertBuilder> alerts = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            String id = "alert-" + random.nextInt(6);
            boolean first = !alerts.containsKey(id);
            Alert alert = alerts.computeIfAbsent(id, AlertBuilder::anAlert).next(first ? OPENED : GREW);
            published.add(id + ":" + alert.getSequence());
            rig.publish(alert);
        }
        rig.start();
        rig.untilAllCommitted();

        assertThat(rig.buried()).isEmpty();
        alerts.keySet()
                .forEach(id ->
                        assertThat(new LinkedHashSet<>(of(id, ids()))).containsExactlyElementsOf(of(id, published)));
    }

    private static List<String> of(String id, List<String> all) {
        return all.stream().filter(key -> key.startsWith(id + ":")).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 425, 429, 500, 502, 503, 504})
    void triesAgainWhatMayGoBetter(int status) throws Exception {
        endpoint.next(status(status), status(status));
        untilDelivered(anAlert("alert-1").next(OPENED));

        assertThat(ids()).containsExactly("alert-1:0", "alert-1:0", "alert-1:0");
        assertThat(rig.buried()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 409, 413, 415, 422})
    void buriesAtOnceWhatWillNeverBeTaken(int status) throws Exception {
        AlertBuilder alert = anAlert("alert-1");
        endpoint.next(status(status));
        untilDelivered(alert.next(OPENED), alert.next(RESOLVED));

        assertThat(ids()).containsExactly("alert-1:0", "alert-1:1");
        assertThat(rig.buried()).hasSize(1);
        assertThat(header(rig.buried().get(0), "tocsin.error.stage")).isEqualTo("webhook");
        assertThat(header(rig.buried().get(0), "tocsin.error.reason")).isEqualTo("refused");
        assertThat(header(rig.buried().get(0), "tocsin.error.message")).contains("status " + status);
        assertThat(header(rig.buried().get(0), "tocsin.error.offset")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void takesAnySuccessForOne(int status) throws Exception {
        endpoint.on(PATH, status(status));
        untilDelivered(anAlert("alert-1").next(OPENED));

        assertThat(ids()).hasSize(1);
    }

    @Test
    void doesNotListenToWhatASuccessSaysAtLength() throws Exception {
        endpoint.on(PATH, endpoint.endless("text/html"));
        untilDelivered(anAlert("alert-1").next(OPENED));

        assertThat(ids()).hasSize(1);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws Exception {
        endpoint.next(with("Retry-After", "1", status(429)));
        long began = System.nanoTime();
        untilDelivered(anAlert("alert-1").next(OPENED));

        assertThat(System.nanoTime() - began).isGreaterThan(950_000_000L);
        assertThat(ids()).hasSize(2);
    }

    @Test
    void outlivesAnEndpointThatHangsOrBreaksOff() throws Exception {
        endpoint.next(endpoint.hang(), (asked, exchange) -> {});
        untilDelivered(anAlert("alert-1").next(OPENED));

        assertThat(ids()).hasSize(3);
        assertThat(rig.buried()).isEmpty();
    }

    @Test
    void buriesWhatIsNotTakenInTimeAndGoesOn() throws Exception {
        rig.with(WebhookConfig.TIMEOUT, "300");
        AlertBuilder alert = anAlert("alert-1");
        Answer noFirst = (asked, exchange) -> status(
                        asked.header("idempotency-key").orElseThrow().endsWith(":0") ? 503 : 200)
                .to(asked, exchange);
        endpoint.on(PATH, noFirst);
        untilDelivered(alert.next(OPENED), alert.next(RESOLVED));

        assertThat(rig.buried()).hasSize(1);
        assertThat(header(rig.buried().get(0), "tocsin.error.reason")).isEqualTo("server-error");
        assertThat(ids()).endsWith("alert-1:1").containsOnlyOnce("alert-1:1");
        assertThat(ids().size()).isGreaterThan(2);
    }

    @Test
    void losesNothingWhereItIsKilledAndRepeatsUnderTheSameKeys() throws Exception {
        int all = 120;
        List<String> published = new ArrayList<>();
        AtomicInteger count = new AtomicInteger();
        IntStream.range(0, all).forEach(i -> {
            rig.publish(anAlert("alert-" + i).next(OPENED));
            published.add("alert-" + i + ":0");
        });
        endpoint.on(
                PATH,
                (asked, exchange) ->
                        status(count.incrementAndGet() % 7 == 0 ? 500 : 200).to(asked, exchange));
        for (int kills = 1; kills <= 3; kills++) {
            int until = kills * all / 4;
            rig.start();
            rig.until("some are sent", () -> {
                if (endpoint.asked().size() % 10 == 0) {
                    rig.commit();
                }
                return ids().size() >= until;
            });
            rig.kill();
        }
        rig.start();
        rig.untilAllCommitted();

        assertThat(new LinkedHashSet<>(ids())).containsExactlyInAnyOrderElementsOf(published);
        Map<String, String> bodies = new HashMap<>();
        endpoint.asked(PATH).forEach(asked -> {
            String before = bodies.putIfAbsent(asked.header("idempotency-key").orElseThrow(), asked.body());
            assertThat(before).isIn(null, asked.body());
        });
        System.out.printf("webhook killed 3 times: %d transitions, %d posts, 0 lost%n", all, ids().size());
    }

    @Test
    void stopsAtOnceThoughTheEndpointHangs() throws Exception {
        rig.with(WebConfig.READ_TIMEOUT, "600000").with(WebConfig.TOTAL_TIMEOUT, "600000");
        endpoint.on(PATH, endpoint.hang());
        rig.publish(anAlert("alert-1").next(OPENED)).start();
        rig.until("it hangs", () -> !endpoint.asked(PATH).isEmpty());
        long began = System.nanoTime();
        rig.stop();

        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
        assertThat(rig.committed()).isZero();
    }

    @Test
    void readsNoMoreThanCanWait() throws Exception {
        endpoint.on(PATH, endpoint.hang());
        IntStream.range(0, 1100).forEach(i -> rig.publish(anAlert("alert-" + i).next(OPENED)));
        rig.start();
        rig.until("it is paused", rig::isPaused);

        endpoint.on(PATH, status(200));
        rig.until("it goes on", () -> !rig.isPaused());
        rig.untilAllCommitted();
        assertThat(new LinkedHashSet<>(ids())).hasSize(1100);
    }

    @Test
    void refusesPrivateAddressesUnlessAllowed() throws Exception {
        rig.with(WebConfig.ALLOW_PRIVATE, "false").with(WebhookConfig.TIMEOUT, "100");
        untilDelivered(anAlert("alert-1").next(OPENED));

        assertThat(endpoint.asked()).isEmpty();
        assertThat(header(rig.buried().get(0), "tocsin.error.reason")).isEqualTo("refused-address");
    }

    @Test
    void fillsInATemplateAndEscapesWhatGoesIntoJson() throws Exception {
        rig.with(
                WebhookConfig.TEMPLATE,
                "{\"text\":\"*{{severity}}* {{sentence}} {{missing}}\",\"n\":{{counts.incidents}},\"at\":[{{#incidents}}"
                        + "\"{{place}}\"{{/incidents}}]{{#reason}},\"why\":\"{{reason}}\"{{/reason}}}");
        String nasty = "He said \"now\" \\ \n\t\u0001 {{id}} – \uD83D\uDD14 </script>";
        untilDelivered(anAlert("alert-1").sentence(nasty).next(OPENED));

        JsonNode body = MAPPER.readTree(endpoint.asked(PATH).get(0).body());
        assertThat(body.get("text").asText()).isEqualTo("*watch* " + nasty + " ");
        assertThat(body.get("n").asInt()).isEqualTo(3);
        assertThat(body.at("/at/0").asText()).isEqualTo("Ain Al Assad");
        assertThat(body.has("why")).isFalse();
    }

    @Test
    void aTemplateReachesNothingButTheAlert() throws Exception {
        rig.with(WebhookConfig.CONTENT_TYPE, "text/plain")
                .with(
                        WebhookConfig.TEMPLATE,
                        "{{id}}|{{sentence.class}}|{{class}}|{{rule.hashCode}}|{{id.bytes}}|{{sentence}}");
        untilDelivered(anAlert("alert-1").sentence("a \"b\" & <c>").next(OPENED));

        assertThat(endpoint.asked(PATH).get(0).body()).isEqualTo("alert-1|||||a \"b\" & <c>");
        assertThat(endpoint.asked(PATH).get(0).header("content-type")).contains("text/plain; charset=UTF-8");
    }

    @Test
    void buriesWhatTheTemplateMakesNoJsonOf() throws Exception {
        rig.with(WebhookConfig.TEMPLATE, "{\"text\": {{{sentence}}}}");
        untilDelivered(
                anAlert("alert-1").sentence("no number").next(OPENED),
                anAlert("alert-2").sentence("42").next(OPENED));

        assertThat(ids()).containsExactly("alert-2:0");
        assertThat(header(rig.buried().get(0), "tocsin.error.reason")).isEqualTo("unusable-template");
    }

    @Test
    void refusesWhatIsNoTemplateNorAddress() {
        for (String[] wrong : Arrays.asList(
                new String[] {WebhookConfig.TEMPLATE, "{{#incidents}} without end"},
                new String[] {WebhookConfig.URL, "ftp://example.org/"},
                new String[] {WebhookConfig.CONTENT_TYPE, "text/html"})) {
            Map<String, String> properties = new HashMap<>(rig.properties());
            properties.put(wrong[0], wrong[1]);
            assertThatThrownBy(() -> new WebhookConnector().start(properties))
                    .as(wrong[0])
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(wrong[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{>/etc/passwd}}", "{{#incidents}}{{^x}}{{>other}}{{/x}}{{/incidents}}", "{{<p}}{{/p}}"})
    void refusesTemplatesThatIncludeOthers(String template) {
        Map<String, String> properties = new HashMap<>(rig.properties());
        properties.put(WebhookConfig.TEMPLATE, template);

        assertThatThrownBy(() -> new WebhookConnector().start(properties)).isInstanceOf(ConfigException.class);
    }

    @Test
    void buriesWhatIsNoAlert() throws Exception {
        rig.publish("alert-0", "no alert".getBytes(StandardCharsets.UTF_8)).publish("alert-0", null);
        untilDelivered(anAlert("alert-1").next(OPENED));

        assertThat(rig.buried()).hasSize(1);
        assertThat(ids()).containsExactly("alert-1:0");
    }

    @Test
    void failsRatherThanLosesWhereNothingCanBeBuried() {
        rig.withoutDeadLetters();
        endpoint.on(PATH, status(400));
        rig.publish(anAlert("alert-1").next(OPENED)).start();

        assertThatThrownBy(() -> rig.until("it fails", () -> false))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("errors.deadletterqueue.topic.name");
        rig.commit();
        assertThat(rig.committed()).isZero();
    }
}
