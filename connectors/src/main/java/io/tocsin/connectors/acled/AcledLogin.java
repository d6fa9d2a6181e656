package io.tocsin.connectors.acled;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.connectors.web.Json;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.Response;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/**
 * The access token, valid for a day, got with the password and renewed with the refresh token, valid for two weeks. Kept in memory
 * only. For one thread.
 */
final class AcledLogin {

    private static final String CLIENT = "acled";
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final URI address;
    private final String user;
    private final Password password;
    private final Clock clock;
    private Optional<Token> token = Optional.empty();

    AcledLogin(URI address, String user, Password password, Clock clock) {
        this.address = address;
        this.user = user;
        this.password = password;
        this.clock = clock;
    }

    private record Token(String access, Optional<String> refresh, Instant expires) {

        @Override
        public String toString() {
            return "Token[expires=" + expires + "]";
        }
    }

    /** A token that is still valid as far as can be known here. */
    String token(Web web) throws SourceFault {
        boolean valid = token.filter(t -> t.expires().isAfter(clock.instant().plus(MARGIN)))
                .isPresent();
        if (!valid) {
            token = Optional.of(renewed(web));
        }
        return token.orElseThrow().access();
    }

    /** The token was refused, whatever its time says. */
    void refused() {
        token = token.map(t -> new Token(t.access(), t.refresh(), Instant.EPOCH));
    }

    private Token renewed(Web web) throws SourceFault {
        Optional<String> refresh = token.flatMap(Token::refresh);
        if (refresh.isPresent()) {
            try {
                return ask(
                        web,
                        Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refresh.get()));
            } catch (SourceFault e) {
                if (!meansNo(e)) {
                    throw e;
                }
            }
        }
        return logIn(web);
    }

    private Token logIn(Web web) throws SourceFault {
        try {
            return ask(
                    web,
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            CLIENT,
                            "username",
                            user,
                            "password",
                            password.value()));
        } catch (SourceFault e) {
            if (meansNo(e)) {
                throw new SourceFault(
                        Kind.UNAUTHORIZED,
                        "ACLED does not accept " + AcledPlugin.USERNAME + " and " + AcledPlugin.PASSWORD
                                + "; correct them, and log in on its site once to accept its terms",
                        e);
            }
            throw e;
        }
    }

    /** OAuth says no with 400 or 401. */
    private static boolean meansNo(SourceFault fault) {
        return fault.kind() == Kind.UNAUTHORIZED || fault.kind() == Kind.REFUSED;
    }

    private Token ask(Web web, Map<String, String> form) throws SourceFault {
        Response response = web.ask(Request.form(address, form).accepting("application/json"));
        JsonNode answer = Json.object(response);
        String access = answer.path("access_token").asText("");
        long seconds = answer.path("expires_in").asLong(0);
        if (access.isEmpty() || seconds <= 0) {
            throw new SourceFault(Kind.CHANGED_SCHEMA, "the token answer lacks access_token or expires_in");
        }
        Optional<String> refresh =
                Optional.of(answer.path("refresh_token").asText("")).filter(text -> !text.isEmpty());
        return new Token(access, refresh, clock.instant().plusSeconds(seconds));
    }
}
