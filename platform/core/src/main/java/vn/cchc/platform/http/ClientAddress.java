package vn.cchc.platform.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address of a client behind reverse proxies. Each proxy appends the address that called it to {@code
 * X-Forwarded-For}; entries left of a trusted proxy's own may be forged. The header is therefore read from the right,
 * as far as proxies are trusted.
 *
 * <p>Created at the start, so that a service with an invalid list does not run.
 */
@Startup
@Singleton
public final class ClientAddress {

    private static final Pattern SUBNET = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");

    /**
     * Formats written by proxies: {@code 192.0.2.1}, {@code 192.0.2.1:4711}, {@code 2001:db8::1}, {@code
     * [2001:db8::1]:4711}.
     */
    private static final Pattern ENTRY =
            Pattern.compile("\\[(?<inBrackets>[^]]+)](?::\\d{1,5})?|(?<beforePort>[^:]+):\\d{1,5}|(?<bare>.+)");

    private static final int NETWORK_BYTES = 8;

    private final List<IpSubnetFilterRule> trusted;

    /**
     * @param trustedProxies addresses, or subnets in CIDR notation (RFC 4632, 3.1), whose {@code X-Forwarded-For} is
     *     trusted; none unless configured
     * @throws IllegalArgumentException when an entry is neither
     */
    ClientAddress(@ConfigProperty(name = "cchc.trusted-proxies") Optional<List<String>> trustedProxies) {
        this.trusted = trustedProxies.orElseGet(List::of).stream()
                .map(String::strip)
                .map(ClientAddress::subnet)
                .toList();
    }

    /**
     * The client address used for limits. Read from the connection itself: Quarkus' proxy support would give the first
     * entry of the header, which the client controls.
     */
    public String of(HttpServerRequest request) {
        return of(
                request.connection().remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For"));
    }

    /**
     * The IPv4 address, or the /64 prefix of the IPv6 address: a subscriber controls a whole /64.
     *
     * @param peer the remote address of the connection
     * @param forwardedFor the lines of {@code X-Forwarded-For} in order, possibly none
     */
    String of(String peer, List<String> forwardedFor) {
        Optional<InetAddress> from = read(peer);
        if (from.isEmpty()) {
            return peer;
        }
        InetAddress client = from.get();
        String[] entries = String.join(",", forwardedFor).split(",", -1);
        for (int i = entries.length - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> before = read(entries[i].strip());
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return counted(client);
    }

    private boolean isTrusted(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(subnet -> subnet.matches(socket));
    }

    private static String counted(InetAddress address) {
        if (address instanceof Inet4Address) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
        return NetUtil.bytesToIpAddress(network) + "/64";
    }

    private static IpSubnetFilterRule subnet(String text) {
        Matcher parts = SUBNET.matcher(text);
        Optional<InetAddress> address = parts.matches() ? literal(parts.group(1)) : Optional.empty();
        int longest = 8 * address.map(read -> read.getAddress().length).orElse(0);
        int prefix = address.isEmpty() || parts.group(2) == null ? longest : Integer.parseInt(parts.group(2));
        if (address.isEmpty() || prefix > longest) {
            throw new IllegalArgumentException(
                    "cchc.trusted-proxies: " + text + " is neither an address nor a subnet like 10.0.0.0/8");
        }
        return new IpSubnetFilterRule(address.get(), prefix, IpFilterRuleType.ACCEPT);
    }

    private static Optional<InetAddress> read(String entry) {
        if (entry == null) {
            return Optional.empty();
        }
        Matcher forms = ENTRY.matcher(entry);
        if (!forms.matches()) {
            return Optional.empty();
        }
        String inBrackets = forms.group("inBrackets");
        String beforePort = forms.group("beforePort");
        return literal(inBrackets != null ? inBrackets : beforePort != null ? beforePort : forms.group("bare"));
    }

    /** Parses literals only, without DNS. An IPv4-mapped IPv6 address becomes the IPv4 address. */
    private static Optional<InetAddress> literal(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new AssertionError("An address has 4 or 16 bytes", e);
        }
    }
}
