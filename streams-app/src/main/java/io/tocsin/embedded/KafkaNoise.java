package io.tocsin.embedded;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.NotControllerException;

/**
 * Keeps out of the log what a Kafka node in good order says about itself: a warning at every stop, and an error when its two halves
 * meet before the controller is elected, which is tried again at once. Named in {@code logback-plain.xml} and {@code -json.xml}.
 */
public final class KafkaNoise extends Filter<ILoggingEvent> {
    private static final String AT_STOP = "Attempting to close NetworkClient that has already been closed.";
    private static final String CONTROLLER = "kafka.server.ControllerApis";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getMessage().endsWith(AT_STOP) || beforeElection(event) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean beforeElection(ILoggingEvent event) {
        return event.getLoggerName().equals(CONTROLLER) && causedByElection(event.getThrowableProxy());
    }

    private static boolean causedByElection(IThrowableProxy thrown) {
        return thrown != null
                && (thrown.getClassName().equals(NotControllerException.class.getName())
                        || causedByElection(thrown.getCause()));
    }
}
