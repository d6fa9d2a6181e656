package io.tocsin.connectors.web;

import static io.tocsin.connectors.polling.FakeSource.body;
import static io.tocsin.connectors.polling.FakeSource.gzip;
import static io.tocsin.connectors.polling.FakeSource.gzipped;
import static io.tocsin.connectors.polling.FakeSource.half;
import static io.tocsin.connectors.polling.FakeSource.json;
import static io.tocsin.connectors.polling.FakeSource.redirect;
import static io.tocsin.connectors.polling.FakeSource.status;
import static io.tocsin.connectors.polling.FakeSource.unlessKnown;
import static io.tocsin.connectors.polling.FakeSource.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.web.SourceFault.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int LONGEST = 100_000;
    private static final int LONGEST_UNPACKED = 200_000;

    private final FakeSource source = new FakeSource();
    private final WebSettings settings = settings(Duration.ofSeconds(5));
    private final Web web = web(settings, "127.0.0.1");

    @AfterEach
    void close() {
        web.close();
        source.close();
    }

    private static WebSettings settings(Duration total) {
        return new WebSettings(
                "Tocsin/test",
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                total,
                LONGEST,
                LONGEST_UNPACKED,
                3,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Lets sources lie at this address only, as if it were the only public one. */
    private static Web web(WebSettings settings, String permitted) {
        return new Web(
                settings,
                CLOCK,
                Web.guard(
                        settings,
                        InetAddress::getAllByName,
                        address -> address.getHostAddress().equals(permitted)));
    }

    private Request document() {
        return Request.get(URI.create(source.url("/document?key=s3cret")));
    }

    private Response ask(Answer answer) throws SourceFault {
        source.on("/document", answer);
        return web.ask(document().accepting("application/json"));
    }

    private SourceFault fault(Answer answer) {
        return catchThrowableOfType(SourceFault.class, () -> ask(answer));
    }

    @Test
    void readsAnAnswer() throws SourceFault {
        Response response =
                ask(body("application/json; charset=ISO-8859-1", "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(response.text()).isEqualTo("{\"é\":1}");
        assertThat(response.unchanged()).isFalse();
        assertThat(source.asked().get(0).header("user-agent")).contains("Tocsin/test");
    }

    @Test
    void asksWhetherADocumentHasChanged() throws SourceFault {
        Answer answer = with("Last-Modified", "Mon, 01 Jun 2026 00:00:00 GMT", unlessKnown("\"7\"", json("{}")));
        Validators known = ask(answer).validators();

        Response again = web.ask(document().unlessUnchanged(known));

        assertThat(again.unchanged()).isTrue();
        assertThat(again.validators()).isEqualTo(known);
        assertThat(source.asked().get(1).header("if-modified-since")).contains("Mon, 01 Jun 2026 00:00:00 GMT");
    }

    @Test
    void believesNoUnaskedNotModified() {
        assertThat(fault(status(304)).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void unpacksGzip() throws SourceFault {
        assertThat(ask(gzip("application/json", "{}".getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void stopsUnpackingABomb() {
        SourceFault fault = fault(FakeSource.gzipBomb("application/json", 50_000_000));

        assertThat(fault.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(fault).hasMessageContaining("http.unpacked.max.bytes");
    }

    @Test
    void readsNoAnswerThatIsTooLong() {
        assertThat(fault(body("application/json", new byte[LONGEST + 1])).kind())
                .isEqualTo(Kind.TOO_LARGE);
        assertThat(fault(source.endless("application/json")).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void knowsABrokenEncoding() {
        assertThat(fault(with("Content-Encoding", "gzip", json("{}"))).kind()).isEqualTo(Kind.BROKEN_ENCODING);
        assertThat(fault(with("Content-Encoding", "br", json("{}"))).kind()).isEqualTo(Kind.BROKEN_ENCODING);
    }

    @Test
    void knowsHalfABody() {
        byte[] packed = gzipped(new byte[1000]);
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length / 2);

        assertThat(fault(half("application/json", "{\"a\": 1}")).kind()).isEqualTo(Kind.INCOMPLETE_BODY);
        assertThat(fault(with("Content-Encoding", "gzip", body("application/json", cut)))
                        .kind())
                .isEqualTo(Kind.INCOMPLETE_BODY);
    }

    @Test
    void givesUpASourceThatSaysNothing() {
        assertThat(fault(source.hang()).kind()).isEqualTo(Kind.TIMED_OUT);
    }

    @Test
    void givesUpASourceThatNeverEnds() {
        try (Web hasty = web(settings(Duration.ofMillis(600)), "127.0.0.1")) {
            source.on("/document", source.drip("application/json", 50));

            SourceFault fault = catchThrowableOfType(SourceFault.class, () -> hasty.ask(document()));

            assertThat(fault.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(fault).hasMessageContaining("http.total.timeout.ms");
        }
    }

    @Test
    void endsTheRunningRequestWhenClosed() {
        source.on("/document", source.drip("application/json", 50));
        CompletableFuture<SourceFault> asking =
                CompletableFuture.supplyAsync(() -> catchThrowableOfType(SourceFault.class, () -> web.ask(document())));
        await().until(() -> !source.asked().isEmpty());

        web.close();

        assertThat(asking.join().kind()).isEqualTo(Kind.STOPPED);
        assertThat(catchThrowableOfType(SourceFault.class, () -> web.ask(document()))
                        .kind())
                .isEqualTo(Kind.STOPPED);
    }

    @Test
    void knowsAnotherMediaType() {
        assertThat(fault(body("text/html", "<html>log in</html>")).kind()).isEqualTo(Kind.WRONG_CONTENT_TYPE);
    }

    @Test
    void knowsAnEmptyAnswer() throws SourceFault {
        assertThat(fault(body("application/json", "")).kind()).isEqualTo(Kind.EMPTY_ANSWER);
        assertThat(fault(status(204)).kind()).isEqualTo(Kind.EMPTY_ANSWER);
        assertThat(web.ask(document().allowingEmpty()).body()).isEmpty();
    }

    @Test
    void namesRefusals() {
        Map<Integer, Kind> kinds = Map.of(
                400, Kind.REFUSED,
                401, Kind.UNAUTHORIZED,
                403, Kind.FORBIDDEN,
                404, Kind.NOT_FOUND,
                410, Kind.NOT_FOUND,
                429, Kind.RATE_LIMITED,
                500, Kind.SERVER_ERROR,
                503, Kind.SERVER_ERROR);

        kinds.forEach((status, kind) -> assertThat(fault(status(status)).kind()).isEqualTo(kind));
    }

    @Test
    void tellsHowLongTheSourceWantsToBeLeftAlone() {
        Instant theirs = NOW.plus(Duration.ofHours(5));
        Answer date =
                FakeSource.at(theirs, with("Retry-After", FakeSource.httpDate(theirs.plusSeconds(90)), status(503)));

        assertThat(fault(with("Retry-After", "7", status(429))).retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(fault(date).retryAfter()).contains(Duration.ofSeconds(90));
    }

    @Test
    void followsRedirects() throws SourceFault {
        source.on("/moved", json("{\"moved\":true}"));

        Response response = ask(redirect("moved"));

        assertThat(response.text()).isEqualTo("{\"moved\":true}");
        assertThat(response.address().getPath()).isEqualTo("/moved");
    }

    @Test
    void followsNotForEver() {
        assertThat(fault(redirect("/document?key=s3cret")).kind()).isEqualTo(Kind.REFUSED_REDIRECT);
        assertThat(source.asked()).hasSize(settings.maxRedirects() + 1);
    }

    @Test
    void asksNobodyAtAForbiddenAddress() {
        try (FakeSource inside = new FakeSource()) {
            String location = "http://127.0.0.2:" + inside.port() + "/";

            assertThat(fault(redirect(location)).kind()).isEqualTo(Kind.REFUSED_ADDRESS);
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void connectsToTheAddressThatWasLookedAtAndToNoOther() throws Exception {
        List<String> looked = new ArrayList<>();
        InetAddress outside = InetAddress.getLoopbackAddress();
        InetAddress inside = InetAddress.getByName("127.0.0.2");
        AddressGuard.Lookup rebinding = host -> {
            looked.add(host);
            return new InetAddress[] {looked.size() == 1 ? outside : inside};
        };
        String url = "http://rebinding.example:" + source.port() + "/document";
        source.on("/document", with("Connection", "close", json("{}")));

        try (Web trusting = new Web(settings, CLOCK, Web.guard(settings, rebinding, outside::equals))) {
            assertThat(trusting.ask(Request.get(URI.create(url))).text()).isEqualTo("{}");
            SourceFault fault =
                    catchThrowableOfType(SourceFault.class, () -> trusting.ask(Request.get(URI.create(url))));
            assertThat(fault.kind()).isEqualTo(Kind.REFUSED_ADDRESS);
        }
        assertThat(looked).hasSize(2);
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void asksNobodyBehindANameWithOneForbiddenAddress() {
        AddressGuard.Lookup both =
                host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        try (Web wary = new Web(settings, CLOCK, Web.guard(settings, both, PublicAddresses::contain))) {
            SourceFault fault = catchThrowableOfType(
                    SourceFault.class, () -> wary.ask(Request.get(URI.create("http://both.example/"))));

            assertThat(fault.kind()).isEqualTo(Kind.REFUSED_ADDRESS);
            assertThat(fault).hasMessageContaining("10.0.0.1").hasMessageContaining("allow.private.addresses");
        }
    }

    @Test
    void refusesLoopbackByDefault() {
        try (Web byDefault = new Web(settings, CLOCK)) {
            SourceFault fault = catchThrowableOfType(SourceFault.class, () -> byDefault.ask(document()));

            assertThat(fault.kind()).isEqualTo(Kind.REFUSED_ADDRESS);
            assertThat(source.asked()).isEmpty();
        }
    }

    @Test
    void speaksNothingButHttp() {
        for (String location : List.of("file:///etc/passwd", "ftp://example.org/", "gopher://example.org/")) {
            assertThat(fault(redirect(location)).kind()).isEqualTo(Kind.REFUSED_ADDRESS);
        }
        assertThat(fault(redirect("http://user:pass@example.org/")).kind()).isEqualTo(Kind.REFUSED_ADDRESS);
        assertThat(fault(redirect("http://[")).kind()).isEqualTo(Kind.REFUSED_REDIRECT);
        assertThat(fault(status(302)).kind()).isEqualTo(Kind.REFUSED_REDIRECT);
    }

    @Test
    void showsCredentialsToTheirOwnHostOnly() throws SourceFault {
        try (FakeSource other = new FakeSource()) {
            other.on("/there", json("{}"));
            source.on("/document", redirect(other.url("/there")));

            web.ask(document().withBearer("t0ken"));

            assertThat(source.asked().get(0).header("authorization")).contains("Bearer t0ken");
            assertThat(other.asked().get(0).header("authorization")).isEmpty();
        }
    }

    @Test
    void sendsNoFormElsewhere() throws SourceFault {
        source.on("/token", json("{}"));
        Request form = Request.form(URI.create(source.url("/token")), Map.of("password", "p&ss wörd"));

        web.ask(form);
        source.on("/token", redirect("/other"));
        SourceFault fault = catchThrowableOfType(SourceFault.class, () -> web.ask(form));

        assertThat(source.asked().get(0).field("password")).contains("p&ss wörd");
        assertThat(fault.kind()).isEqualTo(Kind.REFUSED_REDIRECT);
        assertThat(source.asked("/other")).isEmpty();
    }

    @Test
    void keepsSecretsToItself() {
        List<Answer> troubles = List.of(
                status(500),
                status(403),
                body("text/html", "no"),
                body("application/json", ""),
                half("application/json", "{\"a\": 1}"),
                redirect("/document?key=s3cret"),
                source.hang(),
                source.endless("application/json"));

        for (Answer trouble : troubles) {
            for (Throwable at = fault(trouble); at != null; at = at.getCause()) {
                assertThat(at.toString()).doesNotContain("s3cret");
            }
        }
    }

    @Test
    void tellsWhereNobodyIs() {
        source.close();

        assertThat(catchThrowableOfType(SourceFault.class, () -> web.ask(document()))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void unpacksTheFirstFileOfAnArchive() throws IOException {
        source.on("/document", body("application/zip", zip("a,b\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(web.unzip(web.ask(document())))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a,b\n");
    }

    @Test
    void unpacksNoBombAndNoBrokenArchive() throws IOException {
        byte[] good = zip(new byte[5000]);
        byte[] cut = java.util.Arrays.copyOf(good, good.length / 3);

        assertThat(unzipFault(zip(new byte[50_000_000])).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(unzipFault(cut).kind()).isIn(Kind.INCOMPLETE_BODY, Kind.BROKEN_ENCODING);
        assertThat(unzipFault("no archive".getBytes(StandardCharsets.UTF_8)).kind())
                .isEqualTo(Kind.BROKEN_ENCODING);
    }

    private SourceFault unzipFault(byte[] archive) {
        source.on("/document", body("application/zip", archive));
        return catchThrowableOfType(SourceFault.class, () -> web.unzip(web.ask(document())));
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("file"));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
