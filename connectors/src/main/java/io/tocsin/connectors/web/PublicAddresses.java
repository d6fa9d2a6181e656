package io.tocsin.connectors.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The addresses of the public internet: all but the blocks of the IANA special-purpose registries and clouds' metadata services. */
final class PublicAddresses {

    private static final List<Block> SPECIAL = List.of(
            block("0.0.0.0", 8), // this network
            block("10.0.0.0", 8), // private
            block("100.64.0.0", 10), // carrier-grade NAT, and the metadata service of one cloud
            block("127.0.0.0", 8), // loopback
            block("168.63.129.16", 32), // the metadata service of one cloud, at an address that looks public
            block("169.254.0.0", 16), // link-local, and the metadata service of most clouds
            block("172.16.0.0", 12), // private
            block("192.0.0.0", 24), // protocol assignments
            block("192.0.2.0", 24), // documentation
            block("192.88.99.0", 24), // 6to4 relays
            block("192.168.0.0", 16), // private
            block("198.18.0.0", 15), // benchmarks
            block("198.51.100.0", 24), // documentation
            block("203.0.113.0", 24), // documentation
            block("224.0.0.0", 4), // multicast
            block("240.0.0.0", 4), // reserved, and broadcast
            block("::", 96), // unspecified, loopback, IPv4-compatible
            block("64:ff9b:1::", 48), // local NAT64
            block("100::", 64), // discard
            block("2001::", 23), // Teredo and other protocol assignments
            block("2001:db8::", 32), // documentation
            block("3fff::", 20), // documentation
            block("5f00::", 16), // segment routing
            block("fc00::", 7), // unique-local, and the metadata service of one cloud
            block("fe80::", 10), // link-local
            block("fec0::", 10), // site-local
            block("ff00::", 8)); // multicast

    /** IPv6 addresses that stand for an IPv4 address, and where in them it begins. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(block("64:ff9b::", 96), 12), // NAT64
            new Embedding(block("2002::", 16), 2)); // 6to4

    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    private record Block(byte[] prefix, int bits) {

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            boolean sameBytes = Arrays.equals(address, 0, whole, prefix, 0, whole);
            return sameBytes && (rest == 0 || (address[whole] ^ prefix[whole]) >> (Byte.SIZE - rest) == 0);
        }
    }

    private record Embedding(Block block, int offset) {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (SPECIAL.stream().anyMatch(block -> block.contains(bytes))) {
            return false;
        }
        if (address instanceof Inet4Address) {
            return true;
        }
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.block().contains(bytes))
                .map(embedding ->
                        address(Arrays.copyOfRange(bytes, embedding.offset(), embedding.offset() + IPV4_BYTES)))
                .allMatch(PublicAddresses::contain);
    }

    private static Block block(String address, int bits) {
        try {
            return new Block(InetAddress.getByName(address).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(bytes.length + " bytes are no address", e);
        }
    }
}
