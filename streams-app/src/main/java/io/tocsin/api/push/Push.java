package io.tocsin.api.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tocsin.api.Tokens;
import io.tocsin.api.push.Answer.Fate;
import io.tocsin.api.push.Answer.RowAnswer;
import io.tocsin.metrics.Meters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /api/reports} with a token of a reporter, and {@code POST /api/hooks/NAME} with a signature. */
public final class Push {

    /** The most bytes of a request. */
    public static final long MOST_BYTES = 8L << 20;

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Tokens tokens;
    private final Hooks hooks;
    private final Intake intake;
    private final RateLimit limit;
    private final Meters meters;
    private final InstantSource clock;
    private final Repeats repeats = new Repeats();

    /** @param rowsPerSecond of each caller, on average */
    public Push(Tokens tokens, Hooks hooks, ReportTaker taker, int rowsPerSecond, Meters meters, InstantSource clock) {
        this.tokens = tokens;
        this.hooks = hooks;
        this.intake = new Intake(taker);
        this.limit = new RateLimit(rowsPerSecond);
        this.meters = meters;
        this.clock = clock;
    }

    /** Adds its paths to those of a server. */
    public void addTo(JavalinConfig config) {
        config.http.maxRequestSize = MOST_BYTES;
        config.routes.post("/api/reports", this::reports);
        config.routes.post("/api/hooks/{name}", this::hook);
        config.routes.exception(Refusal.class, (refusal, answer) -> {
            refusal.retryAfter().ifPresent(wait -> answer.header("Retry-After", Long.toString(1 + wait.toSeconds())));
            answer.status(refusal.status())
                    .json(JsonNodeFactory.instance.objectNode().put("error", refusal.getMessage()));
        });
    }

    private void reports(Context request) {
        Optional<String> authorization = Optional.ofNullable(request.header("Authorization"));
        if (!tokens.allow(authorization, Tokens.Role.REPORTER)) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "a bearer token of a reporter is needed");
        }
        byte[] body = body(request);
        String caller =
                authorization.map(token -> Digest.of(token.getBytes(UTF_8))).orElse("nobody");
        String key = request.header(IDEMPOTENCY_KEY);
        if (key == null) {
            answer(request, work(request, caller, body));
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refusal(HttpStatus.BAD_REQUEST, IDEMPOTENCY_KEY + " has 1 to " + LONGEST_KEY + " characters");
        }
        answer(
                request,
                repeats.once("key " + caller + " " + key, body, clock.instant(), () -> work(request, caller, body)));
    }

    private void hook(Context request) {
        String name = request.pathParam("name");
        String signature = Optional.ofNullable(request.header(Hooks.SIGNATURE)).orElse("");
        byte[] body = body(request);
        hooks.require(name, signature, body, clock.instant());
        String caller = "hook " + name;
        answer(
                request,
                repeats.once(caller + " " + signature, body, clock.instant(), () -> work(request, caller, body)));
    }

    private Answer work(Context request, String caller, byte[] body) {
        String type = Optional.ofNullable(request.contentType()).orElse("");
        List<Rows.Row> rows = Rows.read(type, body);
        Optional<Duration> wait = limit.book(caller, rows.size(), clock.instant());
        if (wait.isPresent()) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too many reports; wait, and send fewer at once", wait);
        }
        Answer answer = intake.take(rows);
        answer.rows().forEach(row -> meters.pushed(row.fate()));
        return answer;
    }

    private static byte[] body(Context request) {
        if (request.header("Content-Encoding") != null) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send the body as it is, without Content-Encoding");
        }
        return request.bodyAsBytes();
    }

    private static void answer(Context request, Answer answer) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (Fate fate : Fate.values()) {
            tree.put(label(fate), answer.count(fate));
        }
        ArrayNode rows = tree.putArray("rows");
        for (RowAnswer row : answer.rows()) {
            ObjectNode each = rows.addObject().put("row", row.row());
            row.id().ifPresent(id -> each.put("id", id));
            each.put("status", label(row.fate()));
            if (!row.reason().isEmpty()) {
                each.put("reason", row.reason());
            }
        }
        request.status(answer.status()).json(tree);
    }

    private static String label(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }
}
