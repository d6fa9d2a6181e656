package io.tocsin.connectors.webhook;

import io.tocsin.connectors.alerts.DeadLetters;
import io.tocsin.connectors.alerts.Surroundings;
import io.tocsin.connectors.web.Backoff;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import io.tocsin.connectors.webhook.Outbox.Letter;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox, one after the other, on a thread of its own. What the endpoint refuses for what it is, and what it has
 * not taken within the time given, becomes a dead letter; after anything else it is tried again.
 */
final class Courier implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final WebhookConfig config;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Surroundings surroundings;
    private final Messages messages;
    private final Backoff backoff;
    private final Web web;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile Optional<RuntimeException> death = Optional.empty();

    Courier(WebhookConfig config, Outbox outbox, DeadLetters deadLetters, Surroundings surroundings) {
        this.config = config;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.surroundings = surroundings;
        this.messages = config.messages();
        this.backoff = config.backoff();
        this.web = new Web(config.web(), surroundings.clock());
        this.thread = new Thread(this::run, "tocsin-webhook-" + config.address().getHost());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What ended the thread: a letter that could not be buried, or a fault in the programme. */
    Optional<RuntimeException> death() {
        return death;
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                Letter letter = outbox.first();
                if (deliver(letter)) {
                    outbox.remove(letter);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            death = Optional.of(e);
        }
    }

    /** Tries until the letter is delivered or buried; false if it is no longer ours, or the task stops. */
    private boolean deliver(Letter letter) throws InterruptedException {
        Instant deadline = surroundings.clock().instant().plus(config.timeout());
        for (int failures = 1; stopped.getCount() > 0 && outbox.holds(letter); failures++) {
            try {
                web.ask(messages.of(letter.alert(), surroundings.clock().instant()));
                return true;
            } catch (Template.UnusableException e) {
                bury(letter, "unusable-template", e.getMessage());
                return true;
            } catch (SourceFault fault) {
                if (fault.kind() == Kind.STOPPED) {
                    return false;
                }
                Duration wait = pause(fault, failures);
                Instant next = surroundings.clock().instant().plus(wait);
                if (fault.kind() == Kind.REFUSED || next.isAfter(deadline)) {
                    bury(letter, fault.kind().code(), fault.getMessage() + "; tried " + failures + " times");
                    return true;
                }
                LOG.warn(
                        "Webhook does not take an alert; trying again (id={}, error={}, failures={}, waitMs={})",
                        Messages.id(letter.alert()),
                        fault.getMessage(),
                        failures,
                        wait.toMillis());
                if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
        }
        return false;
    }

    private Duration pause(SourceFault fault, int failures) {
        Duration wait = backoff.after(failures, surroundings.random().nextDouble());
        Duration asked = fault.retryAfter().orElse(Duration.ZERO);
        Duration granted = asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
        return wait.compareTo(granted) < 0 ? granted : wait;
    }

    /** Unless it was taken away meanwhile: then it is for others to try. */
    private void bury(Letter letter, String reason, String message) {
        if (!outbox.holds(letter)) {
            return;
        }
        deadLetters.bury(letter.record(), reason, message);
    }

    /** Ends the request that is running, and the thread soon after. */
    @Override
    public void close() {
        stopped.countDown();
        web.close();
        thread.interrupt();
    }
}
