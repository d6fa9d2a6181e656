package io.tocsin.connectors.gdelt;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who stands behind a report: the publications that mention it, and the one whose article it was read from. */
final class Origins {

    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final String WWW = "www.";

    private Origins() {}

    /**
     * The distinct publications, the article's own last where no mention names it.
     *
     * @param mentioning by domain or name, in order
     */
    static List<String> of(String article, Set<String> mentioning) {
        List<String> origins = new ArrayList<>(mentioning);
        publication(article)
                .filter(own -> mentioning.stream().noneMatch(named -> same(own, named)))
                .ifPresent(origins::add);
        return new ArrayList<>(origins.subList(0, Math.min(origins.size(), MOST)));
    }

    /** A mention names the domain, an article the host: {@code arabic.china.org.cn} is {@code china.org.cn}. */
    private static boolean same(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static Optional<String> publication(String article) {
        String name = address(article).map(Origins::host).orElse(article);
        return Optional.of(name.substring(0, Math.min(name.length(), LONGEST))).filter(text -> !text.isEmpty());
    }

    private static String host(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    }

    /** The address of an article; nothing where only the name of a publication is known. */
    static Optional<URI> address(String article) {
        if (!article.startsWith("http://") && !article.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(article)).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
