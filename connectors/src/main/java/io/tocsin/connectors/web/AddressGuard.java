package io.tocsin.connectors.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the HTTP client and lets it have permitted addresses only. What it returns is what the client connects to: there
 * is no second look-up that could answer otherwise. A name with one forbidden address is forbidden as a whole.
 */
final class AddressGuard implements DnsResolver {

    /** How names are looked up. */
    @FunctionalInterface
    interface Lookup {

        Lookup SYSTEM = InetAddress::getAllByName;

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** A name led to an address that no source may have. */
    static final class ForbiddenAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String host, InetAddress address) {
            super(host + " is " + address.getHostAddress()
                    + ", which is no public address; set allow.private.addresses=true " + "if that is meant");
        }
    }

    private final Lookup lookup;
    private final Predicate<InetAddress> permitted;
    private final Optional<String> proxyHost;

    /**
     * @param permitted which addresses sources may have
     * @param proxyHost chosen by the operator, not by a source, and so not looked at
     */
    AddressGuard(Lookup lookup, Predicate<InetAddress> permitted, Optional<String> proxyHost) {
        this.lookup = lookup;
        this.permitted = permitted;
        this.proxyHost = proxyHost;
    }

    /** The addresses that the settings permit. */
    static Predicate<InetAddress> permitted(WebSettings settings) {
        return settings.privateAddressesAllowed() ? address -> true : PublicAddresses::contain;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.addresses(host);
        if (proxyHost.filter(host::equalsIgnoreCase).isEmpty()) {
            requirePermitted(host, addresses);
        }
        return addresses;
    }

    private void requirePermitted(String host, InetAddress[] addresses) throws ForbiddenAddressException {
        for (InetAddress address : addresses) {
            if (!permitted.test(address)) {
                throw new ForbiddenAddressException(host, address);
            }
        }
    }

    /** Behind a proxy it is the proxy that looks the name up; what can be seen from here is looked at all the same. */
    void checkBehindProxy(String host) throws ForbiddenAddressException {
        if (proxyHost.isEmpty()) {
            return;
        }
        try {
            requirePermitted(host, lookup.addresses(host));
        } catch (ForbiddenAddressException e) {
            throw e;
        } catch (UnknownHostException e) {
            // names of the outside world are often known to the proxy only
            return;
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
