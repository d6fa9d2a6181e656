package io.tocsin.connectors.web;

import io.tocsin.connectors.web.AddressGuard.ForbiddenAddressException;
import io.tocsin.connectors.web.SourceFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;

/**
 * Asks sources, and tells receivers, over HTTP. Every hop of a redirect is checked like the first: only http and https, never from https back to http,
 * only public addresses unless the settings say otherwise, and credentials for the host that they were meant for only. Used by one
 * thread; {@link #close} may come from another and ends the request that is running.
 */
public final class Web implements Closeable {

    private final WebSettings settings;
    private final AddressGuard guard;
    private final Answers answers;
    private final Client client;
    private final Deadline deadline = new Deadline();

    /** @param clock what dates in answers are compared with where the source does not tell its own */
    public Web(WebSettings settings, Clock clock) {
        this(settings, clock, guard(settings, AddressGuard.Lookup.SYSTEM, AddressGuard.permitted(settings)));
    }

    Web(WebSettings settings, Clock clock, AddressGuard guard) {
        this.settings = settings;
        this.guard = guard;
        this.answers = new Answers(settings, clock);
        this.client = new Client(settings, guard);
    }

    static AddressGuard guard(WebSettings settings, AddressGuard.Lookup lookup, Predicate<InetAddress> permitted) {
        return new AddressGuard(
                lookup, permitted, settings.proxy().map(proxy -> proxy.address().getHost()));
    }

    /**
     * Asks, following redirects.
     *
     * @throws SourceFault if there is no answer that can be used
     */
    public Response ask(Request request) throws SourceFault {
        deadline.start(settings.totalTimeout());
        try {
            return follow(request);
        } catch (IOException e) {
            throw fault(request, e);
        } finally {
            deadline.end();
        }
    }

    private Response follow(Request request) throws IOException {
        URI at = request.address();
        for (int redirects = 0; redirects <= settings.maxRedirects(); redirects++) {
            Answer answer = askOnce(request, at);
            if (answer.redirect().isEmpty()) {
                return answer.response().orElseThrow();
            }
            at = next(request, at, answer.redirect().get());
        }
        throw new SourceFault(
                Kind.REFUSED_REDIRECT,
                request + " redirects more than " + settings.maxRedirects() + " times; http.redirects.max says so");
    }

    private Answer askOnce(Request request, URI at) throws IOException {
        requireHttp(at);
        guard.checkBehindProxy(at.getHost());
        boolean sameOrigin = origin(at).equals(origin(request.address()));
        HttpUriRequestBase message = Messages.of(request, at, sameOrigin, settings);
        deadline.guard(message);
        AtomicReference<Answer> taken = new AtomicReference<>();
        try {
            return client.execute(message, response -> {
                taken.set(read(request, at, message, response));
                return taken.get();
            });
        } catch (IOException e) {
            // a receiver that has taken what it was told may break off, or be hung up on, in its further words
            return Optional.ofNullable(taken.get())
                    .filter(answer -> request.tells())
                    .orElseThrow(() -> e);
        }
    }

    /** Whoever is not listened to any more is hung up on; to be polite would be to read an endless answer to its end. */
    private Answer read(Request request, URI at, HttpUriRequestBase message, ClassicHttpResponse response)
            throws IOException {
        try {
            Answer answer = answers.read(request, at, response);
            if (request.tells() && Body.talksOn(response.getEntity())) {
                message.cancel();
            }
            return answer;
        } catch (IOException e) {
            message.cancel();
            throw e;
        }
    }

    private static void requireHttp(URI at) throws SourceFault {
        boolean http = "http".equalsIgnoreCase(at.getScheme()) || "https".equalsIgnoreCase(at.getScheme());
        if (!http || at.getHost() == null || at.getRawUserInfo() != null) {
            throw new SourceFault(
                    Kind.REFUSED_ADDRESS,
                    Redacted.text(at) + " is no address of the form http://host/ or https://host/ without a user");
        }
    }

    private static URI next(Request request, URI at, String location) throws SourceFault {
        if (request.content().isPresent()) {
            throw new SourceFault(
                    Kind.REFUSED_REDIRECT, request + " redirects what was posted, which is not sent elsewhere");
        }
        URI to;
        try {
            to = at.resolve(location.strip());
        } catch (IllegalArgumentException e) {
            throw new SourceFault(Kind.REFUSED_REDIRECT, request + " redirects to what is no address");
        }
        boolean downgrade = "https".equalsIgnoreCase(at.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
        if (downgrade) {
            throw new SourceFault(
                    Kind.REFUSED_REDIRECT, request + " redirects from https to http, to " + Redacted.text(to));
        }
        return to;
    }

    private static List<Object> origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return List.of(scheme, address.getHost().toLowerCase(Locale.ROOT), port);
    }

    private SourceFault fault(Request request, IOException cause) {
        Optional<Kind> ended = deadline.reason();
        if (ended.isPresent()) {
            String why = ended.get() == Kind.STOPPED
                    ? "was asked when the connector was stopped"
                    : "did not answer within the " + settings.totalTimeout().toMillis()
                            + " ms of http.total.timeout.ms";
            return new SourceFault(ended.get(), request + " " + why, cause);
        }
        if (cause instanceof SourceFault known) {
            return known;
        }
        if (cause instanceof ForbiddenAddressException) {
            return new SourceFault(Kind.REFUSED_ADDRESS, cause.getMessage(), cause);
        }
        if (cause instanceof UnknownHostException) {
            return new SourceFault(Kind.UNREACHABLE, request + ": no such host", cause);
        }
        if (cause instanceof InterruptedIOException) {
            return new SourceFault(Kind.TIMED_OUT, request + " does not answer: " + cause.getMessage(), cause);
        }
        if (cause instanceof SSLException) {
            return new SourceFault(Kind.UNTRUSTED, request + ": " + cause.getMessage(), cause);
        }
        boolean cutShort = cause instanceof ConnectionClosedException
                || cause instanceof MalformedChunkCodingException
                || cause instanceof EOFException;
        if (cutShort) {
            return new SourceFault(Kind.INCOMPLETE_BODY, request + " broke off: " + cause.getMessage(), cause);
        }
        return new SourceFault(Kind.UNREACHABLE, request + ": " + cause.getMessage(), cause);
    }

    /**
     * The first file of a ZIP archive.
     *
     * @throws SourceFault if it is none, is cut short, or is longer than {@code http.unpacked.max.bytes}
     */
    public byte[] unzip(Response archive) throws SourceFault {
        String name = Redacted.text(archive.address());
        try {
            return Body.unzip(new ByteArrayInputStream(archive.body()), settings);
        } catch (SourceFault e) {
            throw e;
        } catch (EOFException e) {
            throw new SourceFault(Kind.INCOMPLETE_BODY, name + ": the archive ends too early", e);
        } catch (IOException e) {
            throw new SourceFault(Kind.BROKEN_ENCODING, name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        deadline.close();
        client.close();
    }
}
