package io.tocsin.connectors.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the HTTP client and lets it have public addresses only. What it returns is what the client connects to: there
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
    private final boolean privateAllowed;
    private final Optional<String> proxyHost;

    /** @param proxyHost chosen by the operator, not by a source, and so not looked at */
    AddressGuard(Lookup lookup, boolean privateAllowed, Optional<String> proxyHost) {
        this.lookup = lookup;
        this.privateAllowed = privateAllowed;
        this.proxyHost = proxyHost;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.addresses(host);
        if (!privateAllowed && proxyHost.filter(host::equalsIgnoreCase).isEmpty()) {
            requirePublic(host, addresses);
        }
        return addresses;
    }

    private static void requirePublic(String host, InetAddress[] addresses) throws ForbiddenAddressException {
        for (InetAddress address : addresses) {
            if (!PublicAddresses.contain(address)) {
                throw new ForbiddenAddressException(host, address);
            }
        }
    }

    /** Behind a proxy it is the proxy that looks the name up; what can be seen from here is looked at all the same. */
    void checkBehindProxy(String host) throws ForbiddenAddressException {
        if (proxyHost.isEmpty() || privateAllowed) {
            return;
        }
        try {
            requirePublic(host, lookup.addresses(host));
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
