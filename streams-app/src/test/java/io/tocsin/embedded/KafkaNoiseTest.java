package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.NotControllerException;
import org.junit.jupiter.api.Test;

final class KafkaNoiseTest {
    private static final String CLIENT = "org.apache.kafka.clients.NetworkClient";
    private static final String CONTROLLER = "kafka.server.ControllerApis";

    @Test
    void dropsTheWarningOfEveryStop() {
        assertThat(decide(CLIENT, "[id=1] Attempting to close NetworkClient that has already been closed.", null))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void dropsTheErrorOfARequestBeforeTheElection() {
        assertThat(decide(CONTROLLER, "Unexpected error", new CompletionException(new NotControllerException("yet"))))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void letsEverythingElseThrough() {
        assertThat(decide(CLIENT, "Connection to node -1 could not be established", null))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(CONTROLLER, "Unexpected error", new CompletionException(new InvalidRequestException("x"))))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(CLIENT, "Send failed", new NotControllerException("moved")))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    private static FilterReply decide(String logger, String message, Throwable thrown) {
        return new KafkaNoise()
                .decide(new LoggingEvent(
                        "", new LoggerContext().getLogger(logger), Level.WARN, message, thrown, new Object[0]));
    }
}
