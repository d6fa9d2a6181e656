package io.tocsin.connectors.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.connectors.alerts.Surroundings;
import io.tocsin.connectors.web.Backoff;
import io.tocsin.connectors.web.Redacted;
import io.tocsin.connectors.web.Request;
import io.tocsin.connectors.web.SourceFault;
import io.tocsin.connectors.web.SourceFault.Kind;
import io.tocsin.connectors.web.Web;
import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one Alertmanager what hangs on the board, on a thread of its own: news at once, all that is to be seen from time to time and
 * after every failure. What an Alertmanager refuses for what it is, and not for the moment, is left out with a warning; there is
 * nobody who could mend it.
 */
final class Messenger implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_AT_ONCE = 100;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final URI address;
    private final AlertmanagerConfig config;
    private final Board board;
    private final Surroundings surroundings;
    private final Backoff backoff;
    private final Web web;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile long told = -1;
    private volatile Optional<RuntimeException> death = Optional.empty();
    private int failures;

    Messenger(URI address, AlertmanagerConfig config, Board board, Surroundings surroundings) {
        this.address = address;
        this.config = config;
        this.board = board;
        this.surroundings = surroundings;
        this.backoff = config.backoff();
        this.web = new Web(config.web(), surroundings.clock());
        this.thread = new Thread(this::run, "tocsin-alertmanager-" + address.getHost());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Up to which revision of the board the Alertmanager has taken everything; -1 before the first time. */
    long told() {
        return told;
    }

    /** What ended the thread before its time, which only a fault in the programme can. */
    Optional<RuntimeException> death() {
        return death;
    }

    private void run() {
        try {
            long nextResend = System.nanoTime();
            while (stopped.getCount() > 0) {
                board.await(told, Duration.ofNanos(Math.max(0, nextResend - System.nanoTime())));
                boolean resend = System.nanoTime() - nextResend >= 0;
                nextResend = tell(resend) ? soon(resend, nextResend) : System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            death = Optional.of(e);
        }
    }

    private long soon(boolean resent, long nextResend) {
        return resent ? System.nanoTime() + config.resendInterval().toNanos() : nextResend;
    }

    /** Whether the Alertmanager took it; waits if it did not. */
    private boolean tell(boolean resend) throws InterruptedException {
        try {
            Board.News news = resend ? board.sinceAndAllShown(told) : board.since(told);
            post(news.alerts());
            told = news.revision();
            recovered();
            return true;
        } catch (SourceFault fault) {
            failed(fault);
            return false;
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.info("Alertmanager takes alerts again (address={}, failures={})", Redacted.text(address), failures);
        }
        failures = 0;
    }

    private void failed(SourceFault fault) throws InterruptedException {
        if (stopped.getCount() == 0) {
            return;
        }
        failures++;
        Duration wait = backoff.after(failures, surroundings.random().nextDouble());
        Duration asked = fault.retryAfter().orElse(Duration.ZERO);
        Duration granted = asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
        wait = wait.compareTo(granted) < 0 ? granted : wait;
        LOG.warn(
                "Alertmanager does not take alerts; trying again (error={}, failures={}, waitMs={})",
                fault.getMessage(),
                failures,
                wait.toMillis());
        boolean over = stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        LOG.debug("Waited (stopped={})", over);
    }

    private void post(List<List<Posting>> alerts) throws SourceFault {
        List<Posting> batch = new ArrayList<>();
        for (List<Posting> alert : alerts) {
            if (batch.size() + alert.size() > MOST_AT_ONCE && !batch.isEmpty()) {
                postBatch(batch);
                batch.clear();
            }
            batch.addAll(alert);
        }
        if (!batch.isEmpty()) {
            postBatch(batch);
        }
    }

    /** One that is refused as a whole is posted in halves, down to what is refused by itself. */
    private void postBatch(List<Posting> batch) throws SourceFault {
        try {
            web.ask(config.login(Request.post(address, "application/json", json(batch))));
        } catch (SourceFault fault) {
            if (fault.kind() != Kind.REFUSED) {
                throw fault;
            }
            if (batch.size() == 1) {
                LOG.warn(
                        "Alertmanager refuses an alert; it is not shown there (alert={}, error={})",
                        batch.get(0).id(),
                        fault.getMessage());
                return;
            }
            int half = batch.size() / 2;
            postBatch(batch.subList(0, half));
            postBatch(batch.subList(half, batch.size()));
        }
    }

    private byte[] json(List<Posting> batch) {
        ArrayNode all = MAPPER.createArrayNode();
        for (Posting posting : batch) {
            ObjectNode one = all.addObject();
            ObjectNode labels = one.putObject("labels");
            posting.labels().values().forEach(labels::put);
            ObjectNode annotations = one.putObject("annotations");
            posting.annotations().forEach(annotations::put);
            one.put("startsAt", posting.startsAt().toString());
            one.put("endsAt", posting.endsAt().toString());
            config.link(posting.id()).ifPresent(link -> one.put("generatorURL", link));
        }
        try {
            return MAPPER.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as JSON", e);
        }
    }

    /** Ends the request that is running, and the thread soon after. */
    @Override
    public void close() {
        stopped.countDown();
        web.close();
        thread.interrupt();
    }
}
