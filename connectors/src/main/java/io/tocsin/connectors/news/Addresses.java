package io.tocsin.connectors.news;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses of articles, one for each article however readers were led to it. */
final class Addresses {

    private static final Set<String> TRACKERS = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "ocid",
            "xtor",
            "smid",
            "smtyp",
            "spm",
            "cmpid",
            "cmp",
            "ito",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "ns_linkname",
            "ns_fee",
            "wt_mc",
            "ref_src",
            "ref_url",
            "traffic_source",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig");

    private static final Set<String> TRACKER_FAMILIES = Set.of("utm_", "at_", "hsa_", "pk_", "mtm_", "_hs");
    private static final Set<String> SAME_SITE = Set.of("www.", "m.", "mobile.", "amp.");

    private Addresses() {}

    /** The address without what tells only where a reader came from: tracking parameters, fragment, usual port. */
    static URI plain(URI address) {
        StringBuilder plain = new StringBuilder();
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        plain.append(scheme).append("://").append(address.getHost().toLowerCase(Locale.ROOT));
        int usualPort = scheme.equals("https") ? 443 : 80;
        if (address.getPort() >= 0 && address.getPort() != usualPort) {
            plain.append(':').append(address.getPort());
        }
        plain.append(address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath());
        String query = query(address);
        return URI.create(
                query.isEmpty()
                        ? plain.toString()
                        : plain.append('?').append(query).toString());
    }

    private static String query(URI address) {
        return address.getRawQuery() == null
                ? ""
                : Arrays.stream(address.getRawQuery().split("&", -1))
                        .filter(parameter -> !parameter.isEmpty() && !tracks(parameter))
                        .collect(Collectors.joining("&"));
    }

    private static boolean tracks(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return TRACKERS.contains(name) || TRACKER_FAMILIES.stream().anyMatch(name::startsWith);
    }

    /**
     * The address that a page gives as its own, if it may: one of the same site, and of a page rather than of the whole site.
     *
     * @param canonical what the page says
     * @param found where it was found
     */
    static Optional<URI> canonical(String canonical, URI found) {
        try {
            URI named = found.resolve(new URI(canonical.strip()));
            boolean web = named.getHost() != null
                    && ("https".equalsIgnoreCase(named.getScheme()) || "http".equalsIgnoreCase(named.getScheme()));
            return web && sameSite(named, found) && (!isHome(named) || isHome(found))
                    ? Optional.of(plain(named))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHome(URI address) {
        boolean noPath = address.getPath() == null || address.getPath().length() <= 1;
        return noPath && query(address).isEmpty();
    }

    private static boolean sameSite(URI one, URI other) {
        return site(one).equals(site(other));
    }

    private static String site(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return SAME_SITE.stream()
                .filter(host::startsWith)
                .findFirst()
                .map(prefix -> host.substring(prefix.length()))
                .orElse(host);
    }
}
